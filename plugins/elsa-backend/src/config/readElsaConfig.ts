import { availableParallelism } from 'node:os';
import {
  ELSA_ENVIRONMENT_ANNOTATION,
  ELSA_ENVIRONMENT_TYPE,
  ELSA_OWNER_ANNOTATION,
  ELSA_PART_OF,
} from '@elsa-portal/backstage-plugin-elsa-common';
import { type Config, ConfigReader } from '@backstage/config';
import { readKnownSecrets } from '../credentials';
import { invalidConfig, readDurationMs, readInteger, readName } from './checks';
import type {
  AlertmanagerConfig,
  CollectorConfig,
  ElsaConfig,
  NamesConfig,
  PrometheusConfig,
} from './ElsaConfig';
import { readDestinations } from './readDestinations';
import { readHttpTarget } from './readHttpTarget';
import { readRawSlos } from './readRawSlos';

const MEBIBYTE = 1024 * 1024;
const SECOND = 1000;
const DAY = 24 * 3600 * SECOND;

const LABEL_KEY = {
  pattern:
    /^([a-z0-9]([-a-z0-9.]{0,251}[a-z0-9])?\/)?[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/,
  remedy: 'use a Kubernetes label or annotation key, such as example.com/name',
};
const LABEL_VALUE = {
  pattern: /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/,
  remedy: 'use a Kubernetes label value of at most 63 characters',
};
const METRIC_LABEL = {
  pattern: /^[a-zA-Z_][a-zA-Z0-9_]*$/,
  remedy: 'use a Prometheus label name, such as elsa_environment',
};

/**
 * Reads and checks the whole `elsa` section once, at start.
 *
 * @throws InputError that names the key, its value and what to write instead
 */
export function readElsaConfig(root: Config): ElsaConfig {
  const config = root.getOptionalConfig('elsa') ?? new ConfigReader({}, 'elsa');
  const prometheus = readPrometheus(config);
  return {
    collector: readCollector(config.getOptionalConfig('collector')),
    names: readNames(config.getOptionalConfig('names')),
    retention: {
      transitionsMs: readDurationMs(config, 'retention.transitions', {
        fallbackMs: 90 * DAY,
        minMs: 3600 * SECOND,
      }),
      unregisteredMs: readDurationMs(config, 'retention.unregistered', {
        fallbackMs: 7 * DAY,
        minMs: 60 * SECOND,
      }),
    },
    refresh: {
      minIntervalMs: readDurationMs(config, 'refresh.minInterval', {
        fallbackMs: 10 * SECOND,
        minMs: 0,
      }),
      perCallerPerMinute: readInteger(config, 'refresh.perCallerPerMinute', {
        fallback: 12,
        min: 1,
        max: 10_000,
      }),
    },
    access: {
      decisionTtlMs: readDurationMs(config, 'access.decisionTtl', {
        fallbackMs: 15 * SECOND,
        minMs: 0,
      }),
    },
    notifications: {
      isEnabled: config.getOptionalBoolean('notifications.enabled') ?? true,
      openAfterMs: readDurationMs(config, 'notifications.openAfter', {
        fallbackMs: 120 * SECOND,
        minMs: 0,
      }),
      closeAfterMs: readDurationMs(config, 'notifications.closeAfter', {
        fallbackMs: 300 * SECOND,
        minMs: 0,
      }),
    },
    prometheus,
    alertmanager: readAlertmanager(config, prometheus),
    argoCd: { destinations: readDestinations(config) },
    slos: readRawSlos(config),
    knownSecrets: readKnownSecrets(root),
  };
}

function readCollector(config: Config | undefined): CollectorConfig {
  const intervalMs = readDurationMs(config, 'interval', {
    fallbackMs: 30 * SECOND,
    minMs: SECOND,
  });
  // Two thirds leave time to write what was read before the next cycle is due.
  const clusterTimeoutMs = readDurationMs(config, 'clusterTimeout', {
    fallbackMs: Math.round((intervalMs * 2) / 3),
    minMs: 500,
  });
  if (config && clusterTimeoutMs > intervalMs) {
    throw invalidConfig(
      config,
      'clusterTimeout',
      config.getOptional('clusterTimeout'),
      `use less than collector.interval (${intervalMs / SECOND} seconds), otherwise one slow cluster delays the next cycle of all others`,
    );
  }
  const staleAfterMs = readDurationMs(config, 'staleAfter', {
    fallbackMs: Math.max(120 * SECOND, 4 * intervalMs),
    minMs: SECOND,
  });
  if (config && staleAfterMs < 2 * intervalMs) {
    throw invalidConfig(
      config,
      'staleAfter',
      config.getOptional('staleAfter'),
      `use at least twice collector.interval (${(2 * intervalMs) / SECOND} seconds), otherwise every environment turns Unknown between two cycles`,
    );
  }
  return {
    isEnabled: config?.getOptionalBoolean('enabled') ?? true,
    intervalMs,
    staleAfterMs,
    clusterTimeoutMs,
    requestTimeoutMs: readDurationMs(config, 'requestTimeout', {
      fallbackMs: Math.min(10 * SECOND, clusterTimeoutMs),
      minMs: 100,
    }),
    clusterConcurrency: readInteger(config, 'clusterConcurrency', {
      fallback: 10,
      min: 1,
      max: 500,
    }),
    requestConcurrency: readInteger(config, 'requestConcurrency', {
      fallback: 4,
      min: 1,
      max: 50,
    }),
    pageSize: readInteger(config, 'pageSize', {
      fallback: 500,
      min: 1,
      max: 10_000,
    }),
    maxResponseBytes: readInteger(config, 'maxResponseBytes', {
      fallback: 32 * MEBIBYTE,
      min: 1024,
      max: 512 * MEBIBYTE,
    }),
    threads: readInteger(config, 'threads', {
      fallback: defaultThreads(),
      min: 0,
      max: 64,
    }),
  };
}

/** Beyond four, the proxy in the backend's own thread is what clusters wait for. */
const MOST_THREADS = 4;

/** One core is left to those who use the portal. */
function defaultThreads(): number {
  return Math.min(Math.max(availableParallelism() - 1, 1), MOST_THREADS);
}

function readNames(config: Config | undefined): NamesConfig {
  const key = (name: string, fallback: string) =>
    readName(config, name, { fallback, ...LABEL_KEY });
  const value = (name: string, fallback: string) =>
    readName(config, name, { fallback, ...LABEL_VALUE });
  return {
    environmentAnnotation: key(
      'environmentAnnotation',
      ELSA_ENVIRONMENT_ANNOTATION,
    ),
    ownerAnnotation: key('ownerAnnotation', ELSA_OWNER_ANNOTATION),
    environmentType: value('environmentType', ELSA_ENVIRONMENT_TYPE),
    partOfLabel: key('partOfLabel', 'app.kubernetes.io/part-of'),
    partOfValue: value('partOfValue', ELSA_PART_OF),
    instanceLabel: key('instanceLabel', 'app.kubernetes.io/instance'),
  };
}

function readPrometheus(config: Config): PrometheusConfig[] {
  const entries = config.getOptionalConfigArray('prometheus') ?? [];
  return requireUniqueNames(
    entries.map(entry => ({ entry, value: readOnePrometheus(entry) })),
  );
}

function readOnePrometheus(entry: Config): PrometheusConfig {
  const clusters = entry.getStringArray('clusters');
  const clusterLabel = entry.getOptionalString('clusterLabel');
  if (clusterLabel !== undefined && !METRIC_LABEL.pattern.test(clusterLabel)) {
    throw invalidConfig(
      entry,
      'clusterLabel',
      clusterLabel,
      METRIC_LABEL.remedy,
    );
  }
  if (clusters.length === 0) {
    throw invalidConfig(
      entry,
      'clusters',
      clusters,
      'name the clusters whose metrics this server holds, as the Kubernetes plugin names them',
    );
  }
  if (clusters.length > 1 && clusterLabel === undefined) {
    throw invalidConfig(
      entry,
      'clusters',
      clusters,
      'also set clusterLabel, the label that tells the clusters apart in this server',
    );
  }
  return {
    ...readHttpTarget(entry),
    clusters,
    clusterLabel,
    matchers: readMatchers(entry),
  };
}

function readMatchers(entry: Config): Record<string, string> {
  const matchers = entry.getOptionalConfig('matchers');
  const result: Record<string, string> = {};
  for (const label of matchers?.keys() ?? []) {
    if (!matchers || !METRIC_LABEL.pattern.test(label)) {
      throw invalidConfig(entry, 'matchers', label, METRIC_LABEL.remedy);
    }
    result[label] = matchers.getString(label);
  }
  return result;
}

function readAlertmanager(
  config: Config,
  prometheus: PrometheusConfig[],
): AlertmanagerConfig[] {
  const known = prometheus.map(server => server.name);
  const entries = config.getOptionalConfigArray('alertmanager') ?? [];
  return requireUniqueNames(
    entries.map(entry => {
      const names = entry.getOptionalStringArray('prometheus') ?? known;
      const unknown = names.find(name => !known.includes(name));
      if (unknown !== undefined) {
        throw invalidConfig(
          entry,
          'prometheus',
          unknown,
          `name a server of elsa.prometheus: ${known.join(', ') || 'there is none'}`,
        );
      }
      return { entry, value: { ...readHttpTarget(entry), prometheus: names } };
    }),
  );
}

function requireUniqueNames<T extends { name: string }>(
  entries: Array<{ entry: Config; value: T }>,
): T[] {
  const seen = new Set<string>();
  return entries.map(({ entry, value }) => {
    if (seen.has(value.name)) {
      throw invalidConfig(
        entry,
        'name',
        value.name,
        'another server of this list has the same name; give each its own',
      );
    }
    seen.add(value.name);
    return value;
  });
}
