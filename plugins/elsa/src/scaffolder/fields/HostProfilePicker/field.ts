import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { getTexts } from '../../utils/getTexts';
import { findImageProblem, isImageMissing } from './checkHost';
import { HostProfilePicker } from './HostProfilePicker';

export const hostProfilePickerField = createFormField({
  name: 'ElsaHostProfilePicker',
  component: HostProfilePicker,
  schema: makeFieldSchema({
    output: z =>
      z.object({
        profile: z.string().optional(),
        server: z
          .object({
            repository: z.string().optional(),
            tag: z.string().optional(),
          })
          .optional(),
      }),
  }),
  validation: (host, field, { apiHolder }) => {
    const problem =
      findImageProblem('repository', host ?? {}) ??
      findImageProblem('tag', host ?? {});
    if (problem) {
      field.addError(problem);
    } else if (isImageMissing(host ?? {})) {
      field.addError(
        getTexts(apiHolder)?.('profile.imageRequired') ??
          'Name the image of your server and its tag.',
      );
    }
  },
});
