{{/* Rules of monitoring; see templates/_validate.tpl. */}}
{{- define "elsa.validate.monitoring" -}}
{{- $monitoring := .Values.monitoring }}
{{- if $monitoring.enabled }}
{{- if and $monitoring.serviceMonitor.enabled (not (include "elsa.server.metricsPortName" .)) }}
monitoring.serviceMonitor.enabled: the host profile {{ .Values.host.profile }} serves no metrics (host.server.metricsPort is 0). Set it to false, and take request metrics from the edge or mesh.
{{- end }}
{{- if and $monitoring.otlp.enabled (not .Values.host.server.keys.otlpEndpoint) }}
monitoring.otlp.enabled: the host profile {{ .Values.host.profile }} sends no metrics. Set it to false.
{{- end }}
{{- if and $monitoring.otlp.enabled (not $monitoring.otlp.endpoint) }}
monitoring.otlp.endpoint: empty. Name the collector, for example http://otel-collector.monitoring.svc:4317.
{{- end }}
{{- if and $monitoring.otlp.headersSecret.name (not $monitoring.otlp.headersSecret.key) }}
monitoring.otlp.headersSecret.key: empty. Name the key of the Secret {{ $monitoring.otlp.headersSecret.name }}.
{{- end }}
{{- if and $monitoring.probe.enabled (not $monitoring.probe.targets) (eq .Values.exposure.kind "none") }}
monitoring.probe.targets: nothing is exposed, so there is no public address to probe. Name addresses or set monitoring.probe.enabled to false.
{{- end }}
{{- $names := dict }}
{{- range $index, $slo := $monitoring.slos }}
{{- if hasKey $names $slo.name }}
monitoring.slos[{{ $index }}].name: {{ $slo.name }} is used twice, and the series would mix. Give each its own name.
{{- end }}
{{- $_ := set $names $slo.name true }}
{{- $uses := list $slo.errorQuery $slo.totalQuery $slo.errorRatioQuery | compact | join " " }}
{{- if and (contains "probe_success" $uses) (not $monitoring.probe.enabled) }}
monitoring.slos[{{ $index }}]: {{ $slo.name }} reads probe_success, but monitoring.probe.enabled is false, so it would never have data. Enable the probe.
{{- end }}
{{- end }}
{{- if and (gt (float64 $monitoring.alerts.volumeUsedRatio) 0.99) }}
monitoring.alerts.volumeUsedRatio: {{ $monitoring.alerts.volumeUsedRatio }} fires too late. Set 0.9 or less.
{{- end }}
{{- else }}
{{- range $section := list "serviceMonitor" "otlp" "podMonitors" "probe" }}
{{- if (index $monitoring $section).enabled }}
monitoring.{{ $section }}.enabled: monitoring.enabled is false, so nothing is created. Enable monitoring or set this to false.
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
