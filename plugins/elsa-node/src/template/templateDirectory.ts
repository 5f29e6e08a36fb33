import { NotFoundError } from '@backstage/errors';
import fs from 'fs';
import path from 'path';

/** The packed copy, and the template in this repository during development. */
const PLACES = [
  ['assets', 'template'],
  ['..', '..', 'templates', 'create-elsa-environment'],
];

/**
 * Folder of the template that came with this package: the packed copy when
 * installed, the repository's own in development.
 *
 * @throws NotFoundError when neither is there
 * @public
 */
export function findTemplateDirectory(): string {
  const root = path.dirname(
    require.resolve('@elsa-portal/backstage-plugin-elsa-node/package.json'),
  );
  const found = PLACES.map(place => path.join(root, ...place)).find(place =>
    fs.existsSync(path.join(place, 'chart', 'Chart.yaml')),
  );
  if (!found) {
    throw new NotFoundError(
      `No template came with ${root}; name its folder with --template`,
    );
  }
  return found;
}
