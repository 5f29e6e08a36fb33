import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  findTemplateDirectory,
  type GeneratedFile,
  generateEnvironment,
  readTemplate,
  renderInput,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { projectProblems } from './lib/argocdProject';
import { problemsOf } from './lib/checks';
import { type KubernetesObject, parseManifests } from './lib/kubernetesObject';
import { list, node, type Node } from './lib/nodes';
import { options, toSpec } from './lib/options';
import { helmTemplate, makeFolder, releaseOf, withFiles } from './lib/render';
import { secretKeyProblems } from './lib/secretKeys';
import { checkSchemas, hasStrictSchemas } from './lib/strictSchemas';
import { checkTypes, checkValues } from './lib/typedObjects';

const input = toSpec({
  ...Object.fromEntries(
    Object.entries(options).map(([name, values]) => [name, values[0]]),
  ),
  redis: { enabled: true },
  scaling: options.scaling[2],
  backup: 'dump',
  extras: 'all',
});
const spec = resolveEnvironment(input).spec;

/** The one object of a kind with this name. */
function find(objects: KubernetesObject[], kind: string, name: string) {
  const found = objects.find(
    object => object.kind === kind && object.metadata.name === name,
  );
  if (!found) throw new Error(`There is no ${kind} ${name}.`);
  return found;
}

const podOf = (object: KubernetesObject) =>
  node(node(node(object.spec).template).spec);
const containerOf = (object: KubernetesObject) =>
  list(podOf(object).containers)[0];
const server = (objects: KubernetesObject[]) =>
  find(objects, 'Deployment', 'payments-server');
const variableOf = (object: KubernetesObject, name: string): Node => {
  const found = list(containerOf(object).env).find(item => item.name === name);
  if (!found) throw new Error(`There is no variable ${name}.`);
  return found;
};

