import { Command } from 'commander';
import { readConfig } from './config';
import { ACTIONS } from './control/actions';
import { startSandbox } from './serve';

const say = (text: string) => process.stdout.write(`${text}\n`);

async function serve(): Promise<void> {
  const running = await startSandbox(readConfig());
  running.lines.forEach(say);
  say('Sandbox is ready');
  const stop = () => {
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** Asks the sandbox that runs to do something. */
async function request(action: string, args: string[]): Promise<void> {
  const { host, ports } = readConfig();
  const address = `http://${host}:${ports.control}`;
  const response = await fetch(`${address}/actions/${action}`, {
    method: 'POST',
    body: JSON.stringify({ arguments: args }),
  }).catch(() => {
    throw new Error(
      `No sandbox answers at ${address}: start it with "npm start", or with the command "serve"`,
    );
  });
  const { message } = (await response.json()) as { message: string };
  if (!response.ok) throw new Error(message);
  say(message);
}

const program = new Command('sandbox').description(
  'Clusters, Git, Argo CD and Prometheus to try the portal on',
);
program
  .command('serve')
  .description('starts everything and runs until it is interrupted')
  .action(serve);
for (const { name, parameters, about } of ACTIONS) {
  program
    .command(`${name} ${parameters}`.trim())
    .description(about)
    .allowExcessArguments(false)
    .action((...values: unknown[]) =>
      request(
        name,
        // Behind the parameters come commander's options and the command.
        values
          .slice(0, -2)
          .filter(value => value !== undefined)
          .map(String),
      ),
    );
}

program.parseAsync().catch((error: Error) => {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
});
