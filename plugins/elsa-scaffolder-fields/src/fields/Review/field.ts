import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { checkForm } from '../../utils/draftSpec';
import { getTexts } from '../../utils/getTexts';
import { Review } from './Review';

export const reviewField = createFormField({
  name: 'ElsaReview',
  component: Review,
  schema: makeFieldSchema({ output: z => z.boolean() }),
  validation: (_, field, { formData, apiHolder }) => {
    const { issues } = checkForm(formData);
    if (issues.length > 0) {
      field.addError(
        getTexts(apiHolder)?.('review.blocked') ??
          'Fix the issues in the review before you continue.',
      );
    }
  },
});
