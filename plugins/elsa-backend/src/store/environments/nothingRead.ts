/** What is stored of an environment that no cluster has been asked about. */
export const NOTHING_READ = {
  health: 'Unknown',
  health_since: null,
  is_partial: false,
  cluster_part: null,
  cluster_hash: null,
  collected_at: null,
  metrics_part: null,
  metrics_hash: null,
};
