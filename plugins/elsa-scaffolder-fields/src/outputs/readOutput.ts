import type { ScaffolderTaskOutput } from '@backstage/plugin-scaffolder-common';

/** A command to copy, with what it does. */
export interface NextCommand {
  title: string;
  command: string;
}

/** What the template's output says of the environment that was created. */
export interface CreatedEnvironment {
  entityRef?: string;
  name?: string;
  repositoryUrl?: string;
  pullRequestUrl?: string;
  requests?: string;
  commands: NextCommand[];
}

const readText = (value: unknown) =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** Only web addresses become links; anything else could run script when clicked. */
function readUrl(value: unknown): string | undefined {
  const text = readText(value);
  return text && /^https?:\/\//i.test(text) ? text : undefined;
}

function readCommands(value: unknown): NextCommand[] {
  if (!Array.isArray(value)) {
    return [];
  }
  return value.flatMap((item: unknown) => {
    if (typeof item !== 'object' || item === null) {
      return [];
    }
    const title = 'title' in item ? readText(item.title) : undefined;
    const command = 'command' in item ? readText(item.command) : undefined;
    return title && command ? [{ title, command }] : [];
  });
}

/**
 * Reads the fields `elsa` and `elsaPullRequestUrl` of the template's output.
 * They are data of a task, so nothing in them is trusted.
 */
export function readOutput(
  output: ScaffolderTaskOutput | undefined,
): CreatedEnvironment | undefined {
  const elsa = output?.elsa;
  if (typeof elsa !== 'object' || elsa === null) {
    return undefined;
  }
  const values: Record<string, unknown> = { ...elsa };
  return {
    entityRef: readText(values.entityRef),
    name: readText(values.name),
    repositoryUrl: readUrl(values.repositoryUrl),
    pullRequestUrl: readUrl(output?.elsaPullRequestUrl),
    requests: readText(values.requests),
    commands: readCommands(values.commands),
  };
}
