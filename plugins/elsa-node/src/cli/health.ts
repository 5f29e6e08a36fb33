import { InputError } from '@backstage/errors';
import {
  type Environment,
  resolveEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Command } from 'commander';
import { parseDuration } from '../health/duration';
import { judgeObjects, type Verdict } from '../health/judgeObjects';
import { readCluster } from '../health/kubectl';
import { LARGEST_INPUT_BYTES, parseObjects } from '../health/parseObjects';
import { verdictAsJson, verdictAsText } from '../health/printVerdict';
import { waitForHealth } from '../health/waitForHealth';
import { readText } from '../files/readText';
import { ExitError } from './ExitError';
import { HEALTH_EXIT_CODES } from './exitCodes';
import type { Output } from './Output';
import { readSpec } from './readSpec';
import { readStdin } from './readStdin';

interface Flags {
  spec?: string;
  now?: string;
  json?: boolean;
  wait?: string;
  kubectl: string;
  context?: string;
  namespace?: string;
  selector?: string;
}

export function registerHealth(program: Command, output: Output): void {
  program
    .command('health')
    .description('judge objects as the tab does: from a file or a cluster')
    .argument(
      '[file]',
      'what kubectl get --output json or yaml prints, a list of objects or a case, or - for stdin; without it kubectl reads the cluster',
    )
    .option('--spec <file>', 'spec of the environment: says what has to exist')
    .option('--now <time>', 'time to judge at, such as 2026-11-27T12:00:00Z')
    .option('--json', 'print {status, reasons}')
    .option(
      '--wait <duration>',
      'read the cluster until all is healthy, at most this long, such as 10m',
    )
    .option('--context <name>', "kubectl's context")
    .option(
      '--namespace <name>',
      "namespace; the spec's or kubectl's own, unless given",
    )
    .option('--selector <labels>', 'only objects with these labels')
    .option(
      '--kubectl <path>',
      'kubectl binary',
      process.env.KUBECTL ?? 'kubectl',
    )
    .action(async (file: string | undefined, flags: Flags) => {
      const verdict = await readable(() => judge(file, flags, output));
      output.out(flags.json ? verdictAsJson(verdict) : verdictAsText(verdict));
      if (verdict.status !== 'Healthy') {
        throw new ExitError(HEALTH_EXIT_CODES.notHealthy);
      }
    });
}

/** Whatever cannot be read has one exit code here: a gate must not take it for a verdict. */
async function readable<T>(action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (error instanceof InputError) {
      throw new ExitError(HEALTH_EXIT_CODES.unreadable, error.message);
    }
    throw error;
  }
}

async function judge(
  file: string | undefined,
  flags: Flags,
  output: Output,
): Promise<Verdict> {
  const waitMs = flags.wait === undefined ? 0 : parseDuration(flags.wait);
  const now = flags.now === undefined ? undefined : parseTime(flags.now);
  const environment =
    flags.spec === undefined
      ? undefined
      : resolveEnvironment(await readSpec(flags.spec));
  if (file === undefined) {
    return waitForHealth(() => judgeCluster(flags, environment, now), {
      waitMs,
      say: output.error,
    });
  }
  if (flags.wait !== undefined) {
    throw new InputError(
      'A file does not change: leave it out to wait for a cluster',
    );
  }
  const text =
    file === '-'
      ? await readStdin(LARGEST_INPUT_BYTES)
      : await readText(file, LARGEST_INPUT_BYTES);
  const input = parseObjects(text, file === '-' ? 'The input' : file);
  return judgeObjects({
    ...input,
    expected: environment,
    now: now ?? input.recordedAt ?? Date.now(),
  });
}

async function judgeCluster(
  flags: Flags,
  environment: Environment | undefined,
  now: number | undefined,
): Promise<Verdict> {
  const spec = environment?.spec;
  const read = await readCluster({
    kubectl: flags.kubectl,
    context: flags.context,
    namespace: flags.namespace ?? spec?.target.namespace,
    selector:
      flags.selector ??
      (spec && `app.kubernetes.io/instance=${spec.metadata.name}`),
  });
  return judgeObjects({
    ...read,
    expected: environment,
    now: now ?? Date.now(),
  });
}

function parseTime(text: string): number {
  const time = Date.parse(text);
  if (!Number.isFinite(time)) {
    throw new InputError(
      `"${text}" is no time; write one such as 2026-11-27T12:00:00Z`,
    );
  }
  return time;
}
