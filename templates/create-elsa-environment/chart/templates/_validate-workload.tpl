{{/* Rules of both workloads; collected by templates/_validate.tpl. */}}

{{/* dict: settings, path */}}
{{- define "elsa.validate.autoscaling" -}}
{{- $autoscaling := .settings.autoscaling -}}
{{- if $autoscaling.enabled }}
{{- if gt (int $autoscaling.minReplicas) (int $autoscaling.maxReplicas) }}
{{ .path }}.autoscaling.minReplicas: {{ $autoscaling.minReplicas }} is more than maxReplicas {{ $autoscaling.maxReplicas }}. Lower it or raise maxReplicas.
{{- end }}
{{- $metrics := or $autoscaling.targetCPUUtilizationPercentage $autoscaling.targetMemoryUtilizationPercentage $autoscaling.podMetrics -}}
{{- if and (eq ($autoscaling.kind | default "hpa") "keda") $autoscaling.keda.prometheusTriggers }}
{{- $metrics = true }}
{{- end }}
{{- if not $metrics }}
{{ .path }}.autoscaling: no metric is set. Set targetCPUUtilizationPercentage or another one.
{{- end }}
{{- range $resource, $target := dict "cpu" $autoscaling.targetCPUUtilizationPercentage "memory" $autoscaling.targetMemoryUtilizationPercentage }}
{{- if and $target (not (dig "requests" $resource "" $.settings.resources)) }}
{{ $.path }}.resources.requests.{{ $resource }}: autoscaling needs it, because its target is a percentage of it. Set a request.
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* dict: strategy, path */}}
{{- define "elsa.validate.strategy" -}}
{{- if and (has (toString .strategy.maxSurge) (list "0" "0%")) (has (toString .strategy.maxUnavailable) (list "0" "0%")) }}
{{ .path }}.strategy: maxSurge and maxUnavailable are both 0, so a rollout can never begin. Raise one of them.
{{- end }}
{{- end -}}

{{/* Variables that are set twice with different meaning. dict: root, part, settings, path */}}
{{- define "elsa.validate.envConflicts" -}}
{{- $names := dict -}}
{{- range .settings.env }}
{{- if hasKey $names (lower .name) }}
{{ $.path }}.env: {{ .name }} is set twice. Keep one.
{{- end }}
{{- $_ := set $names (lower .name) true }}
{{- end }}
{{- range include (printf "elsa.%s.ownEnv" .part) .root | fromYamlArray }}
{{- $_ := set $names (lower .name) true }}
{{- end }}
{{- range $name, $_ := .settings.config }}
{{- if hasKey $names (lower $name) }}
{{ $.path }}.config: {{ $name }} is also set by {{ $.path }}.env or by the chart itself, which wins. Set it in {{ $.path }}.env alone.
{{- end }}
{{- end }}
{{- $volumes := dict "database-ca" true "sqlite" true }}
{{- range .settings.extraVolumes }}
{{- if or (hasKey $volumes .name) (hasPrefix "writable-" .name) }}
{{ $.path }}.extraVolumes: the name {{ .name }} is taken. Choose another one.
{{- end }}
{{- $_ := set $volumes .name true }}
{{- end }}
{{- range .settings.extraVolumeMounts }}
{{- if not (hasKey $volumes .name) }}
{{ $.path }}.extraVolumeMounts: there is no volume {{ .name }}. Add it to {{ $.path }}.extraVolumes.
{{- end }}
{{- end }}
{{- $mounts := dict }}
{{- range (index $.root.Values.host $.part).writablePaths }}
{{- $_ := set $mounts (trimSuffix "/" .) true }}
{{- end }}
{{- range .settings.extraVolumeMounts }}
{{- if hasKey $mounts (trimSuffix "/" .mountPath) }}
{{ $.path }}.extraVolumeMounts: {{ .mountPath }} is mounted already. Remove it from host.{{ $.part }}.writablePaths or choose another path.
{{- end }}
{{- $_ := set $mounts (trimSuffix "/" .mountPath) true }}
{{- end }}
{{- end -}}
