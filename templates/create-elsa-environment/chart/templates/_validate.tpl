{{/*
What the schema cannot say: rules between sections. Each rule appends one line
"where: what is wrong. What to do." and all of them are shown at once.
Rules are grouped by concern; `elsa.validate.data` and `elsa.validate.monitoring`
stand beside the templates that they guard.
*/}}

{{- define "elsa.validate" -}}
{{- $problems := list -}}
{{- range $concern := list "environment" "host" "server" "studio" "exposure" "mesh" "secrets" "extra" "data" "monitoring" -}}
{{- range $line := splitList "\n" (include (printf "elsa.validate.%s" $concern) $) -}}
{{- with trim $line -}}
{{- $problems = append $problems (printf "  - %s" .) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if $problems -}}
{{- fail (printf "\nThe values of this environment cannot work:\n%s\n" (join "\n" $problems)) -}}
{{- end -}}
{{- end -}}

{{- define "elsa.validate.environment" -}}
{{- if and .Values.environment.name (ne .Values.environment.name .Release.Name) }}
environment.name: the release is called {{ .Release.Name }} and the environment {{ .Values.environment.name }}. Labels, names and recorded metrics follow the release; install with the release name {{ .Values.environment.name }}.
{{- end }}
{{- if not (regexMatch "^[a-z]([a-z0-9-]*[a-z0-9])?$" .Release.Name) }}
release name: {{ .Release.Name }} cannot begin the name of a Service. Use lower-case letters, digits and hyphens, beginning with a letter.
{{- end }}
{{- end -}}

{{- define "elsa.validate.host" -}}
{{- $host := .Values.host -}}
{{- if not (has .Values.database.provider $host.databaseProviders) }}
database.provider: the host profile {{ $host.profile }} has no {{ .Values.database.provider }}. Choose one of {{ join ", " $host.databaseProviders }}, or another host profile.
{{- end }}
{{- if and .Values.redis.enabled (not $host.server.keys.redisConnection) }}
redis.enabled: the host profile {{ $host.profile }} does not read a Redis connection, so Redis would do nothing. Set redis.enabled to false, or use a host profile that reads one.
{{- end }}
{{- if and .Values.rabbitmq.enabled (not $host.server.keys.rabbitmqConnection) }}
rabbitmq.enabled: the host profile {{ $host.profile }} does not read a RabbitMQ connection, so RabbitMQ would do nothing. Set rabbitmq.enabled to false, or use a host profile that reads one.
{{- end }}
{{- range $part := list "server" "studio" }}
{{- $settings := index $host $part }}
{{- $covered := false }}
{{- range $settings.writablePaths }}
{{- if or (eq . $settings.home) (hasPrefix (printf "%s/" (trimSuffix "/" .)) $settings.home) }}
{{- $covered = true }}
{{- end }}
{{- if has . (list "/" "/app" "/etc" "/usr" "/bin" "/proc" "/sys" "/dev") }}
host.{{ $part }}.writablePaths: an empty volume on {{ . }} would hide the image's own files. Name the directory that is written to.
{{- end }}
{{- end }}
{{- if not $covered }}
host.{{ $part }}.home: {{ $settings.home }} lies in no writable path. Add it to host.{{ $part }}.writablePaths or choose a directory in one of them.
{{- end }}
{{- end }}
{{- range concat $host.server.routePaths .Values.exposure.extraServerPaths }}
{{- if regexMatch "^/(metrics|health)(/|$)" . }}
host.server.routePaths: {{ . }} would be public. Metrics and health are read inside the cluster only; remove it.
{{- end }}
{{- end }}
{{- if and $host.server.metricsPort (eq (int $host.server.metricsPort) (int $host.server.port)) (has "/" .Values.exposure.extraServerPaths) }}
exposure.extraServerPaths: `/` is matched exactly and exposes nothing below it; name the paths instead.
{{- end }}
{{- end -}}

