import { checkField, describeIssue } from '../../utils/draftSpec';

/** The spec's `target`. */
export type Target = {
  cluster?: string;
  namespace?: string;
  kubernetesVersion?: string;
  cloud?: string;
};

/** What is wrong with a namespace by Kubernetes' rules and ours. */
export function findNamespaceProblem(
  namespace: string | undefined,
): string | undefined {
  if (!namespace) {
    return undefined;
  }
  const issue = checkField('target.namespace', {
    target: { cluster: 'unnamed', namespace },
  });
  return issue && describeIssue(issue);
}

/** What is wrong with the name of a cluster. */
export function findClusterProblem(cluster: string): string | undefined {
  const issue = checkField('target.cluster', { target: { cluster } });
  return issue && describeIssue(issue);
}
