import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { makeFieldSchema } from '@backstage/plugin-scaffolder-react';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { createFreshErrors } from '../../utils/createFreshErrors';
import { getTexts } from '../../utils/getTexts';
import { findNameProblem, findNamesake } from './checkName';
import { EnvironmentName } from './EnvironmentName';

const errors = createFreshErrors();

export const environmentNameField = createFormField({
  name: 'ElsaEnvironmentName',
  component: errors.wrap(EnvironmentName),
  schema: makeFieldSchema({ output: z => z.string() }),
  validation: async (name, field, { apiHolder }) => {
    errors.watch(field);
    const problem = findNameProblem(name);
    if (problem) {
      field.addError(problem);
      return;
    }
    const catalogApi = apiHolder.get(catalogApiRef);
    // A catalog that cannot be asked is told below the field and stops nobody:
    // the registration at the end refuses a name that is taken.
    const namesake = await (catalogApi &&
      findNamesake(name, catalogApi).catch(() => undefined));
    if (namesake) {
      const entityRef = stringifyEntityRef(namesake);
      field.addError(
        getTexts(apiHolder)?.('name.taken', { entityRef }) ??
          `The catalog already contains ${entityRef}.`,
      );
    }
  },
});
