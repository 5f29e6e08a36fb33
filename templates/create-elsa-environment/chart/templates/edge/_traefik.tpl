{{/*
Names of the middlewares that a part of the environment uses, in their order,
as a JSON list. dict: root, part (server or studio)
*/}}
{{- define "elsa.traefik.middlewares" -}}
{{- $exposure := .root.Values.exposure -}}
{{- $names := list -}}
{{- if $exposure.allowedSources -}}
{{- $names = append $names (include "elsa.name" (dict "root" .root "suffix" "sources")) -}}
{{- end -}}
{{- if $exposure.headers.enabled -}}
{{- $names = append $names (include "elsa.name" (dict "root" .root "suffix" (printf "%s-headers" .part))) -}}
{{- end -}}
{{- if eq .part "server" -}}
{{- if $exposure.cors.enabled -}}
{{- $names = append $names (include "elsa.name" (dict "root" .root "suffix" "cors")) -}}
{{- end -}}
{{- if $exposure.rateLimit.enabled -}}
{{- $names = append $names (include "elsa.name" (dict "root" .root "suffix" "rate-limit")) -}}
{{- end -}}
{{- if $exposure.maxBodyMiB -}}
{{- $names = append $names (include "elsa.name" (dict "root" .root "suffix" "body-size")) -}}
{{- end -}}
{{- end -}}
{{- $names | toJson -}}
{{- end -}}

{{/* An IngressRoute's `middlewares:`, or nothing. dict: root, part */}}
{{- define "elsa.traefik.middlewareRefs" -}}
{{- with include "elsa.traefik.middlewares" . | fromJsonArray }}
middlewares:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* Annotations of the studio's Service that keep a session on one pod. Takes `$`. */}}
{{- define "elsa.traefik.studioServiceAnnotations" -}}
{{- if and (eq .Values.exposure.kind "ingress-traefik") .Values.host.studio.stickySessions -}}
traefik.ingress.kubernetes.io/service.sticky.cookie: "true"
traefik.ingress.kubernetes.io/service.sticky.cookie.name: elsa-studio
traefik.ingress.kubernetes.io/service.sticky.cookie.httponly: "true"
traefik.ingress.kubernetes.io/service.sticky.cookie.secure: {{ .Values.exposure.tls.enabled | quote }}
{{- end -}}
{{- end -}}
