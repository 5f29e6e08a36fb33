import type { EnvironmentSpecIssue } from '../errors';
import { requiredSecretKeys } from '../requiredSecrets';
import type { SecretComponent } from '../resolved';
import { Rule } from './types';

export const storeIsStated: Rule = spec => [
  spec.secrets.kind === 'external-secrets' &&
    spec.secrets.store === undefined && {
      path: 'secrets.store.name',
      message: 'External Secrets needs a store to read from.',
      remedy: "Name the platform's ClusterSecretStore, or use kind: existing.",
    },
  spec.secrets.kind !== 'external-secrets' &&
    spec.secrets.store !== undefined && {
      path: 'secrets.store',
      message: `A store is named, and secrets.kind is ${spec.secrets.kind}.`,
      remedy: 'Set secrets.kind: external-secrets, or remove the store.',
    },
  spec.secrets.kind !== 'sealed-secrets' &&
    spec.secrets.sealed !== undefined && {
      path: 'secrets.sealed',
      message: `Sealed values are given, and secrets.kind is ${spec.secrets.kind}.`,
      remedy: 'Set secrets.kind: sealed-secrets, or remove them.',
    },
];

/** One Secret per component: a pod must not see the credentials of another. */
export const secretNamesDiffer: Rule = spec => {
  const needed = requiredSecretKeys(spec);
  const names = Object.entries(spec.secrets.names).filter(
    ([component]) => needed[component as SecretComponent] !== undefined,
  );
  return names.map(
    ([component, name], index) =>
      names.findIndex(([, other]) => other === name) < index && {
        path: `secrets.names.${component}`,
        value: name,
        message: 'Another component uses this Secret.',
        remedy: 'Give each component a Secret of its own.',
      },
  );
};

/** A workload whose key is missing does not start. */
export const sealedValuesAreWhole: Rule = spec =>
  spec.secrets.kind !== 'sealed-secrets'
    ? []
    : Object.entries(requiredSecretKeys(spec)).flatMap(([component, keys]) =>
        keys.map(
          key =>
            spec.secrets.sealed?.[component as SecretComponent]?.[key] ===
              undefined && {
              path: `secrets.sealed.${component}[${JSON.stringify(key)}]`,
              message: `A pod needs the key ${key}.`,
              remedy: `Seal it: kubeseal --raw --namespace ${
                spec.target.namespace
              } --name ${
                spec.secrets.names[component as SecretComponent]
              } --from-file=/dev/stdin.`,
            },
        ),
      );

const PARTS = ['server', 'studio'] as const;

export const variablesHaveOneSource: Rule = spec =>
  PARTS.flatMap(part =>
    spec[part].env.map((variable, index): EnvironmentSpecIssue | false => {
      const sources = ['value', 'secret', 'configMap'].filter(
        source => variable[source as 'value'] !== undefined,
      );
      return (
        sources.length !== 1 && {
          path: `${part}.env[${index}]`,
          value: variable.name,
          message:
            sources.length === 0
              ? 'The variable has no value.'
              : `The variable has several values: ${sources.join(', ')}.`,
          remedy: 'State exactly one of value, secret and configMap.',
        }
      );
    }),
  );

/** .NET reads variables without regard to case: two spellings are one setting. */
export const variablesAreStatedOnce: Rule = (spec, profile) => {
  const { connectionStrings, additionalSecrets, ...keys } =
    profile.server.environment;
  const own = new Set(
    [
      ...Object.values(keys),
      ...Object.values(connectionStrings),
      ...Object.keys(additionalSecrets ?? {}),
      ...Object.values(spec.host.environmentKeys ?? {}),
      'HOME',
    ].map(key => String(key).toLowerCase()),
  );
  const studioOwn = new Set([profile.studio.apiUrlKey.toLowerCase(), 'home']);
  return PARTS.flatMap(part => {
    const names = spec[part].env.map(variable => variable.name.toLowerCase());
    return spec[part].env.flatMap(
      (variable, index): Array<EnvironmentSpecIssue | false> => [
        (part === 'server' ? own : studioOwn).has(names[index]) && {
          path: `${part}.env[${index}].name`,
          value: variable.name,
          message: 'The template sets this variable itself.',
          remedy:
            'Remove it; use the field of the spec that stands for this setting.',
        },
        names.indexOf(names[index]) < index && {
          path: `${part}.env[${index}].name`,
          value: variable.name,
          message: 'The variable is stated twice (case does not count).',
          remedy: 'State it once.',
        },
      ],
    );
  });
};

