{{/* Keys that each Secret must hold: JSON object of component to sorted list. Takes `$`. */}}
{{- define "elsa.secret.allKeys" -}}
{{- $keys := include "elsa.data.secretKeys" . | fromJson -}}
{{- $server := list -}}
{{- range .Values.host.server.secretEnv -}}
{{- $server = append $server .key -}}
{{- end -}}
{{- $_ := set $keys "server" ($server | uniq | sortAlpha) -}}
{{- $keys | toJson -}}
{{- end -}}
