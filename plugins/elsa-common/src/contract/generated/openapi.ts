// Written by scripts/contract.mjs (npm run contract) from
// plugins/elsa-backend/schema/openapi.yaml. Change that, never this file.

export interface paths {
    "/environments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Environments that the caller may read */
        get: operations["ListEnvironments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/environments/{kind}/{namespace}/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The environment that an entity stands for or belongs to
         * Takes the reference of any entity of the environment, such as its server or Studio
         */
        get: operations["GetEnvironment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/environments/{kind}/{namespace}/{name}/transitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Changes of health, newest first */
        get: operations["ListTransitions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/environments/{kind}/{namespace}/{name}/slos/{slo}/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Course of one SLO, for a chart */
        get: operations["GetSloSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/environments/{kind}/{namespace}/{name}/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Collects now, once for all who ask at the same moment */
        post: operations["RefreshEnvironment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/sources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** State of what is read for the environments that the caller may read */
        get: operations["ListSources"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/unregistered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Environments that run in a cluster but are in nobody's catalog */
        get: operations["ListUnregistered"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** Why a request was not answered */
        ErrorResponse: {
            error: {
                name: string;
                message: string;
            };
            /** What was asked */
            request?: {
                method?: string;
                url?: string;
            };
            response?: {
                statusCode: number;
            };
        };
        /**
         * Argo CD’s words, in its order from best to worst
         * @enum {string}
         */
        HealthStatus: "Healthy" | "Suspended" | "Progressing" | "Missing" | "Degraded" | "Unknown";
        /**
         * Part of an environment: value of the label `app.kubernetes.io/component`, `other` when unknown
         * @enum {string}
         */
        ComponentName: "server" | "studio" | "database" | "pgbouncer" | "redis" | "rabbitmq" | "exposure" | "secrets" | "backup" | "monitoring" | "other";
        /**
         * State of an SLO and its budget
         * @enum {string}
         */
        SloState: "ok" | "at-risk" | "burning-slow" | "burning-fast" | "exhausted" | "no-data";
        /**
         * Windows over which burn rates are shown
         * @enum {string}
         */
        BurnRateWindow: "5m" | "30m" | "1h" | "2h" | "6h" | "1d" | "3d";
        /**
         * Where a figure was read
         * @enum {string}
         */
        SourceKind: "kubernetes" | "prometheus" | "alertmanager" | "catalog";
        /**
         * How reading a source went. `stale`: older than the configured limit, and figures are the last good ones; `portal-busy`: the portal itself did not come to reading it, and the source is not to blame; `partial`: it says itself that it gave only a part, and figures are the last whole ones; `needs-sign-in`: only client-side credentials are configured for the cluster
         * @enum {string}
         */
        SourceState: "ok" | "stale" | "unauthorized" | "forbidden" | "not-found" | "rate-limited" | "timeout" | "portal-busy" | "unreachable" | "tls-error" | "server-error" | "invalid-response" | "partial" | "needs-sign-in" | "not-configured" | "pending";
        /**
         * Whether alerts could be read. `stale`: what is known is old, or a server of several is silent; `unavailable`: nothing was ever read; `not-configured`: no Prometheus is configured for the cluster
         * @enum {string}
         */
        AlertReadability: "readable" | "stale" | "unavailable" | "not-configured";
        /**
         * Which fact of an environment is the worst: its health, the SLO that burns fastest, or the alerts that fire
         * @enum {string}
         */
        WorstFact: "health" | "slo" | "alerts";
        /**
         * `owned`: the owner exists; `owner-missing`: named but not in the catalog; `unowned`: nobody is named; `unknown`: the catalog could not be asked
         * @enum {string}
         */
        OwnershipState: "owned" | "owner-missing" | "unowned" | "unknown";
        /** One page of the environments that match and that the caller may see */
        ListEnvironmentsResponse: {
            items: components["schemas"]["EnvironmentSummary"][];
            /** Number of environments that match the filter and that the caller may see */
            totalItems: number;
            /** Number of the same environments, by health */
            totals: {
                Healthy: number;
                Suspended: number;
                Progressing: number;
                Missing: number;
                Degraded: number;
                Unknown: number;
            };
            /** How many of the Healthy ones have a worse fact than their health, by that fact */
            healthyWith: {
                /** An error budget burns too fast or is used up */
                slo: number;
                /** Alerts fire, and no budget is in a worse state */
                alerts: number;
            };
            /** How many of the same environments have security findings */
            withSecurityFindings: number;
            nextCursor?: string;
            /** Key of the signals channel on which this reader is told of changes */
            changeKey?: string;
        };
        /** Code and sentence of the worst reason */
        ReasonSummary: {
            code: string;
            message: string;
        };
        /** Alerts of one environment in numbers; null means not known, which is not 0 */
        AlertsSummary: {
            readability: components["schemas"]["AlertReadability"];
            firing: number | null;
            /** How many of those that fire are critical; absent when not known */
            critical?: number;
            pending: number | null;
            silenced: number | null;
        };
        /** Figures that the environments table shows */
        EnvironmentSummary: {
            /** Reference of the Component that stands for the environment */
            entityRef: string;
            /** Name of the environment */
            name: string;
            title?: string;
            owner?: string;
            ownership: components["schemas"]["OwnershipState"];
            system?: string;
            lifecycle?: string;
            cluster: string;
            namespace: string;
            health: components["schemas"]["HealthStatus"];
            /** Only a part that is not critical is affected */
            isPartial: boolean;
            reason?: components["schemas"]["ReasonSummary"];
            /** ISO 8601, in UTC */
            healthSince?: string;
            serverReplicas?: {
                ready: number;
                desired: number;
            };
            alerts: components["schemas"]["AlertsSummary"];
            /** Worst state of all SLOs and its remaining budget; absent when none are defined */
            slo?: {
                state: components["schemas"]["SloState"];
                name: string;
                remaining: number | null;
                /** Over the last hour; absent without data */
                burnRate?: number;
                /** Until the budget is gone at that rate; absent when never or unknown */
                exhaustionSeconds?: number;
            };
            argoCdSync?: string;
            version?: string;
            /** Number of security findings; absent when nothing is known of such */
            securityFindings?: number;
            /** ISO 8601, in UTC */
            collectedAt?: string;
            isStale: boolean;
        };
        /** Everything known of one environment, with the age of each part */
        EnvironmentStatus: {
            entityRef: string;
            name: string;
            title?: string;
            description?: string;
            system?: string;
            lifecycle?: string;
            cluster: string;
            namespace: string;
            hostProfile?: string;
            health: components["schemas"]["EnvironmentHealth"];
            /** What runs there and accepts published credentials; absent when nothing is known of such, which does not mean safe */
            securityFindings?: components["schemas"]["SecurityFinding"][];
            components: components["schemas"]["ComponentStatus"][];
            storage: components["schemas"]["StorageStatus"][];
            certificates: components["schemas"]["CertificateStatus"][];
            backups: components["schemas"]["BackupStatus"][];
            alerts: components["schemas"]["AlertStatus"][];
            slos: components["schemas"]["SloStatus"][];
            /** The last new revisions, newest first, as far as the cluster keeps them; absent when nothing is known of such */
            deployments?: components["schemas"]["Deployment"][];
            argoCd?: components["schemas"]["ArgoCdStatus"];
            ownership: components["schemas"]["OwnershipStatus"];
            links: components["schemas"]["EnvironmentLink"][];
            sources: components["schemas"]["SourceStatus"][];
            /**
             * ISO 8601, in UTC
             * When this snapshot was made
             */
            collectedAt?: string;
            isStale: boolean;
            /** Key of the signals channel on which this reader alone is told that the environment changed. Another one is given from time to time; absent for services */
            changeKey?: string;
        };
        /** A new revision of a component, as its workload was rolled out */
        Deployment: {
            /** ISO 8601, in UTC */
            at: string;
            component: components["schemas"]["ComponentName"];
            /** Name of the workload */
            name: string;
            revision?: string;
            images?: string[];
        };
        /** Health of an environment as a whole */
        EnvironmentHealth: {
            status: components["schemas"]["HealthStatus"];
            /** Only a part that is not critical is affected */
            isPartial: boolean;
            /** Worst first */
            reasons: components["schemas"]["HealthReason"][];
            /**
             * ISO 8601, in UTC
             * When the status last changed
             */
            since?: string;
        };
        /** One observed fact that made an environment’s health what it is */
        HealthReason: {
            /** Kubernetes’ or Argo CD’s own reason where there is one, such as `CrashLoopBackOff` */
            code: string;
            /** What this fact alone makes of its component */
            health: components["schemas"]["HealthStatus"];
            component: components["schemas"]["ComponentName"];
            /** One plain sentence that names the object */
            message: string;
            evidence?: components["schemas"]["Evidence"];
            /** ISO 8601, in UTC */
            since?: string;
            /** Key of the runbook table */
            runbook: string;
        };
        /** The field of an object that made a reason */
        Evidence: {
            object: components["schemas"]["ObjectReference"];
            /** JSON path within the object, such as `status.containerStatuses[0].state.waiting` */
            field: string;
            /** Container, where the field belongs to one */
            container?: string;
            /** What the cluster said, verbatim and shortened to 1,000 characters */
            message?: string;
        };
        /** An object of a cluster */
        ObjectReference: {
            apiVersion: string;
            kind: string;
            namespace?: string;
            name: string;
        };
        /** Pods of a workload in numbers */
        ReplicaStatus: {
            /** `spec.replicas` */
            desired: number;
            /** Pods of the newest revision */
            updated: number;
            ready: number;
            available: number;
            /** Pods of older revisions that still run */
            old: number;
            /** Pods with a failing container (crash loop, image pull, bad config, unschedulable) */
            failing: number;
        };
        /** One pod */
        PodStatus: {
            name: string;
            phase: string;
            isReady: boolean;
            readyContainers: number;
            containers: number;
            restarts: number;
            /** ISO 8601, in UTC */
            startedAt?: string;
            node?: string;
            zone?: string;
            isTerminating?: boolean;
            images: string[];
            waiting?: {
                container: string;
                reason: string;
                message?: string;
            };
            lastTermination?: {
                container: string;
                reason: string;
                exitCode: number;
                /** ISO 8601, in UTC */
                finishedAt?: string;
            };
        };
        /** What one container of a workload runs */
        ImageStatus: {
            container: string;
            /** Image that the workload asks for */
            wanted: string;
            /** Images that its pods run, each with the number of pods */
            running: {
                image: string;
                pods: number;
            }[];
        };
        /** What an autoscaler looks at */
        AutoscalerMetric: {
            /** `cpu`, `memory` or the metric’s own name */
            name: string;
            current?: string;
            target: string;
        };
        /** A HorizontalPodAutoscaler */
        AutoscalerStatus: {
            name: string;
            current: number;
            desired: number;
            min: number;
            max: number;
            metrics: components["schemas"]["AutoscalerMetric"][];
            /** Set when condition ScalingLimited is true; `TooManyReplicas` means capped at max */
            limited?: {
                reason: string;
                message?: string;
                /** ISO 8601, in UTC */
                since?: string;
            };
            /** ISO 8601, in UTC */
            lastScaleAt?: string;
        };
        /** A PodDisruptionBudget */
        DisruptionBudgetStatus: {
            name: string;
            disruptionsAllowed: number;
            currentHealthy: number;
            desiredHealthy: number;
        };
        /** One part of an environment */
        ComponentStatus: {
            name: components["schemas"]["ComponentName"];
            /** Server and database are critical; the others degrade an environment partially */
            isCritical: boolean;
            health: components["schemas"]["HealthStatus"];
            workload?: components["schemas"]["ObjectReference"];
            replicas?: components["schemas"]["ReplicaStatus"];
            rollout?: {
                revision?: string;
                reason?: string;
                /** ISO 8601, in UTC */
                since?: string;
            };
            autoscaler?: components["schemas"]["AutoscalerStatus"];
            disruptionBudget?: components["schemas"]["DisruptionBudgetStatus"];
            images: components["schemas"]["ImageStatus"][];
            pods: components["schemas"]["PodStatus"][];
            /** Application version from `app.kubernetes.io/version` */
            version?: string;
        };
        /** One volume claim */
        StorageStatus: {
            claim: string;
            component: components["schemas"]["ComponentName"];
            phase: string;
            storageClass?: string;
            requestedBytes?: number;
            capacityBytes?: number;
            /** From kubelet_volume_stats_used_bytes; absent when no Prometheus reports it */
            usedBytes?: number;
        };
        /** One certificate of cert-manager */
        CertificateStatus: {
            name: string;
            dnsNames: string[];
            isReady: boolean;
            /** ISO 8601, in UTC */
            notAfter?: string;
            /** ISO 8601, in UTC */
            renewalAt?: string;
            message?: string;
        };
        /** One scheduled backup */
        BackupStatus: {
            kind: string;
            name: string;
            schedule?: string;
            isSuspended: boolean;
            /** ISO 8601, in UTC */
            lastScheduledAt?: string;
            /** ISO 8601, in UTC */
            lastSuccessAt?: string;
            health: components["schemas"]["HealthStatus"];
            message?: string;
        };
        /** One alert that fires or is about to */
        AlertStatus: {
            name: string;
            /** @enum {string} */
            state: "pending" | "firing";
            /** Somebody silenced it in Alertmanager */
            isSilenced: boolean;
            /** Alertmanager tells nobody of it, because another alert that fires speaks for it. Absent when it is not so */
            isInhibited?: boolean;
            severity?: string;
            labels: {
                [key: string]: string;
            };
            summary?: string;
            description?: string;
            runbookUrl?: string;
            /** ISO 8601, in UTC */
            activeSince?: string;
            value?: number;
            /** Id of the SLO whose budget the alert protects */
            slo?: string;
            /** Id of the source that reported it */
            source: string;
        };
        /** One row of the multiwindow burn-rate table */
        BurnRateAlertStatus: {
            /** @enum {string} */
            severity: "page" | "ticket";
            shortWindow: components["schemas"]["BurnRateWindow"];
            longWindow: components["schemas"]["BurnRateWindow"];
            /** Burn rate above which both windows must be, such as 14.4 */
            factor: number;
            shortBurnRate: number | null;
            longBurnRate: number | null;
            isBurning: boolean;
        };
        /** One service level objective and what is left of its budget */
        SloStatus: {
            /** Name unique in the environment, as in the spec, such as `availability` */
            name: string;
            title: string;
            description?: string;
            /** Why it cannot be evaluated, such as that what its rules record is no objective. Objective and window are then 0 */
            problem?: string;
            /** Target ratio, such as 0.999 */
            objective: number;
            windowSeconds: number;
            state: components["schemas"]["SloState"];
            /** Error ratio over the whole window; null means no data */
            errorRatio: number | null;
            /** 1 - objective */
            errorBudget: number;
            /** 1 is untouched, 0 is gone, negative is overspent; null means no data */
            remaining: number | null;
            /** Burn rate by window; null means no data */
            burnRates: {
                "5m": number | null;
                "30m": number | null;
                "1h": number | null;
                "2h": number | null;
                "6h": number | null;
                "1d": number | null;
                "3d": number | null;
            };
            alerts: components["schemas"]["BurnRateAlertStatus"][];
            /** Seconds until the budget is gone at the 1 h burn rate; null means never or unknown */
            exhaustionSeconds: number | null;
            /**
             * Whether recorded series or raw metrics were evaluated
             * @enum {string}
             */
            from: "recorded" | "raw" | "none";
            /**
             * Why there is no figure of an SLO that rules in the cluster define. `not-configured`: no Prometheus is configured for the cluster; `not-read`: it could not be read; `no-series`: it records none
             * @enum {string}
             */
            unmeasured?: "not-configured" | "not-read" | "no-series";
            source?: string;
            /** ISO 8601, in UTC */
            evaluatedAt?: string;
        };
        /** The Argo CD application that deploys an environment */
        ArgoCdStatus: {
            application: string;
            /** Where Argo CD runs, when that is another cluster than the environment’s */
            cluster?: string;
            namespace?: string;
            health?: {
                status: string;
                message?: string;
            };
            sync?: {
                status: string;
                revision?: string;
            };
            operation?: {
                phase: string;
                message?: string;
                /** ISO 8601, in UTC */
                startedAt?: string;
                /** ISO 8601, in UTC */
                finishedAt?: string;
            };
            conditions: {
                type: string;
                message: string;
            }[];
            outOfSync: components["schemas"]["ObjectReference"][];
        };
        /** Whose an environment is */
        OwnershipStatus: {
            /** Entity reference from the catalog */
            owner?: string;
            /** Entity reference from the workloads’ annotation */
            clusterOwner?: string;
            state: components["schemas"]["OwnershipState"];
            /** The workloads name another owner than the catalog */
            isDisputed?: boolean;
        };
        /** A page of an environment */
        EnvironmentLink: {
            /** @enum {string} */
            kind: "studio" | "server" | "repository" | "argocd" | "grafana" | "other";
            title: string;
            url: string;
        };
        /** What is read for environments, and how that went */
        SourceStatus: {
            /** Unique, such as `kubernetes:production-eu` */
            id: string;
            kind: components["schemas"]["SourceKind"];
            name: string;
            state: components["schemas"]["SourceState"];
            /** What went wrong, without secrets or addresses with credentials */
            message?: string;
            /** What to do about it */
            remedy?: string;
            /**
             * ISO 8601, in UTC
             * Last time that all of it was read
             */
            lastSuccessAt?: string;
            /**
             * ISO 8601, in UTC
             * Last time that anything of it was read
             */
            lastDataAt?: string;
            /** ISO 8601, in UTC */
            lastAttemptAt?: string;
            /**
             * ISO 8601, in UTC
             * When it is asked again, where that is later than usual because it failed. A refresh of one of its environments does not wait for it, unless the source is `rate-limited`
             */
            nextAttemptAt?: string;
        };
        /** A server image that runs with credentials that everybody can read. Says nothing about health, and its absence does not say that all is safe: images that are not recognisably Elsa’s get no verdict */
        SecurityFinding: {
            /** Such as `public-credentials-3.6` */
            id: string;
            /** Elsa’s minor version, such as `3.6` */
            version: string;
            /** As the pods name it */
            image: string;
            /** Pods that run it */
            pods: number;
        };
        /** An environment that runs in a cluster but that the catalog does not know */
        UnregisteredEnvironment: {
            name: string;
            cluster: string;
            namespace: string;
            clusterOwner?: string;
            health: components["schemas"]["HealthStatus"];
            /** Absent when nothing is known of such, which does not mean safe */
            securityFindings?: components["schemas"]["SecurityFinding"][];
            /** ISO 8601, in UTC */
            firstSeenAt: string;
            /** ISO 8601, in UTC */
            lastSeenAt: string;
        };
        /** A change of an environment’s health */
        HealthTransition: {
            /** ISO 8601, in UTC */
            at: string;
            from?: components["schemas"]["HealthStatus"];
            to: components["schemas"]["HealthStatus"];
            isPartial: boolean;
            reason?: components["schemas"]["ReasonSummary"];
        };
        /** Points of `[unix seconds, value]`; a gap is a missing point, never 0 */
        SloPoints: [
            number,
            number
        ][];
        /** The course of one SLO */
        SloSeries: {
            slo: string;
            objective: number;
            windowSeconds: number;
            fromSeconds: number;
            toSeconds: number;
            stepSeconds: number;
            /** 1 - error ratio over the step that ends at each point (5 minutes when that is longer), so that nothing between two points is left out */
            sli: components["schemas"]["SloPoints"];
            /** Remaining budget ratio at each point, over the rolling window. A course up to now ends with the evaluated figure */
            remaining: components["schemas"]["SloPoints"];
            /** Burn rate over 1 hour, the highest of each step. From raw metrics: over the step, where that is longer. A course up to now ends with the evaluated figure */
            burnRate: components["schemas"]["SloPoints"];
            /** Events per second, the mean of each step; empty where probes are counted or nothing says it */
            traffic: components["schemas"]["SloPoints"];
            /** Alerts of this SLO, and of none, that fired, with the steps in which they did */
            incidents: {
                name: string;
                severity?: string;
                fromSeconds: number;
                toSeconds: number;
            }[];
        };
    };
    responses: {
        /** Why it did not work */
        Error: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorResponse"];
            };
        };
    };
    parameters: {
        kind: string;
        namespace: string;
        name: string;
        /** The nextCursor of the page before; left out for the first page */
        cursor: string;
    };
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    ListEnvironments: {
        parameters: {
            query?: {
                /** Entity references of owners; any of them matches */
                owner?: string[];
                /** Entity references of systems; any of them matches */
                system?: string[];
                cluster?: string[];
                health?: components["schemas"]["HealthStatus"][];
                sloState?: components["schemas"]["SloState"][];
                /** Only environments of which this fact is the worst */
                worst?: components["schemas"]["WorstFact"];
                /** Only environments with security findings, or only those without */
                hasSecurityFindings?: boolean;
                /** Part of name, title, namespace or owner, ignoring case */
                text?: string;
                sort?: "name" | "health" | "owner" | "cluster" | "slo" | "alerts";
                /** Ascending is from good to bad and from few to many; alerts and SLOs that are not known are worse than none. By health: by the worst of health, firing alerts and SLOs */
                order?: "asc" | "desc";
                /** 1 to 500, default 100 */
                limit?: number;
                /** The nextCursor of the page before; left out for the first page */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListEnvironmentsResponse"];
                };
            };
            400: components["responses"]["Error"];
            default: components["responses"]["Error"];
        };
    };
    GetEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The environment */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentStatus"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListTransitions: {
        parameters: {
            query?: {
                /** 1 to 500, default 50 */
                limit?: number;
                /** The nextCursor of the page before; left out for the first page */
                cursor?: components["parameters"]["cursor"];
            };
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** One page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["HealthTransition"][];
                        nextCursor?: string;
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    GetSloSeries: {
        parameters: {
            query?: {
                /** Unix seconds, default rangeSeconds before toSeconds */
                fromSeconds?: number;
                /** Length of the course in seconds, default the window of the SLO */
                rangeSeconds?: number;
                /** Unix seconds, default now */
                toSeconds?: number;
                /** Width of the chart in pixels; the step is chosen so that a pixel holds one point at most */
                width?: number;
            };
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
                /** Name of the SLO */
                slo: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Points */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SloSeries"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    RefreshEnvironment: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["parameters"]["kind"];
                namespace: components["parameters"]["namespace"];
                name: components["parameters"]["name"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The environment after the collection */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentStatus"];
                };
            };
            /** The caller has asked too often */
            429: {
                headers: {
                    /** Seconds */
                    "Retry-After"?: number;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorResponse"];
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListSources: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Sources */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["SourceStatus"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
    ListUnregistered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Environments */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        items: components["schemas"]["UnregisteredEnvironment"][];
                    };
                };
            };
            default: components["responses"]["Error"];
        };
    };
}
