import type { ResolvedEnvironmentSpec } from '@elsa-portal/backstage-plugin-elsa-spec';

/**
 * Objects that a spec says exist outside of its manifests, as `Kind/name`:
 * Secrets, settings and claims that somebody makes, and Services of a canary.
 */
export function externalObjects(spec: ResolvedEnvironmentSpec): Set<string> {
  const names = new Set<string>();
  if (spec.secrets.kind === 'existing') {
    for (const name of Object.values(spec.secrets.names)) {
      names.add(`Secret/${name}`);
    }
  }
  for (const part of [spec.server, spec.studio]) {
    for (const { secret, configMap } of part.env) {
      if (secret) names.add(`Secret/${secret.name}`);
      if (configMap) names.add(`ConfigMap/${configMap.name}`);
    }
    for (const volume of part.volumes) {
      if (volume.secret) names.add(`Secret/${volume.secret}`);
      if (volume.configMap) names.add(`ConfigMap/${volume.configMap}`);
      if (volume.persistentVolumeClaim) {
        names.add(`PersistentVolumeClaim/${volume.persistentVolumeClaim}`);
      }
    }
  }
  const { tls } = spec.exposure;
  if (tls.source === 'secret') names.add(`Secret/${tls.secretName}`);
  if (spec.mesh.canary) names.add(`Service/${spec.mesh.canary.service}`);
  const { caSecret } = spec.database.external ?? {};
  if (caSecret) names.add(`Secret/${caSecret.name}`);
  return names;
}
