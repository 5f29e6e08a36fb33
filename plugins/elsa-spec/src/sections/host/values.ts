/*
 * host                     from
 * ----------------------------------------------------------------------
 * profile, clustered       host.profile
 * elsaVersion              host.version
 * databases, lockProviders the profile's own table
 * server.secretEnv         signing key, administrator and what the profile adds
 * server.keys              the profile's keys, renamed by host.environmentKeys
 * server.probes            the profile's, replaced by host.probes
 * server.metricsPort       monitoring.collection and metricsPort
 * studio.keys.apiUrl       the profile's
 */
import { serverSecretVariables } from '../secrets/requiredSecrets';
import type { Environment } from '../Environment';
import type { Spec, Values } from '../Values';

const RUNTIME_ENVIRONMENT = [
  { name: 'ASPNETCORE_ENVIRONMENT', value: 'Production' },
  // TLS ends in front of the pod; without it links and redirects say http.
  { name: 'ASPNETCORE_FORWARDEDHEADERS_ENABLED', value: 'true' },
  // The diagnostics socket needs a writable /tmp of its own user.
  { name: 'DOTNET_EnableDiagnostics', value: '0' },
];

/**
 * .NET's host ends after 30 s whatever still runs, unless told otherwise: the
 * time that the pod is given would be of no use.
 */
function shutdownVariable(spec: Spec) {
  return {
    name: 'DOTNET_shutdownTimeoutSeconds',
    value: String(spec.server.shutdownSeconds),
  };
}

// eslint-disable-next-line max-lines-per-function -- a table, one line for each value
export function hostValues({
  spec,
  profiles: { host: profile },
}: Environment): Values {
  const { server, studio } = profile;
  const keys = { ...server.environment, ...spec.host.environmentKeys };
  const stated = spec.host.environmentKeys?.connectionString;
  const probes = { ...server.probes, ...spec.host.probes };
  return {
    profile: profile.id,
    elsaVersion: spec.host.version ?? '',
    clustered: profile.isClustered,
    runAsUser: server.runAsUser,
    runAsGroup: server.runAsUser,
    fsGroup: server.runAsUser,
    databaseProviders: Object.keys(server.databaseProviders),
    databases: Object.fromEntries(
      Object.entries(server.databaseProviders).map(([provider, value]) => [
        provider,
        {
          value,
          connectionKey:
            stated ??
            server.environment.connectionStrings[
              provider as keyof typeof server.environment.connectionStrings
            ] ??
            '',
        },
      ]),
    ),
    lockProviders: {
      postgresql: server.lockProviders.postgresql ?? '',
      sqlserver: server.lockProviders.sqlserver ?? '',
      redis: server.lockProviders.redis ?? '',
      file: server.lockProviders.file ?? '',
    },
    server: {
      port: server.port,
      metricsPort:
        spec.monitoring.collection === 'service-monitor'
          ? spec.monitoring.metricsPort
          : 0,
      metricsPath: spec.monitoring.metricsPath,
      env: [...RUNTIME_ENVIRONMENT, shutdownVariable(spec)],
      secretEnv: serverSecretVariables(spec, profile),
      keys: {
        databaseProvider: keys.databaseProvider ?? '',
        directConnection: keys.directConnectionString ?? '',
        redisConnection: keys.redis ?? '',
        rabbitmqConnection: keys.rabbitmq ?? '',
        lockProvider: keys.lockProvider ?? '',
        publicUrl: keys.publicUrl ?? '',
        otlpEndpoint: keys.otlpEndpoint ?? '',
      },
      probes: {
        startup: probes.startup ?? probes.live,
        liveness: probes.live,
        readiness: probes.ready,
      },
      writablePaths: server.writablePaths,
      home: server.home,
      routePaths: server.publicPaths,
      setsCors: server.setsCors,
      migrationArgs: spec.host.migrationArguments ?? [],
    },
    studio: {
      port: studio.port,
      env: RUNTIME_ENVIRONMENT,
      keys: { apiUrl: studio.apiUrlKey },
      probes: {
        startup: studio.probes.live,
        liveness: studio.probes.live,
        readiness: studio.probes.ready,
      },
      writablePaths: studio.writablePaths,
      home: studio.home,
    },
  };
}
