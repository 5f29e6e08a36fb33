/** An entity that says an environment of a cluster is the one it stands for. */
export interface Claim {
  entityRef: string;
  /** Entity reference in its full form. */
  owner?: string;
  /** Since when it has named this place and this owner; ISO time in UTC. */
  claimedAt: string;
  /** Whether its repository holds the spec; absent when nobody has looked yet. */
  holdsSpec?: boolean;
  /** It left the catalog a short while ago, and may come back. */
  isGone?: boolean;
}

/** What the cluster says of whose an environment is, in full references. */
export interface PlacementRecord {
  owner?: string;
  entity?: string;
}
