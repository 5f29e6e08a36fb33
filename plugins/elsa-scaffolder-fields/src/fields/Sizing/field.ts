import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Sizing } from './Sizing';

export const sizingField = createFormField({
  name: 'ElsaSizing',
  component: Sizing,
  schema: makeFieldSchema({
    output: z => z.enum(['small', 'medium', 'large']),
  }),
});
