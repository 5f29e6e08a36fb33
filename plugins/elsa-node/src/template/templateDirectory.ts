import { NotFoundError } from '@backstage/errors';
import fs from 'fs';
import path from 'path';

/**
 * The template in this repository, or beside the packages in an image, where
 * it may be changed; then the packed copy, which packing also leaves behind in
 * this repository.
 */
const PLACES = [
  ['..', '..', 'templates', 'create-elsa-environment'],
  ['assets', 'template'],
];

/**
 * Folder of the template that came with this package: the repository's own
 * in development, the packed copy when installed.
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