{{- define "elsa.validate.server" -}}
{{- $server := .Values.elsaServer -}}
{{- $profile := .Values.host.profile -}}
{{- if not .Values.host.clustered }}
{{- if gt (int $server.replicaCount) 1 }}
elsaServer.replicaCount: {{ $server.replicaCount }} pods of the host profile {{ $profile }} would run the same workflows without knowing of each other. Set it to 1, or use a clustered host profile.
{{- end }}
{{- if $server.autoscaling.enabled }}
elsaServer.autoscaling.enabled: the host profile {{ $profile }} can run one server pod only. Set it to false, or use a clustered host profile.
{{- end }}
{{- if eq $server.strategy.type "RollingUpdate" }}
elsaServer.strategy.type: a rolling update runs two server pods at once, which the host profile {{ $profile }} cannot. Leave it empty or set Recreate.
{{- end }}
{{- end }}
{{- if and (eq .Values.database.provider "sqlite") (or (gt (int $server.replicaCount) 1) $server.autoscaling.enabled) }}
database.provider: sqlite is one file in one pod. Use another provider, or one replica without autoscaling.
{{- end }}
{{- if and (eq .Values.database.provider "sqlite") (eq $server.strategy.type "RollingUpdate") }}
elsaServer.strategy.type: a rolling update would open the SQLite file twice. Leave it empty or set Recreate.
{{- end }}
{{- if $server.locks }}
{{- if not .Values.host.server.keys.lockProvider }}
elsaServer.locks: the host profile {{ $profile }} does not read a lock provider. Leave it empty.
{{- else if not (index .Values.host.lockProviders $server.locks) }}
elsaServer.locks: the host profile {{ $profile }} has no locks in {{ $server.locks }}. Choose another place or leave it empty.
{{- end }}
{{- if and (eq $server.locks "redis") (not .Values.redis.enabled) }}
elsaServer.locks: redis is chosen but redis.enabled is false. Enable Redis or choose the database.
{{- end }}
{{- if and (has $server.locks (list "postgresql" "sqlserver")) (ne $server.locks .Values.database.provider) }}
elsaServer.locks: {{ $server.locks }} is chosen but the database is {{ .Values.database.provider }}. Choose the same.
{{- end }}
{{- if and (eq $server.locks "file") (or (gt (int $server.replicaCount) 1) $server.autoscaling.enabled) }}
elsaServer.locks: files lock inside one pod only. Choose the database or redis for more than one pod.
{{- end }}
{{- end }}
{{- include "elsa.validate.autoscaling" (dict "settings" $server "path" "elsaServer") }}
{{- if and $server.autoscaling.enabled (eq $server.autoscaling.kind "keda") }}
{{- if and $server.autoscaling.keda.prometheusTriggers (not $server.autoscaling.keda.prometheusAddress) }}
elsaServer.autoscaling.keda.prometheusAddress: empty, but there are Prometheus triggers. Name the Prometheus that they ask.
{{- end }}
{{- end }}
{{- $stop := int (include "elsa.server.minimumGraceSeconds" .) }}
{{- with int $server.lifecycle.terminationGracePeriodSeconds }}
{{- if lt . $stop }}
elsaServer.lifecycle.terminationGracePeriodSeconds: {{ . }} s end before preStop, shutdown and 15 s of reserve have passed. Set at least {{ $stop }}, or 0 to have it computed.
{{- end }}
{{- end }}
{{- include "elsa.validate.strategy" (dict "strategy" $server.strategy "path" "elsaServer") }}
{{- include "elsa.validate.envConflicts" (dict "root" . "part" "server" "settings" $server "path" "elsaServer") }}
{{- end -}}

