{{/*
Parts of Ingress objects. dict: root, part (server or studio)
*/}}

{{- define "elsa.ingress.className" -}}
{{- .Values.ingress.className | default (index (dict "ingress-nginx" "nginx" "ingress-traefik" "traefik" "alb" "alb" "ingress" "") .Values.exposure.kind) -}}
{{- end -}}

{{/* Annotations for the controller, as a map. */}}
{{- define "elsa.ingress.annotations" -}}
{{- $kind := .root.Values.exposure.kind -}}
{{- if ne $kind "ingress" -}}
{{- include (printf "elsa.ingress.annotations.%s" $kind) . -}}
{{- end -}}
{{- end -}}

{{- define "elsa.ingress.annotations.ingress-nginx" -}}
{{- $exposure := .root.Values.exposure -}}
nginx.ingress.kubernetes.io/ssl-redirect: {{ $exposure.tls.enabled | quote }}
{{- with $exposure.allowedSources }}
nginx.ingress.kubernetes.io/whitelist-source-range: {{ join "," . | quote }}
{{- end }}
{{- with int $exposure.requestTimeoutSeconds }}
nginx.ingress.kubernetes.io/proxy-read-timeout: {{ . | quote }}
nginx.ingress.kubernetes.io/proxy-send-timeout: {{ . | quote }}
{{- end }}
{{- with int $exposure.maxBodyMiB }}
nginx.ingress.kubernetes.io/proxy-body-size: {{ printf "%dm" . | quote }}
{{- end }}
{{- if eq .part "server" }}
{{- if $exposure.rateLimit.enabled }}
nginx.ingress.kubernetes.io/limit-rps: {{ int $exposure.rateLimit.requestsPerSecond | quote }}
nginx.ingress.kubernetes.io/limit-burst-multiplier: {{ max 1 (div (add (int $exposure.rateLimit.burst) (sub (int $exposure.rateLimit.requestsPerSecond) 1)) (int $exposure.rateLimit.requestsPerSecond)) | quote }}
{{- end }}
{{- if $exposure.cors.enabled }}
nginx.ingress.kubernetes.io/enable-cors: "true"
nginx.ingress.kubernetes.io/cors-allow-origin: {{ include "elsa.edge.corsOrigins" .root | fromJsonArray | join ", " | quote }}
nginx.ingress.kubernetes.io/cors-allow-methods: {{ join ", " $exposure.cors.allowMethods | quote }}
{{- with $exposure.cors.allowHeaders }}
nginx.ingress.kubernetes.io/cors-allow-headers: {{ join ", " . | quote }}
{{- end }}
{{- with $exposure.cors.exposeHeaders }}
nginx.ingress.kubernetes.io/cors-expose-headers: {{ join ", " . | quote }}
{{- end }}
nginx.ingress.kubernetes.io/cors-allow-credentials: {{ $exposure.cors.allowCredentials | quote }}
nginx.ingress.kubernetes.io/cors-max-age: {{ int $exposure.cors.maxAgeSeconds | quote }}
{{- end }}
{{- else if .root.Values.host.studio.stickySessions }}
nginx.ingress.kubernetes.io/affinity: cookie
nginx.ingress.kubernetes.io/session-cookie-name: elsa-studio
nginx.ingress.kubernetes.io/session-cookie-samesite: Lax
{{- end }}
{{- end -}}

{{- define "elsa.ingress.annotations.ingress-traefik" -}}
traefik.ingress.kubernetes.io/router.entrypoints: {{ join "," .root.Values.ingress.traefik.entryPoints | quote }}
traefik.ingress.kubernetes.io/router.tls: {{ .root.Values.exposure.tls.enabled | quote }}
{{- $references := list -}}
{{- range include "elsa.traefik.middlewares" . | fromJsonArray -}}
{{- $references = append $references (printf "%s-%s@kubernetescrd" $.root.Release.Namespace .) -}}
{{- end }}
{{- with $references }}
traefik.ingress.kubernetes.io/router.middlewares: {{ join "," . | quote }}
{{- end }}
{{- end -}}

{{/* Both Ingresses share one load balancer, so what concerns the load balancer stands on both alike. */}}
{{- define "elsa.ingress.annotations.alb" -}}
{{- $alb := .root.Values.ingress.alb -}}
{{- $exposure := .root.Values.exposure -}}
{{- $health := index (index .root.Values.host .part).probes "readiness" -}}
{{- $preStop := ternary .root.Values.elsaServer.lifecycle.preStopSeconds .root.Values.elsaStudio.lifecycle.preStopSeconds (eq .part "server") -}}
{{- $group := list (printf "deregistration_delay.timeout_seconds=%d" (int $preStop)) -}}
{{- if and (eq .part "studio") .root.Values.host.studio.stickySessions -}}
{{- $group = concat $group (list "stickiness.enabled=true" "stickiness.type=lb_cookie") -}}
{{- end -}}
alb.ingress.kubernetes.io/scheme: {{ $alb.scheme | quote }}
alb.ingress.kubernetes.io/target-type: ip
{{- with $exposure.allowedSources }}
alb.ingress.kubernetes.io/inbound-cidrs: {{ join "," . | quote }}
{{- end }}
alb.ingress.kubernetes.io/group.name: {{ $alb.groupName | default (printf "%s.%s" .root.Release.Namespace (include "elsa.environment" .root) | trunc 63 | trimSuffix "." | trimSuffix "-") | quote }}
alb.ingress.kubernetes.io/listen-ports: {{ ternary "[{\"HTTP\":80},{\"HTTPS\":443}]" "[{\"HTTP\":80}]" $exposure.tls.enabled | quote }}
{{- if $exposure.tls.enabled }}
alb.ingress.kubernetes.io/ssl-redirect: "443"
{{- with $alb.sslPolicy }}
alb.ingress.kubernetes.io/ssl-policy: {{ . | quote }}
{{- end }}
{{- with $alb.certificateArns }}
alb.ingress.kubernetes.io/certificate-arn: {{ join "," . | quote }}
{{- end }}
{{- end }}
{{- with $alb.wafAclArn }}
alb.ingress.kubernetes.io/wafv2-acl-arn: {{ . | quote }}
{{- end }}
{{- with int $exposure.requestTimeoutSeconds }}
alb.ingress.kubernetes.io/load-balancer-attributes: {{ printf "idle_timeout.timeout_seconds=%d" (min . 4000) | quote }}
{{- end }}
alb.ingress.kubernetes.io/healthcheck-path: {{ $health | quote }}
alb.ingress.kubernetes.io/success-codes: "200"
alb.ingress.kubernetes.io/target-group-attributes: {{ join "," $group | quote }}
{{- end -}}
