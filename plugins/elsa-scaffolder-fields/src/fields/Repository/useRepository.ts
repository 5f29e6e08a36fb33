import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useEffect, useMemo } from 'react';
import { type GitHost, listGitHosts } from './listGitHosts';
import { readOptions } from './readOptions';
import {
  findProblem,
  readParts,
  type RepositoryParts,
  type RepositoryProblem,
  type RepositoryValue,
  writeParts,
} from './repositoryValue';

export type RepositoryProps = FieldExtensionComponentProps<RepositoryValue>;

/** What the field's inputs show and change. */
export interface RepositoryState {
  /** The Git servers on offer. */
  hosts: GitHost[];
  /** The chosen one. */
  host: GitHost | undefined;
  mode: NonNullable<RepositoryValue['mode']>;
  parts: RepositoryParts;
  /** Changes parts of the address, on another server where one is given. */
  change: (part: Partial<RepositoryParts>, ofHost?: GitHost) => void;
  /** What is wrong with a part, once the page was left. */
  problem: RepositoryProblem | undefined;
}

/** Reads the field's value by the servers that the portal knows. */
export function useRepository(props: RepositoryProps): RepositoryState {
  const { formData = {}, onChange, rawErrors = [] } = props;
  const config = useApi(configApiRef);
  const { allowedHosts } = readOptions(props.uiSchema);
  const hosts = useMemo(
    () => listGitHosts(config, allowedHosts),
    [config, allowedHosts],
  );
  const parts = readParts(formData);
  const host = hosts.find(known => known.host === parts.host);
  const mode = formData.mode ?? 'new';

  const [only] = hosts;
  useEffect(() => {
    if (hosts.length === 1 && !parts.host) {
      onChange(writeParts(only, mode, parts));
    }
    // Once, when the field appears with nothing in it.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [hosts]);

  // What is wrong is told when the page is left, at the input it is about.
  const isOffered = host !== undefined && host.kind === formData.kind;
  const wrong = isOffered ? findProblem(formData) : 'host';
  return {
    hosts,
    host,
    mode,
    parts,
    change: (part, ofHost = host) =>
      ofHost && onChange(writeParts(ofHost, mode, { ...parts, ...part })),
    problem: rawErrors.length > 0 ? wrong : undefined,
  };
}
