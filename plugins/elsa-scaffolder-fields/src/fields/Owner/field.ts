import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { elsaEnvironmentCreatePermission } from '@elsa-portal/backstage-plugin-elsa-common';
import { createFreshErrors } from '../../utils/createFreshErrors';
import { getTexts } from '../../utils/getTexts';
import { Owner } from './Owner';

const errors = createFreshErrors();

export const ownerField = createFormField({
  name: 'ElsaOwner',
  component: errors.wrap(Owner),
  schema: makeFieldSchema({ output: z => z.string() }),
  validation: async (owner, field, { apiHolder }) => {
    errors.watch(field);
    if (!owner) {
      return;
    }
    // A server that cannot be asked now is asked again by the task itself.
    const answer = await apiHolder
      .get(permissionApiRef)
      ?.authorize({
        permission: elsaEnvironmentCreatePermission,
        resourceRef: owner,
      })
      .catch(() => undefined);
    if (answer && answer.result !== AuthorizeResult.ALLOW) {
      field.addError(
        getTexts(apiHolder)?.('owner.refused', { owner }) ??
          `You cannot create environments for ${owner}. Choose a team you belong to.`,
      );
    }
  },
});
