// Written by npm run config from src/config. Change that, never this file.
import type { HumanDuration } from '@backstage/types';

export interface Config {
  elsa?: {
    collector?: {
      /**
       * Whether this backend collects; the API works either way.
       * Default: `true`.
       */
      enabled?: boolean;
      /**
       * Time from one collection to the next.
       * Default: 30 seconds.
       */
      interval?: HumanDuration | string;
      /**
       * Age at which what was read counts as unknown; at least twice the interval.
       * Default: 2 minutes, or four intervals if that is more.
       */
      staleAfter?: HumanDuration | string;
      /**
       * Time that one cluster has in one collection.
       * Default: two thirds of the interval.
       */
      clusterTimeout?: HumanDuration | string;
      /**
       * For one answer of a cluster.
       * Default: 10 seconds, or `clusterTimeout` if that is less.
       */
      requestTimeout?: HumanDuration | string;
      /**
       * Clusters that are read at the same time.
       * Default: 10.
       */
      clusterConcurrency?: number;
      /**
       * Requests to one cluster at the same time.
       * Default: 4.
       */
      requestConcurrency?: number;
      /**
       * Objects in one answer.
       * Default: 500.
       */
      pageSize?: number;
      /**
       * A longer answer is refused.
       * Default: 33554432 (32 MiB).
       */
      maxResponseBytes?: number;
      /**
       * Threads that read clusters and judge what they find, so that users do not
       * wait for it; 0 means the backend’s own.
       * Default: one less than there are cores, at least 1 and at most 4.
       */
      threads?: number;
    };
    argoCd?: {
      /**
       * Clusters that Argo CD calls by another name than the Kubernetes plugin, or
       * by an address. Not needed for equal names, nor for the cluster that Argo CD
       * runs in itself.
       */
      destinations?: Array<{
        /** `spec.destination.name` of Applications; or `server`. */
        name?: string;
        /** `spec.destination.server` of Applications. */
        server?: string;
        /** The Kubernetes plugin’s name of it. */
        cluster: string;
        /**
         * Cluster in which that Argo CD runs, if there are several.
         * Default: any.
         */
        hub?: string;
      }>;
    };
    /**
     * Names of labels and annotations, for portals that cannot use the generated
     * ones.
     */
    names?: {
      /**
       * Annotation that names the environment of an entity.
       * Default: `elsa-portal.io/environment`.
       */
      environmentAnnotation?: string;
      /**
       * Annotation of workloads that names the owner.
       * Default: `elsa-portal.io/owner`.
       */
      ownerAnnotation?: string;
      /**
       * `spec.type` of the Components that stand for environments.
       * Default: `elsa-environment`.
       */
      environmentType?: string;
      /**
       * Label by which objects of Elsa are found.
       * Default: `app.kubernetes.io/part-of`.
       */
      partOfLabel?: string;
      /**
       * Value of that label.
       * Default: `elsa-workflows`.
       */
      partOfValue?: string;
      /**
       * Label that names the environment of an object.
       * Default: `app.kubernetes.io/instance`.
       */
      instanceLabel?: string;
    };
    retention?: {
      /**
       * How long changes of health are kept.
       * Default: 90 days.
       */
      transitions?: HumanDuration | string;
      /**
       * How long an unregistered environment of a silent cluster is kept.
       * Default: 7 days.
       */
      unregistered?: HumanDuration | string;
    };
    refresh?: {
      /**
       * Within this time after a refresh, the next one gets its result.
       * Default: 10 seconds.
       */
      minInterval?: HumanDuration | string;
      /**
       * Refreshes that one caller may ask for in a minute.
       * Default: 12.
       */
      perCallerPerMinute?: number;
    };
    access?: {
      /**
       * How long decisions of the permission framework are remembered; 0 means not
       * at all.
       * Default: 15 seconds.
       */
      decisionTtl?: HumanDuration | string;
    };
    notifications?: {
      /**
       * Whether owners are told of incidents.
       * Default: `true`.
       */
      enabled?: boolean;
      /**
       * How long a state must last before the owner is told.
       * Default: 2 minutes.
       */
      openAfter?: HumanDuration | string;
      /**
       * How long all must be well before an incident counts as over.
       * Default: 5 minutes.
       */
      closeAfter?: HumanDuration | string;
    };
    /**
     * SLOs evaluated from raw metrics for environments whose rules record none of
     * that name.
     */
    slos?: Array<{
      /** Name of the SLO, as rules record it. */
      name: string;
      /**
       * Shown to users.
       * Default: the name.
       */
      title?: string;
      /** Shown to users. */
      description?: string;
      /** What is measured. */
      indicator:
        'success' | 'latency' | 'availability' | 'database' | 'workflow';
      /** Target ratio, such as 0.999. */
      objective: number;
      /**
       * Days over which the objective holds.
       * Default: 30.
       */
      windowDays?: number;
      /** For `latency`; must be a bucket bound of the profile. */
      thresholdMilliseconds?: number;
      /**
       * Where requests are counted.
       * Default: `otel`.
       */
      metricProfile?:
        | 'otel'
        | 'prometheus-net'
        | 'ingress-nginx'
        | 'traefik'
        | 'istio'
        | 'linkerd'
        | 'guide';
    }>;
    /** Where metrics and alerts are read. */
    prometheus?: Array<{
      /** Unique in its list; shown to users. */
      name: string;
      /** Address below which the API is, without user name and password. */
      url: string;
      auth?:
        | {
            type: 'none';
          }
        | {
            type: 'bearer';
            /**
             * Bearer token.
             * @visibility secret
             */
            token: string;
          }
        | {
            type: 'basic';
            /** User name. */
            username: string;
            /**
             * Password.
             * @visibility secret
             */
            password: string;
          }
        | {
            type: 'mtls';
            /** Client certificate in PEM form; or `certFile`. */
            cert?: string;
            /** File with the client certificate. */
            certFile?: string;
            /**
             * Private key in PEM form; or `keyFile`.
             * @visibility secret
             */
            key?: string;
            /** File with the private key. */
            keyFile?: string;
          };
      tls?: {
        /** CA certificates in PEM form that replace those of the system; or `caFile`. */
        ca?: string;
        /** File with the CA certificates. */
        caFile?: string;
        /**
         * Accepts any certificate: for tests only.
         * Default: `false`.
         */
        skipVerify?: boolean;
      };
      tenant?: {
        /**
         * Header that names the tenant, for Mimir, Cortex and Thanos.
         * Default: `X-Scope-OrgID`.
         */
        header?: string;
        /** Sent with every request to servers that hold several tenants. */
        value: string;
      };
      /**
       * For one whole answer.
       * Default: 10 seconds.
       */
      timeout?: HumanDuration | string;
      /**
       * A longer answer is refused.
       * Default: 33554432 (32 MiB).
       */
      maxResponseBytes?: number;
      /** Clusters, as the Kubernetes plugin names them, whose metrics it holds. */
      clusters: string[];
      /** Label that tells the clusters apart; needed when there are several. */
      clusterLabel?: string;
      /**
       * Matchers added to every query, such as `{ tenant: eu }`.
       * Default: none.
       */
      matchers?: { [label: string]: string };
    }>;
    /**
     * Where silences are read; with the keys of `prometheus[]` but those about
     * clusters.
     */
    alertmanager?: Array<{
      /** Unique in its list; shown to users. */
      name: string;
      /** Address below which the API is, without user name and password. */
      url: string;
      auth?:
        | {
            type: 'none';
          }
        | {
            type: 'bearer';
            /**
             * Bearer token.
             * @visibility secret
             */
            token: string;
          }
        | {
            type: 'basic';
            /** User name. */
            username: string;
            /**
             * Password.
             * @visibility secret
             */
            password: string;
          }
        | {
            type: 'mtls';
            /** Client certificate in PEM form; or `certFile`. */
            cert?: string;
            /** File with the client certificate. */
            certFile?: string;
            /**
             * Private key in PEM form; or `keyFile`.
             * @visibility secret
             */
            key?: string;
            /** File with the private key. */
            keyFile?: string;
          };
      tls?: {
        /** CA certificates in PEM form that replace those of the system; or `caFile`. */
        ca?: string;
        /** File with the CA certificates. */
        caFile?: string;
        /**
         * Accepts any certificate: for tests only.
         * Default: `false`.
         */
        skipVerify?: boolean;
      };
      tenant?: {
        /**
         * Header that names the tenant, for Mimir, Cortex and Thanos.
         * Default: `X-Scope-OrgID`.
         */
        header?: string;
        /** Sent with every request to servers that hold several tenants. */
        value: string;
      };
      /**
       * For one whole answer.
       * Default: 10 seconds.
       */
      timeout?: HumanDuration | string;
      /**
       * A longer answer is refused.
       * Default: 33554432 (32 MiB).
       */
      maxResponseBytes?: number;
      /**
       * Names in `elsa.prometheus` whose alerts it gets.
       * Default: all of them.
       */
      prometheus?: string[];
    }>;
  };
}
