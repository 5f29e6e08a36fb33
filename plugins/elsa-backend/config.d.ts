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
       * Age at which data counts as unknown; at least twice the interval.
       * Default: 2 minutes, or four intervals if that is more.
       */
      staleAfter?: HumanDuration | string;
      /**
       * How long a pod may be Pending or not ready before it counts as stuck.
       * Default: 10 minutes.
       */
      notReadyAfter?: HumanDuration | string;
      /**
       * Time limit for one cluster in one collection.
       * Default: two thirds of the interval.
       */
      clusterTimeout?: HumanDuration | string;
      /**
       * For one answer of a cluster.
       * Default: 10 seconds, or `clusterTimeout` if that is less.
       */
      requestTimeout?: HumanDuration | string;
      /**
       * Clusters read at the same time.
       * Default: 10.
       */
      clusterConcurrency?: number;
      /**
       * Requests to one cluster at the same time.
       * Default: 4.
       */
      requestConcurrency?: number;
      /**
       * Objects per response.
       * Default: 500.
       */
      pageSize?: number;
      /**
       * Longer responses are rejected.
       * Default: 33554432 (32 MiB).
       */
      maxResponseBytes?: number;
      /**
       * Threads that read and evaluate clusters, so that users do not have to wait;
       * 0 means the backend’s own thread.
       * Default: number of cores minus one, at least 1 and at most 4.
       */
      threads?: number;
    };
    argoCd?: {
      /**
       * Namespace that Argo CD runs in. Where several Applications have the label of
       * one environment and nothing that runs says which one deploys it, the one in
       * this namespace counts.
       * Default: `argocd`.
       */
      namespace?: string;
      /**
       * Clusters that have a different name in Argo CD than in the Kubernetes
       * plugin, or are known by URL. Not needed if the names match, nor for the
       * cluster that Argo CD itself runs in.
       */
      destinations?: Array<{
        /** `spec.destination.name` of Applications; or `server`. */
        name?: string;
        /** `spec.destination.server` of Applications. */
        server?: string;
        /** Its name in the Kubernetes plugin. */
        cluster: string;
        /**
         * Cluster that this Argo CD runs in, if there are several.
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
       * `spec.type` of the Components that represent environments.
       * Default: `elsa-environment`.
       */
      environmentType?: string;
      /**
       * Label that identifies Elsa objects.
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
       * How long health changes are kept.
       * Default: 90 days.
       */
      transitions?: HumanDuration | string;
      /**
       * How long an unregistered environment is kept when its cluster does not
       * respond.
       * Default: 7 days.
       */
      unregistered?: HumanDuration | string;
    };
    refresh?: {
      /**
       * Further refreshes within this time get the same result.
       * Default: 10 seconds.
       */
      minInterval?: HumanDuration | string;
      /**
       * Refreshes that one caller can request per minute.
       * Default: 12.
       */
      perCallerPerMinute?: number;
    };
    access?: {
      /**
       * How long permission decisions are cached; 0 means not at all.
       * Default: 15 seconds.
       */
      decisionTtl?: HumanDuration | string;
    };
    notifications?: {
      /**
       * Whether owners are notified of incidents.
       * Default: `true`.
       */
      enabled?: boolean;
      /**
       * How long a state must last before the owner is notified.
       * Default: 2 minutes.
       */
      openAfter?: HumanDuration | string;
      /**
       * How long everything must be healthy before an incident counts as resolved.
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
        /** Sent with every request to multi-tenant servers. */
        value: string;
      };
      /**
       * For one whole answer.
       * Default: 10 seconds.
       */
      timeout?: HumanDuration | string;
      /**
       * Longer responses are rejected.
       * Default: 33554432 (32 MiB).
       */
      maxResponseBytes?: number;
      /** Clusters whose metrics it holds, by their name in the Kubernetes plugin. */
      clusters: string[];
      /** Label that distinguishes clusters; required if there are several. */
      clusterLabel?: string;
      /**
       * Matchers added to every query, such as `{ tenant: eu }`.
       * Default: none.
       */
      matchers?: { [label: string]: string };
      /**
       * Labels that tell copies of a server apart; alerts that differ in nothing
       * else are one alert.
       * Default: prometheus_replica, replica, __replica__.
       */
      replicaLabels?: string[];
    }>;
    /**
     * Where silences are read; same keys as `prometheus[]`, except those about
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
        /** Sent with every request to multi-tenant servers. */
        value: string;
      };
      /**
       * For one whole answer.
       * Default: 10 seconds.
       */
      timeout?: HumanDuration | string;
      /**
       * Longer responses are rejected.
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
