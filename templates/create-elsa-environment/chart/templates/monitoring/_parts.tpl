{{/*
Parts of monitors, rules and probes.
*/}}

{{/* `metadata:` body with the labels that Prometheus selects by. dict: root, objectName, name */}}
{{- define "elsa.monitoring.metadata" -}}
{{- include "elsa.metadata" (dict "root" .root "objectName" .objectName "namespace" .namespace "name" .name "component" "monitoring" "wave" "3" "labels" (.labels | default .root.Values.monitoring.labels) "annotations" (.annotations | default dict)) -}}
{{- end -}}

{{/* Text that Prometheus must not take for a template. */}}
{{- define "elsa.monitoring.literal" -}}
{{- toString . | replace "{{" "{{`{{`}}" -}}
{{- end -}}

{{/* A map of labels whose values Prometheus must not take for templates. */}}
{{- define "elsa.monitoring.literalLabels" -}}
{{- $labels := dict -}}
{{- range $key, $value := . -}}
{{- $_ := set $labels $key (include "elsa.monitoring.literal" $value) -}}
{{- end -}}
{{- toJson $labels -}}
{{- end -}}

{{/* Regular expression inside a PromQL string. */}}
{{- define "elsa.monitoring.regex" -}}
{{- regexQuoteMeta . | replace "\\" "\\\\" -}}
{{- end -}}

{{/* A query with its range. dict: query, window */}}
{{- define "elsa.monitoring.query" -}}
{{- .query | trim | replace "{{.window}}" .window | replace "{{ .window }}" .window -}}
{{- end -}}

{{/* Whole days as Prometheus and Sloth write them: 30d, 4w. */}}
{{- define "elsa.monitoring.days" -}}
{{- $days := int . -}}
{{- if eq (mod $days 7) 0 -}}{{ div $days 7 }}w{{- else -}}{{ $days }}d{{- end -}}
{{- end -}}

{{/* "true" when the server is scraped. Takes `$`. */}}
{{- define "elsa.monitoring.isScraped" -}}
{{- if and .Values.monitoring.enabled .Values.monitoring.serviceMonitor.enabled (include "elsa.server.metricsPortName" .) -}}true{{- end -}}
{{- end -}}

{{/* Name of the probe and its scrape job. Takes `$`. */}}
{{- define "elsa.monitoring.probeName" -}}
{{- include "elsa.name" (dict "root" . "suffix" "probe") -}}
{{- end -}}

{{/*
Addresses that are probed, as a JSON list. Every server answers this one without
a sign-in, and it is routed; a readiness path beside the API is not. Takes `$`.
*/}}
{{- define "elsa.monitoring.probeTargets" -}}
{{- if .Values.monitoring.probe.targets -}}
{{- .Values.monitoring.probe.targets | toJson -}}
{{- else -}}
{{- list (printf "%s/elsa/api/package/version" (include "elsa.serverOrigin" .)) | toJson -}}
{{- end -}}
{{- end -}}
