{{/*
Annotations of the server's Service in Linkerd. Retries are for requests that
are safe to repeat; Linkerd's annotations cannot tell methods apart, so they
stand on the HTTPRoute for GET instead. Takes `$`.
*/}}
{{- define "elsa.linkerd.serviceAnnotations" -}}
{{- if and (eq .Values.mesh.kind "linkerd") .Values.mesh.linkerd.requestTimeout -}}
timeout.linkerd.io/request: {{ .Values.mesh.linkerd.requestTimeout | quote }}
{{- end -}}
{{- end -}}