/** Development mode serves stack traces and accepts the published keys. */
export const hostRunsInProduction: Rule = spec =>
  PARTS.flatMap(part =>
    spec[part].env.map(
      (variable, index): EnvironmentSpecIssue | false =>
        /^(ASPNETCORE|DOTNET)_ENVIRONMENT$/i.test(variable.name) &&
        /^(development|demo)$/i.test(variable.value ?? '') && {
          path: `${part}.env[${index}].value`,
          value: variable.value,
          message:
            'This mode shows internals to callers and accepts published keys.',
          remedy: 'Leave the variable out; the template sets Production.',
        },
    ),
  );

export const volumesHaveOneSource: Rule = spec =>
  PARTS.flatMap(part =>
    spec[part].volumes.flatMap(
      (volume, index): Array<EnvironmentSpecIssue | false> => {
        const sources = [
          volume.secret,
          volume.configMap,
          volume.persistentVolumeClaim,
          volume.emptyDirSizeLimit,
        ].filter(source => source !== undefined);
        const isFirst = (field: 'name' | 'mountPath') =>
          spec[part].volumes.findIndex(
            other => other[field] === volume[field],
          ) === index;
        return [
          sources.length !== 1 && {
            path: `${part}.volumes[${index}]`,
            value: volume.name,
            message: 'The volume needs exactly one source.',
            remedy:
              'State one of secret, configMap, persistentVolumeClaim and emptyDirSizeLimit.',
          },
          !isFirst('name') && {
            path: `${part}.volumes[${index}].name`,
            value: volume.name,
            message: 'Another volume has this name.',
            remedy: 'Give each volume its own name.',
          },
          !isFirst('mountPath') && {
            path: `${part}.volumes[${index}].mountPath`,
            value: volume.mountPath,
            message: 'Another volume is mounted there.',
            remedy: 'Mount each volume at its own path.',
          },
        ];
      },
    ),
  );

/** A volume over the program's own files replaces the program. */
export const volumesKeepTheProgram: Rule = (spec, profile) =>
  PARTS.flatMap(part =>
    spec[part].volumes.map(
      (volume, index): EnvironmentSpecIssue | false =>
        (/^\/(app|bin|dev|etc|lib|proc|sbin|sys|usr)?$/.test(
          volume.mountPath.replace(/(.)\/$/, '$1'),
        ) ||
          profile[part].writablePaths.includes(volume.mountPath)) && {
          path: `${part}.volumes[${index}].mountPath`,
          value: volume.mountPath,
          message: 'The image needs its own files there.',
          remedy: 'Mount the volume at a path of its own, such as /mnt/data.',
        },
    ),
  );

const RESERVED_LABEL =
  /^(app\.kubernetes\.io|helm\.sh|elsa-portal\.io|argocd\.argoproj\.io)\//;

export const reservedLabelsStay: Rule = spec => {
  const fields: Array<[string, Record<string, string>]> = [
    ['server.podLabels', spec.server.podLabels],
    ['studio.podLabels', spec.studio.podLabels],
    ['server.podAnnotations', spec.server.podAnnotations],
    ['studio.podAnnotations', spec.studio.podAnnotations],
    ['extra.labels', spec.extra.labels],
    ['extra.annotations', spec.extra.annotations],
  ];
  return fields.flatMap(([path, entries]) =>
    Object.entries(entries).map(
      ([key, value]) =>
        RESERVED_LABEL.test(key) && {
          path: `${path}[${JSON.stringify(key)}]`,
          value,
          message:
            'Selectors, ownership and Argo CD rely on what the template writes there.',
          remedy: 'Use a key with a prefix of your own.',
        },
    ),
  );
};

const CLUSTER_SCOPED =
  /^(Namespace|Node|PersistentVolume|ClusterRole|ClusterRoleBinding|CustomResourceDefinition|StorageClass|VolumeSnapshotClass|IngressClass|GatewayClass|PriorityClass|RuntimeClass|MutatingWebhookConfiguration|ValidatingWebhookConfiguration|ValidatingAdmissionPolicy|ValidatingAdmissionPolicyBinding|APIService|ClusterIssuer|ClusterSecretStore|ClusterExternalSecret)$/;

/** What `namespaceResourceBlacklist` of the generated AppProject names. */
const DENIED_BY_PROJECT =
  /^(ResourceQuota|Application|ApplicationSet|AppProject)$/;

export const extraObjectsAreHarmless: Rule = spec =>
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
            message: 'The object is a list of others.',
            remedy: 'Write each of its items as an object of its own.',
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
            'The object belongs to the whole cluster; the Argo CD project allows objects of the namespace only.',
          remedy: 'Ask the platform team to own it.',
        },
        DENIED_BY_PROJECT.test(object.kind) && {
          path: `${path}.kind`,
          value: object.kind,
          message:
            'The Argo CD project does not allow it: whoever can write it could raise limits or reach other projects.',
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
            remedy: 'Leave the namespace out.',
          },
      ];
    },
  );