/** Faults that a chart could have, and what has to notice. */
const faults: Array<{
  title: string;
  check: string;
  break: (objects: KubernetesObject[]) => void;
  says: RegExp;
}> = [
  {
    title: 'a server that may not call its database',
    check: 'network policies',
    break: objects => {
      node(find(objects, 'NetworkPolicy', 'payments-server').spec).egress =
        undefined;
    },
    says: /Deployment payments-server -> StatefulSet payments-postgresql TCP 5432: the sender may not/,
  },
  {
    title: 'a claim that comes from a template',
    check: 'claims',
    break: objects => {
      node(
        find(objects, 'StatefulSet', 'payments-postgresql').spec,
      ).volumeClaimTemplates = [{ metadata: { name: 'data' } }];
    },
    says: /StatefulSet payments-postgresql has a claim template/,
  },
  {
    title: 'a claim that no pod mounts before the first backup',
    check: 'claims',
    break: objects => {
      objects
        .filter(({ metadata }) => metadata.name.includes('backup-claim'))
        .forEach(job => {
          podOf(job).volumes = [];
        });
    },
    says: /PersistentVolumeClaim payments-backup waits for a pod/,
  },
  {
    title: 'a claim in an earlier wave than its pod',
    check: 'claims',
    break: objects => {
      find(
        objects,
        'PersistentVolumeClaim',
        'data-payments-redis-0',
      ).metadata.annotations = { 'argocd.argoproj.io/sync-wave': '-2' };
    },
    says: /PersistentVolumeClaim data-payments-redis-0 is in wave -2/,
  },
  {
    title: 'a database that keeps its backup out',
    check: 'network policies',
    break: objects => {
      const policy = find(objects, 'NetworkPolicy', 'payments-database');
      const [rule] = list(node(policy.spec).ingress);
      rule.from = list(rule.from).slice(0, 1);
    },
    says: /CronJob payments-backup -> .*: the receiver may not/,
  },
  {
    title: 'a database that anybody may call',
    check: 'network policies',
    break: objects => {
      node(find(objects, 'NetworkPolicy', 'payments-database').spec).ingress = [
        {},
      ];
    },
    says: /pod of another team in other-team -> StatefulSet payments-postgresql TCP 5432 is open/,
  },
  {
    title: 'pods without names of hosts',
    check: 'network policies',
    break: objects => {
      objects.splice(
        objects.indexOf(find(objects, 'NetworkPolicy', 'payments-allow-dns')),
        1,
      );
    },
    says: /DNS in kube-system UDP 53: the sender may not/,
  },
  {
    title: 'dumps that go with their release',
    check: 'kept data',
    break: objects => {
      delete find(objects, 'PersistentVolumeClaim', 'payments-backup').metadata
        .annotations?.['helm.sh/resource-policy'];
    },
    says: /PersistentVolumeClaim payments-backup: Helm deletes it/,
  },
  {
    title: 'dumps that Argo CD prunes once they are confirmed',
    check: 'kept data',
    break: objects => {
      find(
        objects,
        'PersistentVolumeClaim',
        'payments-backup',
      ).metadata.annotations = {
        'helm.sh/resource-policy': 'keep',
        'argocd.argoproj.io/sync-options': 'Prune=confirm,Delete=false',
      };
    },
    says: /payments-backup: Argo CD prunes it/,
  },
  {
    title: "a database's claim that goes with its StatefulSet",
    check: 'kept data',
    break: objects => {
      Object.assign(
        node(find(objects, 'StatefulSet', 'payments-postgresql').spec),
        {
          volumeClaimTemplates: [{ metadata: { name: 'data' } }],
          persistentVolumeClaimRetentionPolicy: { whenDeleted: 'Delete' },
        },
      );
    },
    says: /StatefulSet payments-postgresql takes its claims with it/,
  },
  {
    title: 'a container that may gain privileges',
    check: 'pod security',
    break: objects => {
      node(
        containerOf(server(objects)).securityContext,
      ).allowPrivilegeEscalation = true;
    },
    says: /allowPrivilegeEscalation is not false/,
  },
  {
    title: 'a pod of root',
    check: 'pod security',
    break: objects => {
      node(podOf(server(objects)).securityContext).runAsUser = 0;
    },
    says: /runs as user 0/,
  },
  {
    title: 'a pod that is killed while it stops',
    check: 'shutdown',
    break: objects => {
      podOf(server(objects)).terminationGracePeriodSeconds = 30;
    },
    says: /gets 30 s before it is killed/,
  },
  {
    title: 'replicas beside an autoscaler',
    check: 'autoscaling',
    break: objects => {
      node(server(objects).spec).replicas = 3;
    },
    says: /states 3 replicas beside its autoscaler/,
  },
  {
    title: 'a disruption budget of a single pod',
    check: 'disruption budgets',
    break: objects => {
      node(
        find(objects, 'HorizontalPodAutoscaler', 'payments-server').spec,
      ).minReplicas = 1;
    },
    says: /has at least 1 pods and 1 disruption budgets/,
  },
  {
    title: 'a connection string that leads nowhere',
    check: 'connections',
    break: objects => {
      variableOf(server(objects), 'ConnectionStrings__Redis').value =
        'elsa-redis-master:6379,password=$(ELSA_REDIS_PASSWORD)';
    },
    says: /leads to elsa-redis-master:6379, which nothing serves/,
  },
  {
    title: 'a variable that no image reads',
    check: 'environment variables',
    break: objects => {
      list(containerOf(server(objects)).env)[0].name = 'ELSA__RUNTIME__TYPE';
    },
    says: /no image of profile clustered reads ELSA__RUNTIME__TYPE/,
  },
  {
    title: 'a password that comes after the string that needs it',
    check: 'environment variables',
    break: objects => {
      const { env } = containerOf(server(objects));
      (env as Node[]).reverse();
    },
    says: /uses ELSA_DATABASE_PASSWORD before it is set/,
  },
  {
    title: 'a studio that calls a name of the cluster',
    check: 'public addresses',
    break: objects => {
      variableOf(
        find(objects, 'Deployment', 'payments-studio'),
        'Backend__Url',
      ).value = 'http://elsa-server/elsa/api';
    },
    says: /studio's API address: http:\/\/elsa-server\/elsa\/api, wanted https:\/\/elsa-api.example.com\/elsa\/api/,
  },
  {
    title: 'a probe of an address that no route lets in',
    check: 'public addresses',
    break: objects => {
      const probe = node(find(objects, 'Probe', 'payments-probe').spec);
      node(node(probe.targets).staticConfig).static = [
        'https://elsa-api.example.com/health/ready',
      ];
    },
    says: /health\/ready is probed, and no route leads there/,
  },
  {
    title: 'a server that is not told how long it has',
    check: 'shutdown',
    break: objects => {
      variableOf(server(objects), 'DOTNET_shutdownTimeoutSeconds').value = '5';
    },
    says: /is told to stop within 5, the spec says 45 s/,
  },
  {
    title: 'a server that is applied before its database',
    check: 'sync waves',
    break: objects => {
      node(server(objects).metadata.annotations)[
        'argocd.argoproj.io/sync-wave'
      ] = '-3';
    },
    says: /Deployment payments-server: wave -3, wanted 1/,
  },
  {
    title: 'a Secret that nobody makes',
    check: 'references',
    break: objects => {
      variableOf(server(objects), 'ELSA_DATABASE_PASSWORD').valueFrom = {
        secretKeyRef: { name: 'elsa-secrets', key: 'password' },
      };
    },
    says: /refers to Secret elsa-secrets, which nothing makes/,
  },
  {
    title: 'a role that reads secrets',
    check: 'practices',
    break: objects => {
      objects.push({
        apiVersion: 'rbac.authorization.k8s.io/v1',
        kind: 'Role',
        metadata: { name: 'reader', namespace: 'payments-elsa' },
        rules: [{ apiGroups: [''], resources: ['secrets'], verbs: ['*'] }],
      });
    },
    says: /Role reader grants \* [\s\S]*Role reader grants secrets/,
  },
  {
    title: 'a policy that covers no pod',
    check: 'practices',
    break: objects => {
      node(find(objects, 'NetworkPolicy', 'payments-server').spec).podSelector =
        { matchLabels: { app: 'elsa-server' } };
    },
    says: /NetworkPolicy payments-server selects nothing/,
  },
  {
    title: 'a variable in two spellings',
    check: 'practices',
    break: objects => {
      list(containerOf(server(objects)).env)[0].name = 'HTTP__BASEURL';
    },
    says: /http__baseurl is set twice/,
  },
  {
    title: 'a Service that leads to a port that no pod names',
    check: 'practices',
    break: objects => {
      list(
        node(find(objects, 'Service', 'payments-server').spec).ports,
      )[0].targetPort = 'web';
    },
    says: /Service payments-server leads to port web/,
  },
  {
    title: 'a container that nobody asks how it is',
    check: 'practices',
    break: objects => {
      containerOf(server(objects)).livenessProbe = undefined;
    },
    says: /Deployment payments-server, server: no livenessProbe/,
  },
  {
    title: 'replicas that may all stand on one node',
    check: 'practices',
    break: objects => {
      podOf(server(objects)).topologySpreadConstraints = undefined;
    },
    says: /Deployment payments-server is not spread/,
  },
  {
    title: 'a job that stays for ever',
    check: 'practices',
    break: objects => {
      node(
        node(node(find(objects, 'CronJob', 'payments-backup').spec).jobTemplate)
          .spec,
      ).ttlSecondsAfterFinished = undefined;
    },
    says: /CronJob payments-backup has no ttlSecondsAfterFinished/,
  },
  {
    title: 'an object of no namespace',
    check: 'practices',
    break: objects => {
      server(objects).metadata.namespace = undefined;
    },
    says: /Deployment payments-server names no namespace/,
  },
  {
    title: 'two servers of a host during a rollout',
    check: 'rollout',
    break: objects => {
      node(server(objects).spec).strategy = { type: 'Recreate' };
    },
    says: /strategy Recreate, wanted RollingUpdate/,
  },
];

