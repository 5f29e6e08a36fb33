import {
  hostProfiles,
  type ResolvedEnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import type { KubernetesObject } from './kubernetesObject';
import { list } from './nodes';
import { componentOf, type Pod, podsOf } from './pods';

/** Read by .NET itself, whatever the image. */
const RUNTIME = [
  'ASPNETCORE_ENVIRONMENT',
  'ASPNETCORE_FORWARDEDHEADERS_ENABLED',
  'DOTNET_EnableDiagnostics',
  'DOTNET_shutdownTimeoutSeconds',
  'HOME',
];

/** Read by every OpenTelemetry SDK. */
const OPEN_TELEMETRY = [
  'OTEL_EXPORTER_OTLP_PROTOCOL',
  'OTEL_SERVICE_NAME',
  'OTEL_RESOURCE_ATTRIBUTES',
];

function declaredByServer(spec: ResolvedEnvironmentSpec): Set<string> {
  const { environment } = hostProfiles[spec.host.profile].server;
  const { connectionStrings, additionalSecrets, ...keys } = {
    ...environment,
    ...spec.host.environmentKeys,
  };
  return new Set(
    [
      ...RUNTIME,
      ...Object.values(keys),
      connectionStrings[spec.database.provider],
      ...Object.keys(additionalSecrets ?? {}),
      ...(spec.monitoring.collection === 'otlp' ? OPEN_TELEMETRY : []),
      ...spec.server.env.map(variable => variable.name),
    ].filter(name => typeof name === 'string'),
  );
}

function declaredByStudio(spec: ResolvedEnvironmentSpec): Set<string> {
  const { apiUrlKey } = hostProfiles[spec.host.profile].studio;
  return new Set([
    ...RUNTIME,
    apiUrlKey,
    ...spec.studio.env.map(variable => variable.name),
  ]);
}

/** The chart's own: parts of connection strings. Elsa's keys have two underscores. */
const isHelper = (name: string) => /^ELSA_[A-Z]/.test(name);

/** A part of a connection string has to be used by a variable that follows. */
function helperProblems(pod: Pod, variables: Array<Record<string, unknown>>) {
  return variables.flatMap(({ name }, index) => {
    if (!isHelper(String(name))) return [];
    const isUsed = variables
      .slice(index + 1)
      .some(({ value }) => String(value ?? '').includes(`$(${name})`));
    return isUsed ? [] : [`${pod.owner}: no later variable uses ${name}`];
  });
}

/** References to variables that come later, or never, stay in the text as they are. */
function expansionProblems(
  pod: Pod,
  variables: Array<Record<string, unknown>>,
): string[] {
  return variables.flatMap(({ name, value }, index) =>
    [...String(value ?? '').matchAll(/(?<!\$)\$\(([A-Za-z0-9_]+)\)/g)]
      .filter(
        ([, used]) =>
          !variables.slice(0, index).some(other => other.name === used),
      )
      .map(([, used]) => `${pod.owner}: ${name} uses ${used} before it is set`),
  );
}

/** Finds variables that the images of the host profile do not read, doubles, and broken references. */
export function environmentProblems(
  spec: ResolvedEnvironmentSpec,
  objects: readonly KubernetesObject[],
): string[] {
  const declared: Record<string, Set<string>> = {
    server: declaredByServer(spec),
    migration: declaredByServer(spec),
    studio: declaredByStudio(spec),
  };
  return podsOf(objects).flatMap(pod => {
    const known = declared[componentOf(pod)];
    return list(pod.spec.containers).flatMap(container => {
      const variables = list(container.env);
      const names = variables.map(({ name }) => String(name).toLowerCase());
      return [
        ...expansionProblems(pod, variables),
        ...names
          .filter((name, index) => names.indexOf(name) < index)
          .map(name => `${pod.owner}: ${name} is set twice`),
        ...(known
          ? [
              ...variables
                .map(({ name }) => String(name))
                .filter(name => !known.has(name) && !isHelper(name))
                .map(
                  name =>
                    `${pod.owner}: no image of profile ${spec.host.profile} reads ${name}`,
                ),
              ...helperProblems(pod, variables),
            ]
          : []),
      ];
    });
  });
}
