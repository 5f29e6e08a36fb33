import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Repositories, Repository } from '../git/repositories';
import { repositoryKey } from '../git/repositories';
import type { Cluster } from '../kubernetes/cluster';
import type { Manifest } from '../kubernetes/types';
import type { ArgoCd } from './argoCd';
import type { Renderer } from './render';
import { parseManifests, renderApplication } from './render';
import type { Target } from './target';
import type { Application } from './types';

export interface WatchedCluster {
  cluster: Cluster;
  argoCd: ArgoCd;
}

interface WatcherOptions {
  repositories: Repositories;
  clusters: ReadonlyMap<string, WatchedCluster>;
  helm: string;
  kubectl: string;
}

interface Seen {
  revision: string;
  applications: Array<{ cluster: string; name: string }>;
}

/** What a commit asks for, read and rendered. */
interface Loaded {
  revision: string;
  targets: Array<{ cluster: WatchedCluster; target: Target }>;
  objects: Array<{ cluster: WatchedCluster; manifest: Manifest }>;
}

/** Turns pushes into Applications and rendered objects: Argo CD's repository server. */
export class RepositoryWatcher {
  readonly #options: WatcherOptions;
  readonly #seen = new Map<string, Seen>();
  #pending: Promise<void> = Promise.resolve();

  constructor(options: WatcherOptions) {
    this.#options = options;
  }

  /** Renders every repository that has a commit it has not seen yet. */
  refresh(): Promise<void> {
    // One at a time: two refreshes would render the same commit twice.
    return this.exclusively(() => this.#refresh());
  }

  /**
   * Does something while no repository is being read.
   *
   * @throws what the work throws; later work is done all the same
   */
  exclusively(work: () => Promise<void>): Promise<void> {
    const done = this.#pending.then(work);
    this.#pending = done.catch(() => undefined);
    return done;
  }

  async #refresh(): Promise<void> {
    const { repositories } = this.#options;
    const present = await repositories.list();
    // Side by side, for most of it is waiting for Git and Helm; what came of it
    // is taken over in order, so that every run gives the same clusters.
    const loaded = await Promise.allSettled(
      present.map(repository => this.#loadNew(repository)),
    );
    loaded.forEach((result, index) => {
      if (result.status === 'fulfilled' && result.value) {
        this.#takeOver(present[index], result.value);
      }
    });
    const keys = new Set(present.map(repositoryKey));
    for (const [key, seen] of this.#seen) {
      if (keys.has(key)) continue;
      this.#seen.delete(key);
      seen.applications.forEach(row => this.#remove(row));
    }
    const failed = loaded.find(result => result.status === 'rejected');
    if (failed) throw failed.reason;
  }

  async #loadNew(repository: Repository): Promise<Loaded | undefined> {
    const revision = await this.#options.repositories.head(repository, 'main');
    const known = this.#seen.get(repositoryKey(repository));
    return revision && known?.revision !== revision
      ? this.#load(repository, revision)
      : undefined;
  }

  #takeOver(repository: Repository, loaded: Loaded): void {
    for (const { cluster, manifest } of loaded.objects) {
      cluster.cluster.store.put(manifest);
    }
    for (const { cluster, target } of loaded.targets) {
      cluster.argoCd.setTarget(target);
    }
    const applications = loaded.targets.map(({ cluster, target }) => ({
      cluster: cluster.cluster.name,
      name: target.application.metadata.name,
    }));
    this.#seen
      .get(repositoryKey(repository))
      ?.applications.filter(
        row => !applications.some(other => other.name === row.name),
      )
      .forEach(row => this.#remove(row));
    this.#seen.set(repositoryKey(repository), {
      revision: loaded.revision,
      applications,
    });
  }

  #remove({ cluster, name }: { cluster: string; name: string }): void {
    this.#options.clusters.get(cluster)?.argoCd.remove(name);
  }

  async #load(repository: Repository, revision: string): Promise<Loaded> {
    const { repositories } = this.#options;
    const files = await repositories.files(repository, revision);
    const folder = await mkdtemp(join(tmpdir(), 'sandbox-argocd-'));
    const loaded: Loaded = { revision, targets: [], objects: [] };
    try {
      await repositories.checkout(repository, revision, folder);
      for (const file of files.filter(name =>
        /^argocd\/.+\.ya?ml$/.test(name),
      )) {
        const text =
          (await repositories.read(repository, revision, file)) ?? '';
        for (const manifest of parseManifests(text)) {
          const cluster = await this.#clusterFor(
            manifest,
            repository,
            revision,
          );
          if (!cluster) continue;
          if (manifest.kind === 'Application') {
            const target = await this.#render(
              cluster.cluster,
              manifest as Application,
              revision,
              folder,
            );
            loaded.targets.push({ cluster, target });
          } else loaded.objects.push({ cluster, manifest });
        }
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
    return loaded;
  }

  async #render(
    cluster: Cluster,
    application: Application,
    revision: string,
    folder: string,
  ): Promise<Target> {
    const renderer: Renderer = {
      helm: this.#options.helm,
      kubectl: this.#options.kubectl,
      kinds: cluster.store.kinds,
      kubernetesVersion: cluster.kubernetesVersion,
    };
    const named: Application = {
      ...application,
      metadata: {
        ...application.metadata,
        namespace: application.metadata.namespace ?? 'argocd',
      },
    };
    try {
      const manifests = await renderApplication(renderer, named, folder);
      return { application: named, revision, manifests };
    } catch (error) {
      const { stderr, message } = error as { stderr?: string; message: string };
      return {
        application: named,
        revision,
        manifests: [],
        error: `Failed to load target state: ${stderr || message}`,
      };
    }
  }

  /** By the destination's name, else by the cluster that the environment spec names. */
  async #clusterFor(
    manifest: { spec?: object },
    repository: Repository,
    revision: string,
  ): Promise<WatchedCluster | undefined> {
    const { clusters, repositories } = this.#options;
    const { destination, destinations } = (manifest.spec ?? {}) as {
      destination?: { name?: string };
      destinations?: Array<{ name?: string }>;
    };
    const names = [destination, ...(destinations ?? [])].map(row => row?.name);
    const direct = names.find(name => name && clusters.has(name));
    if (direct) return clusters.get(direct);
    const files = await repositories.files(repository, revision);
    for (const file of files.filter(name =>
      /^\.elsa\/[^/]+\.ya?ml$/.test(name),
    )) {
      const text = (await repositories.read(repository, revision, file)) ?? '';
      const { target, spec } = (parse(text) ?? {}) as {
        target?: { cluster?: string };
        spec?: { target?: { cluster?: string } };
      };
      const name = target?.cluster ?? spec?.target?.cluster;
      if (name && clusters.has(name)) return clusters.get(name);
    }
    return undefined;
  }
}
