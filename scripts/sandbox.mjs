// npm run sandbox -- COMMAND: changes the sandbox that `npm start` runs.
import { ensureInstalled } from './lib/install.mjs';
import { runMain } from './lib/messages.mjs';
import { runNode } from './lib/run.mjs';
import { sandboxArguments } from './lib/sandbox.mjs';

runMain(async () => {
  await ensureInstalled();
  const { code } = await runNode([
    ...sandboxArguments,
    ...process.argv.slice(2),
  ]);
  return code;
});
