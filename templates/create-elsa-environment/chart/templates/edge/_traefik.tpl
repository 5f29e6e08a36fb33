{{/*
Names of the middlewares that a part of the environment uses, in their order,
as a JSON list. dict: root, part (server or studio)
*/}}
{{- define "elsa.traefik.middlewares" -}}
{{- $exposure := .root.Values.exposure -}}
{{- $names := list -}}
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
