{{/* Environment variables of the studio: profile, API address, then the user's own. Takes `$`. */}}
{{- define "elsa.studio.env" -}}
{{- include "elsa.mergedEnv" (dict "own" (include "elsa.studio.ownEnv" .) "user" .Values.elsaStudio.env) -}}
{{- end -}}

{{/* Those that the chart sets. Takes `$`. */}}
{{- define "elsa.studio.ownEnv" -}}
{{- include "elsa.plainEnv" .Values.host.studio.env }}
{{- with .Values.host.studio.home }}
- name: HOME
  value: {{ . | quote }}
{{- end }}
{{- with .Values.host.studio.keys.apiUrl }}
- name: {{ . | quote }}
  value: {{ include "elsa.studio.apiUrl" $ | quote }}
{{- end }}
{{- end -}}
