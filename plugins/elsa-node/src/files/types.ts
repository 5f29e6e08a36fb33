import type { KubernetesObject } from '@elsa-portal/backstage-plugin-elsa-common';
import type {
  Environment,
  ResolvedEnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-spec';

/** A text file, its path relative to the repository with forward slashes. @public */
export interface GeneratedFile {
  path: string;
  content: string;
}

/**
 * What the template's folder holds: the chart and the prose templates. Read by
 * `readTemplate`; generation itself touches no disk.
 *
 * @public
 */
export interface EnvironmentTemplate {
  /** Files of the chart, relative to the chart's folder. */
  chart: GeneratedFile[];
  /** Nunjucks files, relative to the skeleton's folder. */
  skeleton: GeneratedFile[];
}

/** @public */
export interface GenerateOptions {
  template: EnvironmentTemplate;
  /**
   * Files of the repository that the environment joins; absent or empty for a
   * new repository. Only `.elsa`, `catalog-info.yaml`, the documents and what
   * would be written are looked at.
   */
  existing?: GeneratedFile[];
  /**
   * Objects that Helm rendered from `renderInput`. Needed for packaging
   * `kustomize`, which is made of them.
   */
  rendered?: KubernetesObject[];
  /** Replace files that differ from what would be written. */
  force?: boolean;
  /** The spec says where the data is now: record it where nothing recorded it yet. */
  recordData?: boolean;
}

export type { Environment, KubernetesObject };

export type Spec = ResolvedEnvironmentSpec;
