{{/*
Annotations of the server's Service and of its routes in Linkerd: those of the
Service count only while no route hangs on it. Retries are for requests that
are safe to repeat, so they stand on the route for GET alone. Takes `$`.
*/}}
{{- define "elsa.linkerd.serviceAnnotations" -}}
{{- if and (eq .Values.mesh.kind "linkerd") .Values.mesh.linkerd.requestTimeout -}}
timeout.linkerd.io/request: {{ .Values.mesh.linkerd.requestTimeout | quote }}
{{- end -}}
{{- end -}}
