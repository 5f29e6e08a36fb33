import { FAMILIES, type Row } from './kindTable';

/** One row of the API server's resource table. */
export interface ResourceKind {
  group: string;
  version: string;
  kind: string;
  plural: string;
  isNamespaced: boolean;
  shortNames?: string[];
}

export function apiVersionOf(kind: { group: string; version: string }): string {
  return kind.group ? `${kind.group}/${kind.version}` : kind.version;
}

export function parseApiVersion(apiVersion: string): {
  group: string;
  version: string;
} {
  const slash = apiVersion.indexOf('/');
  return slash < 0
    ? { group: '', version: apiVersion }
    : {
        group: apiVersion.slice(0, slash),
        version: apiVersion.slice(slash + 1),
      };
}

function pluralize(kind: string): string {
  const name = kind.toLocaleLowerCase('en-US');
  if (/(s|x|ch|sh)$/.test(name)) return `${name}es`;
  if (/[^aeiou]y$/.test(name)) return `${name.slice(0, -1)}ies`;
  return `${name}s`;
}

/** The kinds one cluster serves. An unknown kind is added, as a CRD would be. */
export class KindRegistry {
  readonly #kinds: ResourceKind[] = FAMILIES.flatMap(
    ({ group, version, namespaced = [], cluster = [] }) => {
      const toKind =
        (isNamespaced: boolean) =>
        ([kind, plural, shortName]: Row): ResourceKind => ({
          group,
          version,
          kind,
          plural,
          isNamespaced,
          ...(shortName && { shortNames: [shortName] }),
        });
      return [...namespaced.map(toKind(true)), ...cluster.map(toKind(false))];
    },
  );

  readonly #resolved = new Map<string, ResourceKind>();

  list(): readonly ResourceKind[] {
    return this.#kinds;
  }

  byPlural(
    group: string,
    version: string,
    plural: string,
  ): ResourceKind | undefined {
    return this.#kinds.find(
      kind =>
        kind.group === group &&
        kind.version === version &&
        kind.plural === plural,
    );
  }

  /** Any served version of the kind; the group decides, as in a real cluster. */
  byKind(kind: string, group: string): ResourceKind | undefined {
    return this.#kinds.find(row => row.kind === kind && row.group === group);
  }

  resolve(apiVersion: string, kind: string): ResourceKind {
    const key = `${apiVersion}/${kind}`;
    const resolved = this.#resolved.get(key) ?? this.#find(apiVersion, kind);
    this.#resolved.set(key, resolved);
    return resolved;
  }

  #find(apiVersion: string, kind: string): ResourceKind {
    const { group, version } = parseApiVersion(apiVersion);
    const known = this.#kinds.find(
      row =>
        row.kind === kind && row.group === group && row.version === version,
    );
    if (known) return known;
    const added: ResourceKind = {
      group,
      version,
      kind,
      plural: this.byKind(kind, group)?.plural ?? pluralize(kind),
      isNamespaced: this.byKind(kind, group)?.isNamespaced ?? true,
    };
    this.#kinds.push(added);
    return added;
  }
}
