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

{{/*
The setting that .NET takes a variable for: case does not count, `__` is `:`, and
`<kind>CONNSTR_<name>` is a connection string, as is one with a prefix of the host.
*/}}
{{- define "elsa.settingOf" -}}
{{- $name := lower . | replace "__" ":" -}}
{{- $name = regexReplaceAll "^[a-z]+connstr_" $name "connectionstrings:" -}}
{{- regexReplaceAll "^(aspnetcore|dotnet)_connectionstrings:" $name "connectionstrings:" -}}
{{- end -}}

{{/* Whether a volume on one path would hide what is at the other, or lie within it. list: path, path */}}
{{- define "elsa.overlaps" -}}
{{- $a := clean (index . 0) -}}
{{- $b := clean (index . 1) -}}
{{- if or (eq $a $b) (hasPrefix (printf "%s/" (trimSuffix "/" $a)) $b) (hasPrefix (printf "%s/" (trimSuffix "/" $b)) $a) -}}true{{- end -}}
{{- end -}}

{{/* Variables that are set twice with different meaning. dict: root, part, settings, path */}}
{{- define "elsa.validate.envConflicts" -}}
{{- $names := dict -}}
{{- range .settings.env }}
{{- if hasKey $names (include "elsa.settingOf" .name) }}
{{ $.path }}.env: {{ .name }} is set twice. Keep one.
{{- end }}
{{- $_ := set $names (include "elsa.settingOf" .name) true }}
{{- end }}
{{- range include (printf "elsa.%s.ownEnv" .part) .root | fromYamlArray }}
{{- $_ := set $names (include "elsa.settingOf" .name) true }}
{{- end }}
{{- range $name, $_ := .settings.config }}
{{- if hasKey $names (include "elsa.settingOf" $name) }}
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
{{- $_ := set $mounts (clean .) true }}
{{- end }}
{{- $data := list }}
{{- if eq .part "server" }}
{{- $data = include "elsa.server.coveredPaths" .root | fromJsonArray }}
{{- end }}
{{- range $mount := .settings.extraVolumeMounts }}
{{- range $data }}
{{- if include "elsa.overlaps" (list $mount.mountPath .) }}
{{ $.path }}.extraVolumeMounts: {{ $mount.mountPath }} would hide the data at {{ . }}. Choose another path.
{{- end }}
{{- end }}
{{- end }}
{{- range .settings.extraVolumeMounts }}
{{- if hasKey $mounts (clean .mountPath) }}
{{ $.path }}.extraVolumeMounts: {{ .mountPath }} is mounted already. Remove it from host.{{ $.part }}.writablePaths or choose another path.
{{- end }}
{{- $_ := set $mounts (clean .mountPath) true }}
{{- end }}
{{- end -}}
