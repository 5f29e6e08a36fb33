import type { RequiredPart } from '@elsa-portal/backstage-plugin-elsa-common/health';
import type {
  ComponentName,
  EnvironmentLink,
  OwnershipStatus,
} from '@elsa-portal/backstage-plugin-elsa-common/contract';

/** What the catalog says about one environment. */
export interface CatalogEnvironment {
  entityRef: string;
  /** Value of the environment annotation: instance label and Helm release. */
  name: string;
  title?: string;
  description?: string;
  owner?: string;
  ownership: OwnershipStatus['state'];
  system?: string;
  lifecycle?: string;
  cluster: string;
  namespace: string;
  hostProfile?: string;
  links: EnvironmentLink[];
  /** Other entities that stand for parts of it: server, studio, ... */
  aliases: string[];
  /** Parts that it depends on, wherever they live. */
  expectedComponents?: ComponentName[];
  /** All parts that it has in its cluster; absent where its entity does not say. */
  describedParts?: RequiredPart[];
  /** Where the catalog itself has it from; nobody else can write this. */
  location?: string;
  /** Why it cannot be looked up in a cluster, when its annotations are wrong. */
  placementProblem?: string;
}
