import { redisProfiles } from '../../profiles';
import { modeChoices } from '../modeChoices';
import { defineSection, type Draft, YES_OR_NO } from '../question';

const hasRedis = ({ spec }: Draft) => spec.redis.enabled;

const hasExternalRedis = (draft: Draft) =>
  hasRedis(draft) && !draft.profiles.redis.isOwn;

export const locks = defineSection({
  id: 'locks',
  root: 'redis',
  questions: [
    {
      path: 'redis.enabled',
      text: 'locks',
      ...YES_OR_NO,
      isAsked: ({ profiles }) =>
        profiles.host.server.environment.redis !== undefined,
    },
    {
      path: 'redis.mode',
      text: 'operatedBy',
      kind: 'choice',
      isAsked: hasRedis,
      choices: modeChoices(redisProfiles),
    },
    {
      path: 'redis.external.host',
      text: 'externalHost',
      kind: 'text',
      isAsked: hasExternalRedis,
      isRequired: true,
    },
    {
      path: 'redis.external.port',
      text: 'externalPort',
      kind: 'number',
      isAsked: hasExternalRedis,
      minimum: 1,
      maximum: 65535,
    },
    {
      path: 'redis.external.tls',
      text: 'externalTls',
      ...YES_OR_NO,
      isAsked: hasExternalRedis,
    },
  ],
});