{{- define "elsa.validate.studio" -}}
{{- $studio := .Values.elsaStudio -}}
{{- if $studio.enabled }}
{{- include "elsa.validate.autoscaling" (dict "settings" $studio "path" "elsaStudio") }}
{{- include "elsa.validate.strategy" (dict "strategy" $studio.strategy "path" "elsaStudio") }}
{{- include "elsa.validate.envConflicts" (dict "root" . "part" "studio" "settings" $studio "path" "elsaStudio") }}
{{- if and .Values.host.studio.browserCallsApi $studio.apiUrl (regexMatch "^https?://[^/]*(\\.svc(\\.|:|/|$)|\\.cluster\\.local)|^https?://[^./:]+(:[0-9]+)?(/|$)" $studio.apiUrl) }}
elsaStudio.apiUrl: {{ $studio.apiUrl }} is a name inside the cluster, but the browser uses it. Leave it empty or give the public address.
{{- end }}
{{- if and .Values.exposure.tls.enabled (hasPrefix "http://" $studio.apiUrl) .Values.host.studio.browserCallsApi }}
elsaStudio.apiUrl: a studio served over https cannot call an http API from the browser. Use https.
{{- end }}
{{- if and .Values.host.studio.stickySessions (or (gt (int $studio.replicaCount) 1) $studio.autoscaling.enabled) }}
{{- if or (eq .Values.exposure.kind "ingress") (and (eq .Values.exposure.kind "gateway") (ne .Values.exposure.gateway.implementation "envoy-gateway")) }}
elsaStudio.replicaCount: a session of this studio must stay on one pod, which exposure {{ .Values.exposure.kind }} cannot promise. Run one pod, or choose an exposure with sticky sessions (envoy-gateway, ingress-nginx, traefik, alb, istio).
{{- end }}
{{- end }}
{{- $stop := int (include "elsa.studio.minimumGraceSeconds" .) }}
{{- with int $studio.lifecycle.terminationGracePeriodSeconds }}
{{- if lt . $stop }}
elsaStudio.lifecycle.terminationGracePeriodSeconds: {{ . }} s end before preStop, shutdown and 15 s of reserve have passed. Set at least {{ $stop }}, or 0 to have it computed.
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* dict: settings, path */}}
{{- define "elsa.validate.autoscaling" -}}
{{- $autoscaling := .settings.autoscaling -}}
{{- if $autoscaling.enabled }}
{{- if gt (int $autoscaling.minReplicas) (int $autoscaling.maxReplicas) }}
{{ .path }}.autoscaling.minReplicas: {{ $autoscaling.minReplicas }} is more than maxReplicas {{ $autoscaling.maxReplicas }}. Lower it or raise maxReplicas.
{{- end }}
{{- $metrics := or $autoscaling.targetCPUUtilizationPercentage $autoscaling.targetMemoryUtilizationPercentage $autoscaling.podMetrics -}}
{{- if and (eq ($autoscaling.kind | default "hpa") "keda") $autoscaling.keda.prometheusTriggers }}
{{- $metrics = true }}
{{- end }}
{{- if not $metrics }}
{{ .path }}.autoscaling: no metric is set. Set targetCPUUtilizationPercentage or another one.
{{- end }}
{{- range $resource, $target := dict "cpu" $autoscaling.targetCPUUtilizationPercentage "memory" $autoscaling.targetMemoryUtilizationPercentage }}
{{- if and $target (not (dig "requests" $resource "" $.settings.resources)) }}
{{ $.path }}.resources.requests.{{ $resource }}: autoscaling needs it, because its target is a percentage of it. Set a request.
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* dict: strategy, path */}}
{{- define "elsa.validate.strategy" -}}
{{- if and (has (toString .strategy.maxSurge) (list "0" "0%")) (has (toString .strategy.maxUnavailable) (list "0" "0%")) }}
{{ .path }}.strategy: maxSurge and maxUnavailable are both 0, so a rollout can never begin. Raise one of them.
{{- end }}
{{- end -}}

{{/* Variables that are set twice with different meaning. dict: root, part, settings, path */}}
{{- define "elsa.validate.envConflicts" -}}
{{- $names := dict -}}
{{- range .settings.env }}
{{- if hasKey $names (lower .name) }}
{{ $.path }}.env: {{ .name }} stands there twice. Keep one.
{{- end }}
{{- $_ := set $names (lower .name) true }}
{{- end }}
{{- range include (printf "elsa.%s.ownEnv" .part) .root | fromYamlArray }}
{{- $_ := set $names (lower .name) true }}
{{- end }}
{{- range $name, $_ := .settings.config }}
{{- if hasKey $names (lower $name) }}
{{ $.path }}.config: {{ $name }} is also set by {{ $.path }}.env or by the chart itself, which wins. Set it in {{ $.path }}.env alone.
{{- end }}
{{- end }}
{{- $volumes := dict "database-ca" true "sqlite" true }}
{{- range .settings.extraVolumes }}
{{- if or (hasKey $volumes .name) (hasPrefix "writable-" .name) }}
{{ $.path }}.extraVolumes: the name {{ .name }} is taken. Choose another one.
{{- end }}
{{- $_ := set $volumes .name true }}
{{- end }}
{{- range .settings.extraVolumeMounts }}
{{- if not (hasKey $volumes .name) }}
{{ $.path }}.extraVolumeMounts: there is no volume {{ .name }}. Add it to {{ $.path }}.extraVolumes.
{{- end }}
{{- end }}
{{- $mounts := dict }}
{{- range (index $.root.Values.host $.part).writablePaths }}
{{- $_ := set $mounts (trimSuffix "/" .) true }}
{{- end }}
{{- range .settings.extraVolumeMounts }}
{{- if hasKey $mounts (trimSuffix "/" .mountPath) }}
{{ $.path }}.extraVolumeMounts: {{ .mountPath }} is mounted already. Remove it from host.{{ $.part }}.writablePaths or choose another path.
{{- end }}
{{- $_ := set $mounts (trimSuffix "/" .mountPath) true }}
{{- end }}
{{- end -}}

