// Written by scripts/contract.mjs (npm run contract) from
// plugins/elsa-backend/schema/openapi.yaml. Change that, never this file.
import type { components } from './openapi';

/** Why a request was not answered. @public */
export type ErrorResponse = components['schemas']['ErrorResponse'];

/** Argo CD’s words, in its order from best to worst. @public */
export const HEALTH_STATUSES = ["Healthy","Suspended","Progressing","Missing","Degraded","Unknown"] as const;

/** Argo CD’s words, in its order from best to worst. @public */
export type HealthStatus = components['schemas']['HealthStatus'];

/** Part of an environment: value of the label `app.kubernetes.io/component`, `other` when unknown. @public */
export const COMPONENT_NAMES = ["server","studio","database","pgbouncer","redis","rabbitmq","exposure","secrets","backup","monitoring","other"] as const;

/** Part of an environment: value of the label `app.kubernetes.io/component`, `other` when unknown. @public */
export type ComponentName = components['schemas']['ComponentName'];

/** State of an SLO and its budget. @public */
export const SLO_STATES = ["ok","at-risk","burning-slow","burning-fast","exhausted","no-data"] as const;

/** State of an SLO and its budget. @public */
export type SloState = components['schemas']['SloState'];

/** Windows over which burn rates are shown. @public */
export const BURN_RATE_WINDOWS = ["5m","30m","1h","2h","6h","1d","3d"] as const;

/** Windows over which burn rates are shown. @public */
export type BurnRateWindow = components['schemas']['BurnRateWindow'];

/** Where a figure was read. @public */
export const SOURCE_KINDS = ["kubernetes","prometheus","alertmanager","catalog"] as const;

/** Where a figure was read. @public */
export type SourceKind = components['schemas']['SourceKind'];

/** How reading a source went. `stale`: older than the configured limit, and figures are the last good ones; `portal-busy`: the portal itself did not come to reading it, and the source is not to blame; `partial`: it says itself that it gave only a part, and figures are the last whole ones; `needs-sign-in`: only client-side credentials are configured for the cluster. @public */
export const SOURCE_STATES = ["ok","stale","unauthorized","forbidden","not-found","rate-limited","timeout","portal-busy","unreachable","tls-error","server-error","invalid-response","partial","needs-sign-in","not-configured","pending"] as const;

/** How reading a source went. `stale`: older than the configured limit, and figures are the last good ones; `portal-busy`: the portal itself did not come to reading it, and the source is not to blame; `partial`: it says itself that it gave only a part, and figures are the last whole ones; `needs-sign-in`: only client-side credentials are configured for the cluster. @public */
export type SourceState = components['schemas']['SourceState'];

/** Whether alerts could be read. `stale`: what is known is old, or a server of several is silent; `unavailable`: nothing was ever read; `not-configured`: no Prometheus is configured for the cluster. @public */
export const ALERT_READABILITIES = ["readable","stale","unavailable","not-configured"] as const;

/** Whether alerts could be read. `stale`: what is known is old, or a server of several is silent; `unavailable`: nothing was ever read; `not-configured`: no Prometheus is configured for the cluster. @public */
export type AlertReadability = components['schemas']['AlertReadability'];

/** Which fact of an environment is the worst: its health, the SLO that burns fastest, or the alerts that fire. @public */
export const WORST_FACTS = ["health","slo","alerts"] as const;

/** Which fact of an environment is the worst: its health, the SLO that burns fastest, or the alerts that fire. @public */
export type WorstFact = components['schemas']['WorstFact'];

/** `owned`: the owner exists; `owner-missing`: named but not in the catalog; `unowned`: nobody is named; `unknown`: the catalog could not be asked. @public */
export type OwnershipState = components['schemas']['OwnershipState'];

/** One page of the environments that match and that the caller may see. @public */
export type ListEnvironmentsResponse = components['schemas']['ListEnvironmentsResponse'];

/** Code and sentence of the worst reason. @public */
export type ReasonSummary = components['schemas']['ReasonSummary'];

/** Alerts of one environment in numbers; null means not known, which is not 0. @public */
export type AlertsSummary = components['schemas']['AlertsSummary'];

/** Figures that the environments table shows. @public */
export type EnvironmentSummary = components['schemas']['EnvironmentSummary'];

/** Everything known of one environment, with the age of each part. @public */
export type EnvironmentStatus = components['schemas']['EnvironmentStatus'];

/** A new revision of a component, as its workload was rolled out. @public */
export type Deployment = components['schemas']['Deployment'];

/** Health of an environment as a whole. @public */
export type EnvironmentHealth = components['schemas']['EnvironmentHealth'];

/** One observed fact that made an environment’s health what it is. @public */
export type HealthReason = components['schemas']['HealthReason'];

/** The field of an object that made a reason. @public */
export type Evidence = components['schemas']['Evidence'];

/** An object of a cluster. @public */
export type ObjectReference = components['schemas']['ObjectReference'];

/** Pods of a workload in numbers. @public */
export type ReplicaStatus = components['schemas']['ReplicaStatus'];

/** One pod. @public */
export type PodStatus = components['schemas']['PodStatus'];

/** What one container of a workload runs. @public */
export type ImageStatus = components['schemas']['ImageStatus'];

/** What an autoscaler looks at. @public */
export type AutoscalerMetric = components['schemas']['AutoscalerMetric'];

/** A HorizontalPodAutoscaler. @public */
export type AutoscalerStatus = components['schemas']['AutoscalerStatus'];

/** A PodDisruptionBudget. @public */
export type DisruptionBudgetStatus = components['schemas']['DisruptionBudgetStatus'];

/** One part of an environment. @public */
export type ComponentStatus = components['schemas']['ComponentStatus'];

/** One volume claim. @public */
export type StorageStatus = components['schemas']['StorageStatus'];

/** One certificate of cert-manager. @public */
export type CertificateStatus = components['schemas']['CertificateStatus'];

/** One scheduled backup. @public */
export type BackupStatus = components['schemas']['BackupStatus'];

/** One alert that fires or is about to. @public */
export type AlertStatus = components['schemas']['AlertStatus'];

/** One row of the multiwindow burn-rate table. @public */
export type BurnRateAlertStatus = components['schemas']['BurnRateAlertStatus'];

/** One service level objective and what is left of its budget. @public */
export type SloStatus = components['schemas']['SloStatus'];

/** The Argo CD application that deploys an environment. @public */
export type ArgoCdStatus = components['schemas']['ArgoCdStatus'];

/** Whose an environment is. @public */
export type OwnershipStatus = components['schemas']['OwnershipStatus'];

/** A page of an environment. @public */
export type EnvironmentLink = components['schemas']['EnvironmentLink'];

/** What is read for environments, and how that went. @public */
export type SourceStatus = components['schemas']['SourceStatus'];

/** A server image that runs with credentials that everybody can read. Says nothing about health, and its absence does not say that all is safe: images that are not recognisably Elsa’s get no verdict. @public */
export type SecurityFinding = components['schemas']['SecurityFinding'];

/** An environment that runs in a cluster but that the catalog does not know. @public */
export type UnregisteredEnvironment = components['schemas']['UnregisteredEnvironment'];

/** A change of an environment’s health. @public */
export type HealthTransition = components['schemas']['HealthTransition'];

/** Points of `[unix seconds, value]`; a gap is a missing point, never 0. @public */
export type SloPoints = components['schemas']['SloPoints'];

/** The course of one SLO. @public */
export type SloSeries = components['schemas']['SloSeries'];

