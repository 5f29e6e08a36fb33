{{/* Rules of exposure; collected by templates/_validate.tpl. */}}

{{- define "elsa.validate.exposure" -}}
{{- $exposure := .Values.exposure -}}
{{- if and (ne $exposure.kind "none") (eq $exposure.hosts.server $exposure.hosts.studio) (has "/" (concat .Values.host.server.routePaths $exposure.extraServerPaths)) }}
exposure.hosts: server and studio share {{ $exposure.hosts.server }}, but both need its root path. Give each its own hostname.
{{- end }}
{{- if and (eq $exposure.kind "istio") (ne .Values.mesh.kind "istio") }}
exposure.kind: istio needs mesh.kind istio. Set it, or choose another exposure.
{{- end }}
{{- include "elsa.validate.exposure.tls" . }}
{{- include "elsa.validate.exposure.cors" . }}
{{- include "elsa.validate.exposure.features" . }}
{{- include "elsa.validate.exposure.gateway" . }}
{{- include "elsa.validate.exposure.sources" . }}
{{- end -}}

{{- define "elsa.validate.exposure.tls" -}}
{{- $kind := .Values.exposure.kind -}}
{{- $tls := .Values.exposure.tls -}}
{{- if $tls.certManager.enabled }}
{{- if not $tls.certManager.issuerName }}
exposure.tls.certManager.issuerName: empty. Name the {{ $tls.certManager.issuerKind }} that signs the certificate.
{{- end }}
{{- if not $tls.enabled }}
exposure.tls.certManager.enabled: TLS is off, so the certificate would not be used. Set exposure.tls.enabled to true.
{{- else if not (include "elsa.edge.usesTlsSecret" .) }}
{{- $reason := get (dict "alb" "an ALB takes its certificates from ACM" "none" "nothing is exposed" "gateway" "the shared gateway has its own certificate" "istio" "an existing gateway has its own certificate") $kind }}
exposure.tls.certManager.enabled: {{ $reason }}. Set it to false{{ if eq $kind "gateway" }}, or exposure.gateway.mode to listenerset or own{{ end }}.
{{- end }}
{{- end }}
{{- if and (eq $kind "alb") (not $tls.enabled) .Values.ingress.alb.certificateArns }}
ingress.alb.certificateArns: TLS is off. Set exposure.tls.enabled to true or remove the certificates.
{{- end }}
{{- end -}}

{{- define "elsa.validate.exposure.cors" -}}
{{- $exposure := .Values.exposure -}}
{{- if $exposure.cors.enabled }}
{{- if .Values.host.server.setsCors }}
exposure.cors.enabled: the host profile {{ .Values.host.profile }} handles CORS itself, and browsers reject duplicate headers. Set it to false.
{{- end }}
{{- if and $exposure.cors.allowCredentials (has "*" $exposure.cors.allowOrigins) }}
exposure.cors.allowOrigins: `*` and allowCredentials together are rejected by browsers. List the origins.
{{- end }}
{{- if has $exposure.kind (list "alb" "ingress" "none") }}
exposure.cors.enabled: exposure {{ $exposure.kind }} cannot handle CORS. Set it to false and let the host do it.
{{- end }}
{{- if and (eq $exposure.kind "gateway") (lt (int (last (splitList "." $exposure.gateway.apiVersion))) 5) }}
exposure.cors.enabled: the CORS filter needs the CRDs of Gateway API 1.5; exposure.gateway.apiVersion says {{ $exposure.gateway.apiVersion }}. Set it to false or update the CRDs.
{{- end }}
{{- end }}
{{- end -}}

{{/* Rate limit and headers: refused where the controller cannot do them, never dropped in silence. */}}
{{- define "elsa.validate.exposure.features" -}}
{{- $exposure := .Values.exposure -}}
{{- $kind := $exposure.kind -}}
{{- $edgeLimits := or (has $kind (list "ingress-nginx" "ingress-traefik" "traefik")) (and (eq $kind "gateway") (eq $exposure.gateway.implementation "envoy-gateway")) -}}
{{- $meshLimits := and (eq .Values.mesh.kind "linkerd") .Values.mesh.linkerd.rateLimit -}}
{{- if and $exposure.rateLimit.enabled (not $edgeLimits) (not $meshLimits) }}
exposure.rateLimit.enabled: exposure {{ $kind }} has no rate limit{{ if eq $kind "gateway" }}; only exposure.gateway.implementation envoy-gateway has one{{ end }}. Set it to false.
{{- end }}
{{- if $exposure.headers.enabled }}
{{- if has $kind (list "alb" "ingress" "ingress-nginx" "none") }}
exposure.headers.enabled: exposure {{ $kind }} cannot add response headers by itself. Set it to false.
{{- end }}
{{- $policy := $exposure.headers.contentSecurityPolicy }}
{{- if and (contains "default-src 'self'" $policy) (not (contains "wasm-unsafe-eval" $policy)) }}
exposure.headers.contentSecurityPolicy: without 'wasm-unsafe-eval' a Blazor WebAssembly studio stays blank. Add script-src 'self' 'unsafe-inline' 'wasm-unsafe-eval' and connect-src with the API's origin.
{{- end }}
{{- end }}
{{- end -}}

{{- define "elsa.validate.exposure.gateway" -}}
{{- if eq .Values.exposure.kind "gateway" }}
{{- $gateway := .Values.exposure.gateway }}
{{- if and (eq $gateway.mode "own") (not $gateway.className) }}
exposure.gateway.className: empty. Set the GatewayClass for the dedicated Gateway.
{{- end }}
{{- if and (eq $gateway.mode "listenerset") (lt (int (last (splitList "." $gateway.apiVersion))) 5) }}
exposure.gateway.mode: listenerset needs the CRDs of Gateway API 1.5; exposure.gateway.apiVersion says {{ $gateway.apiVersion }}. Choose shared or own.
{{- end }}
{{- end }}
{{- end -}}

{{/* Network policies must know where public traffic comes from. */}}
{{- define "elsa.validate.exposure.sources" -}}
{{- $np := .Values.networkPolicy -}}
{{- if and $np.enabled (not $np.controllerCidrs) (eq .Values.exposure.kind "alb") }}
networkPolicy.controllerCidrs: an ALB reaches the pods from the VPC's addresses, which no pod selector matches. Name the CIDRs of the load balancer's subnets.
{{- end }}
{{- end -}}
