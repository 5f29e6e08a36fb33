import { SLO_INDICATORS } from '@elsa-portal/backstage-plugin-elsa-spec';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { checkForm, describeIssue } from '../../utils/draftSpec';
import { SloEditor } from './SloEditor';

export const sloEditorField = createFormField({
  name: 'ElsaSloEditor',
  component: SloEditor,
  schema: makeFieldSchema({
    output: z =>
      z.array(
        z.object({
          name: z.string(),
          title: z.string().optional(),
          description: z.string().optional(),
          indicator: z.enum(SLO_INDICATORS),
          objective: z.number(),
          windowDays: z.number().optional(),
          thresholdMilliseconds: z.number().optional(),
          errorQuery: z.string().optional(),
          totalQuery: z.string().optional(),
          errorRatioQuery: z.string().optional(),
        }),
      ),
  }),
  validation: (slos, field, { formData }) => {
    for (const issue of checkForm({ ...formData, slos }).issues) {
      if (issue.path.startsWith('slos')) {
        field.addError(`${issue.path}: ${describeIssue(issue)}`);
      }
    }
  },
});
