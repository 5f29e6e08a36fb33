import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { createFreshErrors } from '../../utils/createFreshErrors';
import { getTexts } from '../../utils/getTexts';
import { findClusterProblem, findNamespaceProblem } from './checkTarget';
import { TargetPicker } from './TargetPicker';

const errors = createFreshErrors();

export const targetPickerField = createFormField({
  name: 'ElsaTargetPicker',
  component: errors.wrap(TargetPicker),
  schema: makeFieldSchema({
    output: z =>
      z.object({
        cluster: z.string().optional(),
        namespace: z.string().optional(),
        kubernetesVersion: z.string().optional(),
        cloud: z.string().optional(),
      }),
  }),
  validation: (target, field, { apiHolder }) => {
    errors.watch(field);
    if (!target?.cluster) {
      field.addError(
        getTexts(apiHolder)?.('target.clusterRequired') ?? 'Choose a cluster.',
      );
      return;
    }
    const problem =
      findClusterProblem(target.cluster) ??
      findNamespaceProblem(target.namespace);
    if (problem) {
      field.addError(problem);
    }
  },
});
