{{/*
What all ways of exposure share. Each takes `$` unless it says otherwise.
*/}}

{{/* Labels and metadata of route objects. dict: root, suffix, annotations, isRoute, wave (default 2), objectName (default from suffix) */}}
{{- define "elsa.edge.metadata" -}}
{{- $root := .root -}}
{{- $annotations := dict -}}
{{- if .isRoute -}}
{{- $annotations = $root.Values.exposure.annotations -}}
{{- end -}}
{{- $objectName := .objectName | default "" -}}
{{- if not $objectName -}}
{{- $objectName = include "elsa.name" (dict "root" $root "suffix" .suffix) -}}
{{- end -}}
{{- include "elsa.metadata" (dict "root" $root "objectName" $objectName "name" "elsa-exposure" "component" "exposure" "wave" (.wave | default 2) "namespace" (.namespace | default "") "annotations" (mergeOverwrite (dict) (.annotations | default dict) $annotations)) -}}
{{- end -}}

{{/* Public paths of the server: JSON list of {path, exact}. `/` is exact, so that /metrics and /health stay inside. */}}
{{- define "elsa.edge.serverPaths" -}}
{{- $paths := list -}}
{{- range concat .Values.host.server.routePaths .Values.exposure.extraServerPaths | uniq -}}
{{- $paths = append $paths (dict "path" . "exact" (eq . "/")) -}}
{{- end -}}
{{- $paths | toJson -}}
{{- end -}}

{{/* Origins that CORS at the edge allows: JSON list. */}}
{{- define "elsa.edge.corsOrigins" -}}
{{- .Values.exposure.cors.allowOrigins | default (list (include "elsa.studioOrigin" .)) | toJson -}}
{{- end -}}

{{/*
Security headers of responses: map of name to value. dict: root, studio (true for the studio)
X-Frame-Options and Content-Security-Policy speak of pages, so only the studio gets them.
*/}}
{{- define "elsa.edge.headers" -}}
{{- $settings := .root.Values.exposure.headers -}}
{{- $headers := dict "X-Content-Type-Options" "nosniff" "Referrer-Policy" "strict-origin-when-cross-origin" -}}
{{- if and $settings.hstsSeconds .root.Values.exposure.tls.enabled -}}
{{- $_ := set $headers "Strict-Transport-Security" (printf "max-age=%d" (int $settings.hstsSeconds)) -}}
{{- end -}}
{{- if .studio -}}
{{- with $settings.frameOptions -}}{{- $_ := set $headers "X-Frame-Options" . -}}{{- end -}}
{{- with $settings.contentSecurityPolicy -}}{{- $_ := set $headers "Content-Security-Policy" . -}}{{- end -}}
{{- end -}}
{{- $headers | toJson -}}
{{- end -}}

{{/* Ingress in use: "true" or empty. */}}
{{- define "elsa.edge.isIngress" -}}
{{- if has .Values.exposure.kind (list "ingress" "ingress-nginx" "ingress-traefik" "alb") -}}true{{- end -}}
{{- end -}}
{{- define "elsa.edge.isTraefik" -}}
{{- if has .Values.exposure.kind (list "traefik" "ingress-traefik") -}}true{{- end -}}
{{- end -}}

{{/* Whether this release needs the TLS secret: the shared gateway and the ALB have their own certificates. */}}
{{- define "elsa.edge.usesTlsSecret" -}}
{{- $exposure := .Values.exposure -}}
{{- if and $exposure.tls.enabled (not (has $exposure.kind (list "alb" "none"))) (not (and (eq $exposure.kind "gateway") (eq $exposure.gateway.mode "shared"))) (not (and (eq $exposure.kind "istio") (not .Values.mesh.istio.gateway.create))) -}}true{{- end -}}
{{- end -}}
