{{/* Rules of monitoring; see templates/_validate.tpl. */}}
{{- define "elsa.validate.monitoring" -}}
{{- end -}}
