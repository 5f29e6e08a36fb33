import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { getTexts } from '../../utils/getTexts';
import {
  findImageProblem,
  findUnacknowledged,
  findVersionProblem,
  isImageMissing,
  listImageFields,
} from './checkHost';
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
        version: z.string().optional(),
        server: image().optional(),
        studio: image().optional(),
      });
    },
  }),
  validation: (host, field, { apiHolder, formData }) => {
    const problem = listImageFields(host ?? {})
      .map(part => findImageProblem(part, host ?? {}))
      .find(Boolean);
    if (problem) {
      field.addError(problem);
    } else if (isImageMissing(host ?? {})) {
      field.addError(
        getTexts(apiHolder)?.('profile.imageRequired') ??
          'Enter your server image and its tag, or the digests.',
      );
    } else {
      // The form does not check the acknowledgement's own field before it has
      // a value.
      const open =
        findVersionProblem(host ?? {}) ??
        findUnacknowledged(host ?? {}, formData ?? {});
      if (open) {
        field.addError(open);
      }
    }
  },
});
