import { quoteShell } from '../shell';
import type { ProcedureContext } from './types';

/** `kubectl` in the environment's namespace; redirections are appended by the caller. */
export const kubectl = (context: ProcedureContext, ...words: string[]) =>
  ['kubectl', `--namespace=${context.namespace}`, ...words]
    .map(quoteShell)
    .join(' ');

/** A script in the container of the embedded database. */
export const inDatabase = (context: ProcedureContext, script: string) =>
  kubectl(
    context,
    'exec',
    '--stdin',
    `statefulset/${context.environment}-${context.provider}`,
    `--container=${context.provider}`,
    '--',
    'sh',
    '-c',
    script,
  );

/** A program on CloudNativePG's primary, whose name is asked for first. */
export const onPrimary = (context: ProcedureContext, ...words: string[]) =>
  `kubectl --namespace=${quoteShell(context.namespace)} exec --stdin "$(${kubectl(
    context,
    'get',
    `cluster.postgresql.cnpg.io/${context.environment}-postgresql`,
    '--output=jsonpath={.status.currentPrimary}',
  )})" --container=postgres -- ${words.map(quoteShell).join(' ')}`;

export const file = (context: ProcedureContext, suffix: string) =>
  quoteShell(`${context.environment}${suffix}`);
