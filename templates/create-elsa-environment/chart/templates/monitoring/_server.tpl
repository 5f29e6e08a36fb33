{{/*
What the server's pod gets for monitoring. Each takes `$`.
*/}}

{{/*
Environment variables (OTLP), as list items or nothing. The attributes namespace
and service are what the queries of the metric profile look for, when whoever
stores the metrics makes labels of resource attributes.
*/}}
{{- define "elsa.monitoring.serverEnv" -}}
{{- $otlp := .Values.monitoring.otlp -}}
{{- $key := .Values.host.server.keys.otlpEndpoint -}}
{{- if and .Values.monitoring.enabled $otlp.enabled $key -}}
{{- $items := list
  (dict "name" $key "value" $otlp.endpoint)
  (dict "name" "OTEL_EXPORTER_OTLP_PROTOCOL" "value" $otlp.protocol)
  (dict "name" "OTEL_SERVICE_NAME" "value" (include "elsa.name.server" .))
  (dict "name" "OTEL_RESOURCE_ATTRIBUTES" "value" (printf "service.namespace=%s,k8s.namespace.name=%s,elsa.environment=%s,namespace=%s,service=%s" .Release.Namespace .Release.Namespace (include "elsa.environment" .) .Release.Namespace (include "elsa.name.server" .))) -}}
{{- with $otlp.headersSecret.name -}}
{{- $items = append $items (dict "name" "OTEL_EXPORTER_OTLP_HEADERS" "secret" . "key" $otlp.headersSecret.key) -}}
{{- end -}}
{{- include "elsa.data.envItems" $items -}}
{{- end -}}
{{- end -}}

{{/* Pod annotations (injection of OpenTelemetry), as a map or nothing. */}}
{{- define "elsa.monitoring.serverPodAnnotations" -}}
{{- end -}}
