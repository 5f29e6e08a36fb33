import { rabbitmqProfiles } from '../../profiles';
import { modeChoices } from '../modeChoices';
import { defineSection, type Draft, YES_OR_NO } from '../question';

const hasRabbitMq = ({ spec }: Draft) => spec.rabbitmq.enabled;

const hasExternalRabbitMq = (draft: Draft) =>
  hasRabbitMq(draft) && !draft.profiles.rabbitmq.isOwn;

export const messages = defineSection({
  id: 'messages',
  root: 'rabbitmq',
  questions: [
    {
      path: 'rabbitmq.enabled',
      text: 'messages',
      ...YES_OR_NO,
      isAsked: ({ profiles }) =>
        profiles.host.server.environment.rabbitmq !== undefined,
    },
    {
      path: 'rabbitmq.mode',
      text: 'operatedBy',
      kind: 'choice',
      isAsked: hasRabbitMq,
      choices: modeChoices(rabbitmqProfiles),
    },
    {
      path: 'rabbitmq.replicas',
      text: 'rabbitmqReplicas',
      kind: 'number',
      isAsked: draft =>
        hasRabbitMq(draft) && draft.profiles.rabbitmq.isReplicated,
      minimum: 1,
      maximum: 9,
    },
    {
      path: 'rabbitmq.external.host',
      text: 'externalHost',
      kind: 'text',
      isAsked: hasExternalRabbitMq,
      isRequired: true,
    },
    {
      path: 'rabbitmq.external.port',
      text: 'externalPort',
      kind: 'number',
      isAsked: hasExternalRabbitMq,
      minimum: 1,
      maximum: 65535,
    },
    {
      path: 'rabbitmq.external.tls',
      text: 'externalTls',
      ...YES_OR_NO,
      isAsked: hasExternalRabbitMq,
    },
  ],
});