{{- define "elsa.validate.exposure" -}}
{{- $exposure := .Values.exposure -}}
{{- $kind := $exposure.kind -}}
{{- if ne $kind "none" }}
{{- if eq $exposure.hosts.server $exposure.hosts.studio }}
{{- if has "/" (concat .Values.host.server.routePaths $exposure.extraServerPaths) }}
exposure.hosts: server and studio share {{ $exposure.hosts.server }}, but both want its root. Give each its own host name.
{{- end }}
{{- end }}
{{- end }}
{{- if and (eq $kind "istio") (ne .Values.mesh.kind "istio") }}
exposure.kind: istio needs mesh.kind istio. Set it, or choose another exposure.
{{- end }}
{{- if and $exposure.tls.certManager.enabled (not $exposure.tls.certManager.issuerName) }}
exposure.tls.certManager.issuerName: empty. Name the {{ $exposure.tls.certManager.issuerKind }} that signs the certificate.
{{- end }}
{{- if and $exposure.tls.certManager.enabled (not $exposure.tls.enabled) }}
exposure.tls.certManager.enabled: TLS is off, so the certificate would serve nobody. Set exposure.tls.enabled to true.
{{- end }}
{{- if and $exposure.tls.certManager.enabled (or (eq $kind "alb") (eq $kind "none") (and (eq $kind "gateway") (eq $exposure.gateway.mode "shared"))) }}
exposure.tls.certManager.enabled: {{ ternary "an ALB takes its certificates from ACM" (ternary "nothing is exposed" "the shared gateway has its own certificate" (eq $kind "none")) (eq $kind "alb") }}. Set it to false{{ if eq $kind "gateway" }}, or exposure.gateway.mode to listenerset or own{{ end }}.
{{- end }}
{{- if and $exposure.cors.enabled .Values.host.server.setsCors }}
exposure.cors.enabled: the host profile {{ .Values.host.profile }} answers CORS itself, and browsers refuse two headers. Set it to false.
{{- end }}
{{- if and $exposure.cors.enabled $exposure.cors.allowCredentials (has "*" $exposure.cors.allowOrigins) }}
exposure.cors.allowOrigins: `*` and allowCredentials together are refused by browsers. Name the origins.
{{- end }}
{{- if $exposure.cors.enabled }}
{{- if has $kind (list "alb" "ingress" "none") }}
exposure.cors.enabled: exposure {{ $kind }} cannot answer CORS. Set it to false and let the host do it.
{{- end }}
{{- if and (eq $kind "gateway") (lt (int (last (splitList "." $exposure.gateway.apiVersion))) 5) }}
exposure.cors.enabled: the CORS filter needs the CRDs of Gateway API 1.5; exposure.gateway.apiVersion says {{ $exposure.gateway.apiVersion }}. Set it to false or update the CRDs.
{{- end }}
{{- end }}
{{- if $exposure.rateLimit.enabled }}
{{- if or (has $kind (list "alb" "ingress" "none" "istio")) (and (eq $kind "gateway") (ne $exposure.gateway.implementation "envoy-gateway")) }}
{{- if not (and (eq .Values.mesh.kind "linkerd") .Values.mesh.linkerd.rateLimit) }}
exposure.rateLimit.enabled: exposure {{ $kind }} has no rate limit{{ if eq $kind "gateway" }}; only exposure.gateway.implementation envoy-gateway has one{{ end }}. Set it to false.
{{- end }}
{{- end }}
{{- end }}
{{- if and $exposure.headers.enabled (has $kind (list "alb" "ingress" "ingress-nginx" "none")) }}
exposure.headers.enabled: exposure {{ $kind }} cannot add response headers by itself. Set it to false.
{{- end }}
{{- if and $exposure.headers.enabled (contains "default-src 'self'" $exposure.headers.contentSecurityPolicy) (not (contains "wasm-unsafe-eval" $exposure.headers.contentSecurityPolicy)) }}
exposure.headers.contentSecurityPolicy: without 'wasm-unsafe-eval' a Blazor WebAssembly studio stays blank. Add script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' and connect-src with the API's origin.
{{- end }}
{{- if and (eq $kind "alb") .Values.networkPolicy.enabled (not .Values.networkPolicy.controllerCidrs) }}
networkPolicy.controllerCidrs: an ALB reaches the pods from the VPC's addresses, which no pod selector matches. Name the CIDRs of the load balancer's subnets.
{{- end }}
{{- if and (eq $kind "alb") (not $exposure.tls.enabled) (.Values.ingress.alb.certificateArns) }}
ingress.alb.certificateArns: TLS is off. Set exposure.tls.enabled to true or remove the certificates.
{{- end }}
{{- if eq $kind "gateway" }}
{{- if and (has $exposure.gateway.mode (list "shared" "listenerset")) (not $exposure.gateway.name) }}
exposure.gateway.name: empty. Name the platform's Gateway.
{{- end }}
{{- if and (eq $exposure.gateway.mode "own") (not $exposure.gateway.className) }}
exposure.gateway.className: empty. Name the GatewayClass of the own Gateway.
{{- end }}
{{- if and (eq $exposure.gateway.mode "listenerset") (lt (int (last (splitList "." $exposure.gateway.apiVersion))) 5) }}
exposure.gateway.mode: listenerset needs the CRDs of Gateway API 1.5; exposure.gateway.apiVersion says {{ $exposure.gateway.apiVersion }}. Choose shared or own.
{{- end }}
{{- end }}
{{- end -}}

