/*
 * elsaServer, elsaStudio   from
 * ----------------------------------------------------------------------
 * image                    host.server, host.studio (profile unless stated)
 * replicaCount             replicas
 * autoscaling              autoscaling; request rates become a KEDA trigger
 * placement                placement; spot labels by target.cloud
 * env                      env, each variable with its one source
 * extraVolumes(+Mounts)    volumes
 */
import type { Spec, Values } from './Values';

type Workload = Spec['studio'] | Spec['server'];

export function workloadValues(
  spec: Spec,
  workload: Workload,
  image: Spec['host']['server'],
): Values {
  return {
    image: {
      repository: image.repository,
      tag: image.tag ?? '',
      digest: image.digest ?? '',
    },
    replicaCount: workload.replicas,
    resources: workload.resources,
    verticalPodAutoscaler: { enabled: workload.verticalAutoscaler },
    placement: placementValues(spec, workload),
    serviceAccountAnnotations: spec.security.serviceAccountAnnotations,
    podLabels: workload.podLabels,
    podAnnotations: workload.podAnnotations,
    env: workload.env.map(variableValue),
    extraVolumes: workload.volumes.map(volumeValue),
    extraVolumeMounts: workload.volumes.map(volume => ({
      name: volume.name,
      mountPath: volume.mountPath,
      readOnly: volume.readOnly,
    })),
  };
}

export function autoscalingValues({ autoscaling }: Workload): Values {
  return {
    enabled: autoscaling.enabled,
    minReplicas: autoscaling.minReplicas,
    maxReplicas: autoscaling.maxReplicas,
    targetCPUUtilizationPercentage: autoscaling.targetCpuUtilization,
    targetMemoryUtilizationPercentage: autoscaling.targetMemoryUtilization ?? 0,
  };
}

/** How each cloud marks spot nodes; the taint has the same key and value where there is one. */
const SPOT_LABELS = {
  generic: undefined,
  aws: { key: 'karpenter.sh/capacity-type', value: 'spot' },
  azure: { key: 'kubernetes.azure.com/scalesetpriority', value: 'spot' },
  gcp: { key: 'cloud.google.com/gke-spot', value: 'true' },
};

function placementValues(spec: Spec, { placement }: Workload): Values {
  const spotLabel = SPOT_LABELS[spec.target.cloud];
  return {
    zoneSpread: placement.spreadZones,
    spot: placement.spot,
    ...(spotLabel && placement.spot !== 'never' && { spotLabel }),
    nodeSelector: placement.nodeSelector,
    tolerations: placement.tolerations,
    priorityClassName: placement.priorityClassName ?? '',
  };
}

function variableValue({
  name,
  value,
  secret,
  configMap,
}: Workload['env'][number]): Values {
  if (secret) return { name, valueFrom: { secretKeyRef: secret } };
  if (configMap) return { name, valueFrom: { configMapKeyRef: configMap } };
  return { name, value: value ?? '' };
}

function volumeValue(volume: Workload['volumes'][number]): Values {
  const { name } = volume;
  if (volume.secret) return { name, secret: { secretName: volume.secret } };
  if (volume.configMap) {
    return { name, configMap: { name: volume.configMap } };
  }
  if (volume.persistentVolumeClaim) {
    return {
      name,
      persistentVolumeClaim: { claimName: volume.persistentVolumeClaim },
    };
  }
  return { name, emptyDir: { sizeLimit: volume.emptyDirSizeLimit } };
}
