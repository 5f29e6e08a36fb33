import type { MetricProfileId } from '@elsa-portal/backstage-plugin-elsa-common/metrics';
import type { HostImage } from '../profiles';
import type { LockProvider } from '../profiles';
import type { ParsedEnvironmentSpec, Size } from './schema';

type With<T, U> = Omit<T, keyof U> & U;

/** Components that have a Secret of their own. @public */
export const SECRET_COMPONENTS = [
  'server',
  'database',
  'redis',
  'rabbitmq',
  'backup',
] as const;
/** @public */
export type SecretComponent = (typeof SECRET_COMPONENTS)[number];

/**
 * A spec in which every choice is made: what presets, sizes and profiles give
 * and what follows from other fields is filled in. Only
 * `resolveEnvironment` makes one, so whoever holds one holds a valid spec.
 *
 * @public
 */
export type ResolvedEnvironmentSpec = With<
  ParsedEnvironmentSpec,
  {
    metadata: With<ParsedEnvironmentSpec['metadata'], { title: string }>;
    /** Full entity reference. */
    owner: string;
    /** Full entity reference. */
    system: string;
    /** The system was not stated, so this repository's catalog file defines it. */
    isSystemDerived: boolean;
    lifecycle: string;
    size: Size;
    target: With<ParsedEnvironmentSpec['target'], { namespace: string }>;
    host: With<
      ParsedEnvironmentSpec['host'],
      { server: HostImage; studio: HostImage }
    >;
    server: With<ParsedEnvironmentSpec['server'], { locks?: LockProvider }>;
    database: With<ParsedEnvironmentSpec['database'], { version?: string }>;
    backup: With<
      ParsedEnvironmentSpec['backup'],
      {
        method: 'dump' | 'volume-snapshot' | 'object-store';
        objectStore?: With<
          NonNullable<ParsedEnvironmentSpec['backup']['objectStore']>,
          { useWorkloadIdentity: boolean }
        >;
      }
    >;
    exposure: With<
      ParsedEnvironmentSpec['exposure'],
      {
        hosts: { server?: string; studio?: string };
        tls: With<
          ParsedEnvironmentSpec['exposure']['tls'],
          { source: 'cert-manager' | 'secret' | 'edge' }
        >;
      }
    >;
    secrets: With<
      ParsedEnvironmentSpec['secrets'],
      { names: Record<SecretComponent, string>; remotePath: string }
    >;
    security: With<
      ParsedEnvironmentSpec['security'],
      {
        networkPolicy: With<
          ParsedEnvironmentSpec['security']['networkPolicy'],
          { monitoringNamespace: string }
        >;
      }
    >;
    monitoring: With<
      ParsedEnvironmentSpec['monitoring'],
      {
        metricProfile?: MetricProfileId;
        collection: 'none' | 'service-monitor' | 'otlp';
        prometheusUrl: string;
        probe: With<
          ParsedEnvironmentSpec['monitoring']['probe'],
          { enabled: boolean; prober: string }
        >;
      }
    >;
    slos: NonNullable<ParsedEnvironmentSpec['slos']>;
    delivery: With<
      ParsedEnvironmentSpec['delivery'],
      {
        argocd: With<
          ParsedEnvironmentSpec['delivery']['argocd'],
          {
            enabled: boolean;
            project: string;
            destination: { name?: string; server?: string };
          }
        >;
        ci: 'github' | 'gitlab' | 'none';
      }
    >;
  }
>;