{{- define "elsa.validate.mesh" -}}
{{- $mesh := .Values.mesh -}}
{{- if and (eq $mesh.kind "linkerd") $mesh.linkerd.rateLimit (not .Values.exposure.rateLimit.enabled) }}
mesh.linkerd.rateLimit: its figures are exposure.rateLimit's, which is off. Set exposure.rateLimit.enabled to true.
{{- end }}
{{- if and $mesh.linkerd.canary.service (eq $mesh.linkerd.canary.service (include "elsa.name.server" .)) }}
mesh.linkerd.canary.service: {{ $mesh.linkerd.canary.service }} is the server's own Service. Name the Service of the canary.
{{- end }}
{{- if and (eq .Values.exposure.kind "istio") (not $mesh.istio.ingressInMesh) }}
mesh.istio.ingressInMesh: Istio's own gateway always takes part in the mesh. Set it to true.
{{- end }}
{{- if and (eq $mesh.kind "istio") (eq .Values.exposure.kind "istio") (not $mesh.istio.gateway.create) (not $mesh.istio.gateway.existing) }}
mesh.istio.gateway: neither created nor named. Set create to true or list existing gateways as namespace/name.
{{- end }}
{{- end -}}

{{- define "elsa.validate.secrets" -}}
{{- $secrets := .Values.secrets -}}
{{- $keys := include "elsa.secret.allKeys" . | fromJson -}}
{{- if eq $secrets.provider "externalSecrets" }}
{{- range $component, $wanted := $keys }}
{{- $settings := index $secrets.externalSecrets.components $component }}
{{- if and $wanted (not $settings.generate) (not $settings.storeName) (not $secrets.externalSecrets.store.name) }}
secrets.externalSecrets.store.name: empty, and {{ $component }} names no store of its own. Name a store.
{{- end }}
{{- range $key, $_ := $settings.properties }}
{{- if not (has $key $wanted) }}
secrets.externalSecrets.components.{{ $component }}.properties: nothing reads the key {{ $key }}. Remove it; read are: {{ join ", " $wanted | default "none" }}.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if eq $secrets.provider "sealedSecrets" }}
{{- range $component, $wanted := $keys }}
{{- $given := index $secrets.sealedSecrets.components $component }}
{{- range $wanted }}
{{- if not (hasKey $given .) }}
secrets.sealedSecrets.components.{{ $component }}: the key {{ . }} is missing and a pod needs it. Seal it with kubeseal --raw for the Secret {{ include "elsa.secret.name" (dict "root" $ "component" $component) }}.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "elsa.validate.extra" -}}
{{- range $index, $object := .Values.extraObjects }}
{{- $where := printf "extraObjects[%d] (%s %s)" $index $object.kind $object.metadata.name }}
{{- with $object.metadata.namespace }}
{{- if ne . $.Release.Namespace }}
{{ $where }}: its namespace is {{ . }}, but an environment owns {{ $.Release.Namespace }} only. Remove the namespace.
{{- end }}
{{- end }}
{{- if and (eq $object.kind "Secret") (or $object.data $object.stringData) }}
{{ $where }}: a Secret with data does not belong into Git. Use secrets.provider, an ExternalSecret or a SealedSecret.
{{- end }}
{{- if has $object.kind (list "Namespace" "ClusterRole" "ClusterRoleBinding" "CustomResourceDefinition" "PersistentVolume" "StorageClass" "ClusterIssuer" "ClusterSecretStore" "GatewayClass" "IngressClass" "ValidatingWebhookConfiguration" "MutatingWebhookConfiguration" "PriorityClass" "RuntimeClass" "Node") }}
{{ $where }}: cluster-wide objects belong to the platform. Leave it out.
{{- end }}
{{- end }}
{{- end -}}
