import {
  dataProcedures,
  resolveRunbook,
  RUNBOOK_KEYS,
} from '@elsa-portal/backstage-plugin-elsa-common/runbook';
import {
  publicUrl,
  sloDescription,
  sloTitle,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { dataServices } from '../catalog';
import type { Environment, EnvironmentTemplate, Spec } from '../files/types';
import { alertDocuments, relevantRunbooks } from './alerts';
import { caveats } from './caveats';
import { facts } from './facts';
import { hostContract } from './hostContract';
import { namespaceCommands } from '../deployment/namespaceCommands';
import { prerequisites } from './prerequisites';
import { runbookContextOf } from './runbookContext';
import { secretDocuments } from './secretCommands';

/** What the skeleton knows of one environment: plain values, nothing to compute there. */
export function environmentDocument(
  environment: Environment,
  template: EnvironmentTemplate,
) {
  const { spec, profiles } = environment;
  const { name } = spec.metadata;
  return {
    name,
    title: spec.metadata.title,
    description: spec.metadata.description ?? '',
    owner: spec.owner,
    system: spec.system,
    isSystemDerived: spec.isSystemDerived,
    lifecycle: spec.lifecycle,
    preset: spec.preset,
    size: spec.size,
    cluster: spec.target.cluster,
    namespace: spec.target.namespace,
    kubernetesVersion: spec.target.kubernetesVersion,
    studioUrl: publicUrl(spec, 'studio') ?? '',
    serverUrl: publicUrl(spec, 'server') ?? '',
    isKustomize: spec.delivery.packaging === 'kustomize',
    hasArgo: spec.delivery.argocd.enabled,
    isAutomated: spec.delivery.argocd.automated,
    argocdNamespace: spec.delivery.argocd.namespace,
    project: spec.delivery.argocd.project,
    keepsDataOnDelete: spec.preset === 'production',
    parts: parts(environment),
    facts: facts(environment).map(fact => ({ ...fact })),
    caveats: caveats(environment).map(caveat => ({ ...caveat })),
    contract: hostContract(environment).map(row => ({ ...row })),
    prerequisites: prerequisites(environment),
    secretsKind: spec.secrets.kind,
    store: spec.secrets.store?.name ?? '',
    secrets: secretDocuments(environment),
    hasAdministrator: Boolean(profiles.host.server.environment.adminPassword),
    serverSecret: spec.secrets.names.server,
    podSecurity: spec.security.podSecurity,
    namespaceCommands: namespaceCommands(spec).join('\n'),
    slos: spec.slos.map(slo => ({
      name: slo.name,
      title: sloTitle(slo),
      description: sloDescription(slo),
    })),
    alerts: alertDocuments(environment, template).map(alert => ({ ...alert })),
    runbook: runbookDocuments(environment),
    procedures: procedureDocuments(spec),
    waves: waves(environment),
    hasMonitoring: spec.monitoring.enabled,
  };
}

function replicaText(workload: Spec['server'] | Spec['studio']): string {
  const { autoscaling, replicas } = workload;
  if (autoscaling.enabled) {
    return `${autoscaling.minReplicas} to ${autoscaling.maxReplicas} pods`;
  }
  return replicas === 1 ? '1 pod' : `${replicas} pods`;
}

function imageText(image: Spec['host']['server']): string {
  return `${image.repository}${image.tag ? `:${image.tag}` : ''}${
    image.digest ? `@${image.digest}` : ''
  }`;
}

function parts(environment: Environment) {
  const { spec, profiles } = environment;
  const { name } = spec.metadata;
  return [
    {
      object: `${name}-server`,
      what: `Elsa server, ${replicaText(spec.server)}`,
      image: imageText(spec.host.server),
    },
    ...(spec.studio.enabled
      ? [
          {
            object: `${name}-studio`,
            what: `Elsa studio, ${replicaText(spec.studio)}`,
            image: imageText(spec.host.studio),
          },
        ]
      : []),
    ...dataServices(environment).map(({ suffix, title }) => ({
      object:
        suffix === profiles.database.provider && !profiles.database.isServer
          ? `${name}-${suffix} (volume)`
          : `${name}-${suffix}`,
      what: title,
      image: '',
    })),
  ];
}

function waves({
  spec,
  profiles,
}: Environment): Array<{ wave: string; what: string }> {
  const hasDataServices = profiles.database.isOwn;
  return [
    { wave: '-3', what: 'policies and service accounts' },
    ...(spec.secrets.kind === 'existing'
      ? []
      : [{ wave: '-2', what: 'secrets' }]),
    ...(hasDataServices || spec.redis.enabled || spec.rabbitmq.enabled
      ? [{ wave: '-1', what: 'data services' }]
      : []),
    ...(spec.host.migrationArguments
      ? [{ wave: '0', what: 'database migration' }]
      : []),
    { wave: '1', what: 'server' },
    { wave: '2', what: 'studio and routes' },
    ...(spec.monitoring.enabled ? [{ wave: '3', what: 'monitoring' }] : []),
  ];
}

function runbookDocuments(environment: Environment) {
  return relevantRunbooks(environment, RUNBOOK_KEYS).flatMap(key => {
    const entry = resolveRunbook(key, runbookContextOf(environment, key));
    return entry
      ? [
          {
            id: entry.id,
            title: entry.title,
            meaning: entry.meaning,
            steps: entry.steps.map(({ text, command }) => ({
              text,
              command: command ?? '',
            })),
          },
        ]
      : [];
  });
}

/** How data is taken along when its place changes; a step in a list indents its command. */
function procedureDocuments(spec: Spec) {
  const { database, delivery, server } = spec;
  const { name } = spec.metadata;
  return dataProcedures({
    environment: name,
    namespace: spec.target.namespace,
    provider: database.provider,
    mode: database.mode,
    database: database.name,
    username: database.username,
    packaging: delivery.packaging,
    hasRabbitmq: spec.rabbitmq.enabled,
    hasKeda: server.autoscaling.enabled && server.autoscaling.kind === 'keda',
    ...(delivery.argocd.enabled && {
      argocd: { application: name, namespace: delivery.argocd.namespace },
    }),
  }).map(({ steps, ...procedure }) => ({
    ...procedure,
    steps: steps.map(({ text, command }) => ({
      text,
      command: (command ?? '').replaceAll('\n', '\n   '),
    })),
  }));
}
