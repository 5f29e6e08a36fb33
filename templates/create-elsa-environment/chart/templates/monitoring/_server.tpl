{{/*
What the server's pod gets for monitoring. Each takes `$`.
*/}}

{{/* Environment variables (OTLP), as list items or nothing. */}}
{{- define "elsa.monitoring.serverEnv" -}}
{{- end -}}

{{/* Pod annotations (injection of OpenTelemetry), as a map or nothing. */}}
{{- define "elsa.monitoring.serverPodAnnotations" -}}
{{- end -}}
