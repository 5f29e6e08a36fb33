import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { getTexts } from '../../utils/getTexts';
import { findImageProblem, isImageMissing, listImageFields } from './checkHost';
import { HostProfilePicker } from './HostProfilePicker';

export const hostProfilePickerField = createFormField({
  name: 'ElsaHostProfilePicker',
  component: HostProfilePicker,
  schema: makeFieldSchema({
    output: z => {
      const image = () =>
        z.object({
          repository: z.string().optional(),
          tag: z.string().optional(),
          digest: z.string().optional(),
        });
      return z.object({
        profile: z.string().optional(),
        server: image().optional(),
        studio: image().optional(),
      });
    },
  }),
  validation: (host, field, { apiHolder }) => {
    const problem = listImageFields(host ?? {})
      .map(part => findImageProblem(part, host ?? {}))
      .find(Boolean);
    if (problem) {
      field.addError(problem);
    } else if (isImageMissing(host ?? {})) {
      field.addError(
        getTexts(apiHolder)?.('profile.imageRequired') ??
          'Name the image of your server and its tag, or the digests.',
      );
    }
  },
});
