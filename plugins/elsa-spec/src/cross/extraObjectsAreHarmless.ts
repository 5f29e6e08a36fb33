import type { Rule } from '../sections/Rule';
import type { EnvironmentSpecIssue } from '../issues/errors';

const CLUSTER_SCOPED =
  /^(Namespace|Node|PersistentVolume|ClusterRole|ClusterRoleBinding|CustomResourceDefinition|StorageClass|VolumeSnapshotClass|IngressClass|GatewayClass|PriorityClass|RuntimeClass|MutatingWebhookConfiguration|ValidatingWebhookConfiguration|ValidatingAdmissionPolicy|ValidatingAdmissionPolicyBinding|APIService|ClusterIssuer|ClusterSecretStore|ClusterExternalSecret)$/;

/** What `namespaceResourceBlacklist` of the generated AppProject names. */
const DENIED_BY_PROJECT =
  /^(ResourceQuota|Application|ApplicationSet|AppProject)$/;

export const extraObjectsAreHarmless: Rule<'extra' | 'target'> = spec =>
  spec.extra.objects.flatMap(
    (object, index): Array<EnvironmentSpecIssue | false> => {
      const path = `extra.objects[${index}]`;
      const { namespace } = object.metadata;
      return [
        // A list would take its items past every check below.
        /List$/.test(object.kind) &&
          Array.isArray(object.items) && {
            path: `${path}.kind`,
            value: object.kind,
            message: 'The object is a list of other objects.',
            remedy: 'Write each item as a separate object.',
          },
        object.kind === 'Secret' && {
          path: `${path}.kind`,
          value: 'Secret',
          message: 'A Secret in Git is not secret.',
          remedy: 'Use an ExternalSecret or a SealedSecret.',
        },
        CLUSTER_SCOPED.test(object.kind) && {
          path: `${path}.kind`,
          value: object.kind,
          message:
            'The object is cluster-scoped, and the Argo CD project allows only namespaced objects.',
          remedy: 'Ask the platform team to own it.',
        },
        DENIED_BY_PROJECT.test(object.kind) && {
          path: `${path}.kind`,
          value: object.kind,
          message:
            'The Argo CD project does not allow it, because it could be used to raise limits or reach other projects.',
          remedy:
            object.kind === 'ResourceQuota'
              ? 'Use security.resourceQuota.'
              : 'Ask the platform team to own it.',
        },
        namespace !== undefined &&
          namespace !== spec.target.namespace && {
            path: `${path}.metadata.namespace`,
            value: namespace,
            message: `The environment lives in ${spec.target.namespace}.`,
            remedy: 'Remove the namespace.',
          },
      ];
    },
  );