describe('checks of environments', () => {
  let manifests: string;
  let files: GeneratedFile[];
  let argo: KubernetesObject[];

  beforeAll(async () => {
    const template = await readTemplate(findTemplateDirectory());
    files = generateEnvironment(resolveEnvironment(input), { template });
    argo = files
      .filter(({ path }) => path.startsWith('argocd/'))
      .flatMap(({ content }) => parseManifests(content));
    const { folder: chart, remove } = await makeFolder(template.chart);
    manifests = await withFiles([], async folder => {
      const values = join(folder, 'values.yaml');
      await writeFile(
        values,
        renderInput(resolveEnvironment(input), template).valuesFile,
      );
      return helmTemplate('HELM4', releaseOf(spec, chart, values));
    });
    await remove();
  });

  it('should find nothing in an environment that is right', () => {
    expect(problemsOf(spec, parseManifests(manifests))).toEqual({});
  });

  it.each(faults)('should notice $title', ({ check, says, ...fault }) => {
    const objects = parseManifests(manifests);
    fault.break(objects);
    expect(problemsOf(spec, objects)[check]?.join('\n')).toMatch(says);
  });

  it('should notice what the Argo CD project would refuse', () => {
    const objects = parseManifests(manifests);
    expect(projectProblems(spec, objects, argo)).toEqual([]);
    objects.push(
      {
        apiVersion: 'cert-manager.io/v1',
        kind: 'Certificate',
        metadata: { name: 'a', namespace: 'istio-ingress' },
      },
      {
        apiVersion: 'storage.k8s.io/v1',
        kind: 'StorageClass',
        metadata: { name: 'b' },
      },
      {
        apiVersion: 'v1',
        kind: 'ResourceQuota',
        metadata: { name: 'c', namespace: 'payments-elsa' },
      },
    );
    expect(projectProblems(spec, objects, argo)).toEqual([
      'Certificate a goes to istio-ingress, which is no destination',
      "StorageClass b belongs to the cluster and is not on the project's list",
      'ResourceQuota c is of a kind that the project denies',
    ]);
  });

  it('should notice keys of Secrets that nobody makes or is asked for', () => {
    const objects = parseManifests(manifests);
    expect(secretKeyProblems(objects, files)).toEqual([]);
    node(
      node(variableOf(server(objects), 'Token').valueFrom).secretKeyRef,
    ).key = 'other';
    objects.push(
      {
        apiVersion: 'bitnami.com/v1alpha1',
        kind: 'SealedSecret',
        metadata: { name: 'payments-backup' },
        spec: { encryptedData: { 'access-key-id': 'Ag' } },
      },
      {
        apiVersion: 'barmancloud.cnpg.io/v1',
        kind: 'ObjectStore',
        metadata: { name: 'backup' },
        spec: {
          configuration: {
            s3Credentials: {
              accessKeyId: { name: 'payments-backup', key: 'access-key-id' },
              secretAccessKey: {
                name: 'payments-backup',
                key: 'secret-access-key',
              },
            },
          },
        },
      },
    );
    expect(secretKeyProblems(objects, files)).toEqual([
      expect.stringContaining(
        'payments-server reads other of Secret team-secrets',
      ),
      expect.stringContaining(
        'ObjectStore//backup reads secret-access-key of Secret payments-backup',
      ),
    ]);
    expect(
      secretKeyProblems(parseManifests(manifests), []).join('\n'),
    ).toContain('reads signing-key of Secret payments-server');
  });

  it('should notice unknown fields, wrong values and what schemas forbid', () => {
    const objects = parseManifests(manifests);
    node(server(objects).spec).replicaz = 3;
    node(find(objects, 'Service', 'payments-server').spec).ports = 'many';
    const named = new Map(
      objects.map(object => [`${object.kind} ${object.metadata.name}`, object]),
    );
    expect(checkTypes(named).map(problem => problem.object)).toEqual(
      expect.arrayContaining([
        'Deployment payments-server',
        'Service payments-server',
      ]),
    );
    expect(checkValues(named).map(problem => problem.object)).toContain(
      'Service payments-server',
    );
    const refused = checkSchemas(named).problems.map(({ object }) => object);
    // Without schemas beside the repository there is nothing to refuse it.
    expect(refused.includes('Deployment payments-server')).toBe(
      hasStrictSchemas,
    );
  });
});
