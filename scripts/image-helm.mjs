// For the Dockerfile: puts Helm where the image takes it from.
//   node scripts/image-helm.mjs FOLDER
import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { runMain, say, UserError } from './lib/messages.mjs';
import { findTools } from './lib/tools.mjs';

runMain(async () => {
  const folder = process.argv[2];
  if (!folder) {
    throw new UserError('No folder is named.', 'Give the folder for Helm.');
  }
  const { tools, missing } = await findTools(['HELM4']);
  if (!tools.HELM4) {
    throw new UserError(
      missing.HELM4,
      'The package that holds Helm is built for Linux on x64: build with --platform linux/amd64, or put a Helm 4 of your own on the PATH of the build stage.',
    );
  }
  mkdirSync(folder, { recursive: true });
  const target = join(folder, 'helm');
  copyFileSync(tools.HELM4, target);
  say(`Helm: ${target}`);
  return 0;
});
