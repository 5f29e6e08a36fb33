{{/* Environment variables of the studio: profile, API address, then the user's own. Takes `$`. */}}
{{- define "elsa.studio.env" -}}
{{- include "elsa.plainEnv" .Values.host.studio.env }}
{{- with .Values.host.studio.home }}
- name: HOME
  value: {{ . | quote }}
{{- end }}
{{- with .Values.host.studio.keys.apiUrl }}
- name: {{ . | quote }}
  value: {{ include "elsa.studio.apiUrl" $ | quote }}
{{- end }}
{{- with .Values.elsaStudio.env }}
{{ toYaml . }}
{{- end }}
{{- end -}}
