import type { ClusterNeed } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { Environment, Spec } from '../files/types';

/** One object of the namespace that the spec names and somebody else makes. */
function reference(
  spec: Spec,
  kind: string,
  name: string,
  why: string,
  keys: readonly string[] = [],
): ClusterNeed {
  const { namespace } = spec.target;
  const listed =
    keys.length > 0
      ? ` with ${keys.length > 1 ? 'keys' : 'key'} ${keys.join(', ')}`
      : '';
  return {
    what: `${kind} ${name}${listed}`,
    why,
    // Names only: a value never comes to a screen.
    check: `kubectl get ${kind.toLowerCase()} ${name} --namespace ${namespace}`,
  };
}

function workloadReferences(spec: Spec, part: 'server' | 'studio') {
  const { env, volumes } = spec[part];
  return [
    ...env.flatMap(({ name, secret, configMap }) => [
      ...(secret
        ? [
            reference(
              spec,
              'Secret',
              secret.name,
              `${part}: variable ${name}`,
              [secret.key],
            ),
          ]
        : []),
      ...(configMap
        ? [
            reference(
              spec,
              'ConfigMap',
              configMap.name,
              `${part}: variable ${name}`,
              [configMap.key],
            ),
          ]
        : []),
    ]),
    ...volumes.flatMap(({ name, ...volume }) => {
      const why = `${part}: volume ${name}`;
      return [
        ...(volume.secret
          ? [reference(spec, 'Secret', volume.secret, why)]
          : []),
        ...(volume.configMap
          ? [reference(spec, 'ConfigMap', volume.configMap, why)]
          : []),
        ...(volume.persistentVolumeClaim
          ? [
              reference(
                spec,
                'PersistentVolumeClaim',
                volume.persistentVolumeClaim,
                why,
              ),
            ]
          : []),
      ];
    }),
  ];
}

function backupReferences(spec: Spec): ClusterNeed[] {
  const { backup } = spec;
  if (!backup.enabled || backup.method !== 'object-store') return [];
  const { existing } = backup.objectStore ?? {};
  return existing === undefined
    ? []
    : [reference(spec, 'ObjectStore', existing, 'backups of the database')];
}

/** Objects that the spec names and that nothing of this repository makes. */
export function references({ spec, profiles }: Environment): ClusterNeed[] {
  const { caSecret } = spec.database.external ?? {};
  const { canary } = spec.mesh;
  const made = new Set(
    spec.extra.objects.map(({ kind, metadata }) => `${kind} ${metadata.name}`),
  );
  const all = [
    ...spec.host.imagePullSecrets.map(name =>
      reference(spec, 'Secret', name, 'pulling the images'),
    ),
    ...(caSecret && !profiles.database.isOwn
      ? [
          reference(
            spec,
            'Secret',
            caSecret.name,
            "the certificate of the database server's authority",
            [caSecret.key],
          ),
        ]
      : []),
    ...(canary
      ? [
          reference(
            spec,
            'Service',
            canary.service,
            `${canary.weight} % of the requests`,
          ),
        ]
      : []),
    ...backupReferences(spec),
    ...workloadReferences(spec, 'server'),
    ...(spec.studio.enabled ? workloadReferences(spec, 'studio') : []),
  ];
  return all.filter(
    ({ what }) => !made.has(what.split(' ').slice(0, 2).join(' ')),
  );
}
