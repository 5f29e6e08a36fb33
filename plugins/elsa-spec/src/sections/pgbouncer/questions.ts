import { defineSection, type Draft, YES_OR_NO } from '../question';

const isPooled = ({ spec }: Draft) => spec.pgbouncer.enabled;

export const pooling = defineSection({
  id: 'pooling',
  root: 'pgbouncer',
  questions: [
    {
      path: 'pgbouncer.enabled',
      text: 'pooling',
      ...YES_OR_NO,
      isAsked: draft => draft.profiles.database.isPooledByPgbouncer,
    },
    {
      path: 'pgbouncer.poolMode',
      text: 'poolMode',
      kind: 'choice',
      isAsked: isPooled,
      choices: [
        { value: 'session', text: 'poolSession' },
        { value: 'transaction', text: 'poolTransaction' },
      ],
    },
    {
      path: 'pgbouncer.replicas',
      text: 'poolReplicas',
      kind: 'number',
      isAsked: isPooled,
      minimum: 1,
      maximum: 20,
    },
  ],
});
