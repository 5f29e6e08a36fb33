import type { HumanDuration } from '@backstage/types';

/** How to reach one HTTP server. */
interface ElsaHttpTarget {
  /** Unique in its list; shown to users. */
  name: string;
  /** Address below which the API is, without user name and password. */
  url: string;
  auth?:
    | { type: 'none' }
    | {
        type: 'bearer';
        /** @visibility secret */
        token: string;
      }
    | {
        type: 'basic';
        username: string;
        /** @visibility secret */
        password: string;
      }
    | {
        type: 'mtls';
        /** Client certificate in PEM form; or `certFile`. */
        cert?: string;
        certFile?: string;
        /**
         * Private key in PEM form; or `keyFile`.
         * @visibility secret
         */
        key?: string;
        keyFile?: string;
      };
  tls?: {
    /** CA certificates in PEM form that replace those of the system; or `caFile`. */
    ca?: string;
    caFile?: string;
    /** Accepts any certificate: for tests only. Default false. */
    skipVerify?: boolean;
  };
  /** Sent with every request to servers that hold several tenants. */
  tenant?: {
    /** Default `X-Scope-OrgID`, which Mimir, Cortex and Thanos know. */
    header?: string;
    value: string;
  };
  /** For one whole answer. Default 10 seconds. */
  timeout?: HumanDuration | string;
  /** A longer answer is refused. Default 33554432 (32 MiB). */
  maxResponseBytes?: number;
}

export interface Config {
  elsa?: {
    collector?: {
      /** Whether this backend collects; the API works either way. Default true. */
      enabled?: boolean;
      /** Time from one collection to the next. Default 30 seconds. */
      interval?: HumanDuration | string;
      /**
       * Age at which what was read counts as unknown. At least twice the
       * interval. Default: 2 minutes, or four intervals if that is more.
       */
      staleAfter?: HumanDuration | string;
      /** Time that one cluster has in one collection. Default two thirds of the interval. */
      clusterTimeout?: HumanDuration | string;
      /** For one answer of a cluster. Default 10 seconds. */
      requestTimeout?: HumanDuration | string;
      /** Clusters that are read at the same time. Default 10. */
      clusterConcurrency?: number;
      /** Requests to one cluster at the same time. Default 4. */
      requestConcurrency?: number;
      /** Objects in one answer. Default 500. */
      pageSize?: number;
      /** A longer answer is refused. Default 33554432 (32 MiB). */
      maxResponseBytes?: number;
      /**
       * Threads that read clusters and judge what they find, so that users do
       * not wait for it; 0 = the backend's own thread does. Default: one less
       * than there are cores, at least 1 and at most 4.
       */
      threads?: number;
    };
    argoCd?: {
      /**
       * Clusters that Argo CD calls by another name than the Kubernetes plugin,
       * or by an address. Not needed for equal names, nor for the cluster that
       * Argo CD runs in itself.
       */
      destinations?: Array<{
        /** `spec.destination.name` of Applications; or `server`. */
        name?: string;
        /** `spec.destination.server` of Applications. */
        server?: string;
        /** The Kubernetes plugin's name of it. */
        cluster: string;
        /** Cluster in which that Argo CD runs, if there are several. Default: any. */
        hub?: string;
      }>;
    };
    /** Names of labels and annotations, for portals that cannot use the generated ones. */
    names?: {
      /** Default `elsa-portal.io/environment`. */
      environmentAnnotation?: string;
      /** Default `elsa-portal.io/owner`. */
      ownerAnnotation?: string;
      /** `spec.type` of the Components that stand for environments. Default `elsa-environment`. */
      environmentType?: string;
      /** Default `app.kubernetes.io/part-of`. */
      partOfLabel?: string;
      /** Default `elsa-workflows`. */
      partOfValue?: string;
      /** Default `app.kubernetes.io/instance`. */
      instanceLabel?: string;
    };
    retention?: {
      /** How long changes of health are kept. Default 90 days. */
      transitions?: HumanDuration | string;
      /** How long an unregistered environment of a silent cluster is kept. Default 7 days. */
      unregistered?: HumanDuration | string;
    };
    refresh?: {
      /** Within this time after a refresh, the next one gets its result. Default 10 seconds. */
      minInterval?: HumanDuration | string;
      /** Refreshes that one caller may ask for in a minute. Default 12. */
      perCallerPerMinute?: number;
    };
    access?: {
      /** How long decisions of the permission framework are remembered; 0 = not at all. Default 15 seconds. */
      decisionTtl?: HumanDuration | string;
    };
    notifications?: {
      /** Whether owners are told of incidents. Default true. */
      enabled?: boolean;
      /** How long a state must last before the owner is told. Default 2 minutes. */
      openAfter?: HumanDuration | string;
      /** How long all must be well before an incident counts as over. Default 5 minutes. */
      closeAfter?: HumanDuration | string;
    };
    /** SLOs evaluated from raw metrics for environments whose rules record none of that name. */
    slos?: Array<{
      name: string;
      title?: string;
      description?: string;
      indicator:
        'success' | 'latency' | 'availability' | 'database' | 'workflow';
      /** Target ratio, such as 0.999. */
      objective: number;
      /** Default 30. */
      windowDays?: number;
      /** For `latency`; must be a bucket bound of the profile. */
      thresholdMilliseconds?: number;
      /** Where requests are counted. Default `otel`. */
      metricProfile?:
        | 'otel'
        | 'prometheus-net'
        | 'ingress-nginx'
        | 'traefik'
        | 'istio'
        | 'linkerd'
        | 'guide';
    }>;
    prometheus?: Array<
      ElsaHttpTarget & {
        /** Clusters, as the Kubernetes plugin names them, whose metrics it holds. */
        clusters: string[];
        /** Label that tells the clusters apart; needed when there are several. */
        clusterLabel?: string;
        /** Matchers added to every query, such as `{ tenant: eu }`. */
        matchers?: { [label: string]: string };
      }
    >;
    alertmanager?: Array<
      ElsaHttpTarget & {
        /** Names in `elsa.prometheus` whose alerts it gets. Default: all of them. */
        prometheus?: string[];
      }
    >;
  };
}
