import { writeAnswer } from '@elsa-portal/backstage-plugin-elsa-spec';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { checkForm, describeIssue } from '../../utils/draftSpec';
import { findSection } from './findSection';
import { SpecSection } from './SpecSection';
import { isInSection } from './useSection';

export const specSectionField = createFormField({
  name: 'ElsaSection',
  component: SpecSection,
  schema: makeFieldSchema({
    output: z => z.record(z.unknown()),
    uiOptions: z => z.object({ section: z.string().optional() }),
  }),
  validation: (value, field, { formData, uiSchema }) => {
    const { root } = findSection(uiSchema?.['ui:options']?.section);
    for (const issue of checkForm(writeAnswer(formData, root, value)).issues) {
      if (isInSection(issue.path, root)) {
        field.addError(`${issue.path}: ${describeIssue(issue)}`);
      }
    }
  },
});
