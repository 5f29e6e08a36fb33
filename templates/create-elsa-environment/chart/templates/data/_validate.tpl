{{/* Rules of the data services; see templates/_validate.tpl. */}}
{{- define "elsa.validate.data" -}}
{{- end -}}
