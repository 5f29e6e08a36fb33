{{/*
Recording rules and alerts of one service level objective, with the names,
groups and labels of Sloth 0.16, so that its dashboards work on them. Where we
differ:
- labels elsa_environment and namespace on every series;
- without traffic there is no sample (Sloth divides by zero);
- the series over the whole period is weighted by traffic: failed events over
  all events, where Sloth averages the ratios of 5 minutes. For that, two more
  series: elsa:slo_errors:rate5m and elsa:slo_events:rate5m;
- a pair of windows that cannot fire is left out: its threshold is a ratio of
  1 or more, or it would fire while the budget lasts longer than the period.
dict: root, slo, table (files/slo-windows.yaml)
*/}}
{{- define "elsa.slo.groups" -}}
{{- $root := .root -}}
{{- $slo := .slo -}}
{{- $environment := include "elsa.environment" $root -}}
{{- $id := printf "%s-%s" $environment $slo.name -}}
{{- $suffix := printf "%s-%s" $environment $slo.name -}}
{{- $days := int ($slo.windowDays | default 30) -}}
{{- $period := include "elsa.monitoring.days" $days -}}
{{- $budget := subf 1.0 $slo.objective -}}
{{- $selector := printf "{sloth_id=%q, sloth_service=%q, sloth_slo=%q, namespace=%q}" $id $environment $slo.name $root.Release.Namespace -}}
{{- $labels := merge (dict "elsa_environment" $environment "namespace" $root.Release.Namespace "sloth_id" $id "sloth_service" $environment "sloth_slo" $slo.name) (include "elsa.monitoring.literalLabels" ($slo.labels | default dict) | fromJson) -}}
{{- $on := "on(sloth_id, sloth_slo, sloth_service) group_left" -}}
- name: {{ printf "sloth-slo-sli-recordings-%s" $suffix | quote }}
  rules:
    {{- range $window := .table.sliWindows }}
    - record: slo:sli_error:ratio_rate{{ $window }}
      expr: |
        {{- include "elsa.slo.ratio" (dict "slo" $slo "window" $window) | nindent 8 }}
      labels:
        {{- include "elsa.quotedMap" (merge (dict "sloth_window" $window) $labels) | nindent 8 }}
    {{- end }}
    {{- if $slo.errorQuery }}
    - record: elsa:slo_errors:rate5m
      expr: |
        {{- include "elsa.slo.errors" (dict "slo" $slo "window" "5m") | nindent 8 }}
        and on()
        {{- include "elsa.slo.events" (dict "slo" $slo "window" "5m") | nindent 8 }}
      labels:
        {{- include "elsa.quotedMap" $labels | nindent 8 }}
    - record: elsa:slo_events:rate5m
      expr: |
        {{- include "elsa.slo.events" (dict "slo" $slo "window" "5m") | nindent 8 }}
      labels:
        {{- include "elsa.quotedMap" $labels | nindent 8 }}
    {{- end }}
    - record: slo:sli_error:ratio_rate{{ $period }}
      expr: |
        {{- if $slo.errorQuery }}
        sum_over_time(elsa:slo_errors:rate5m{{ $selector }}[{{ $period }}])
        /
        (sum_over_time(elsa:slo_events:rate5m{{ $selector }}[{{ $period }}]) > 0)
        {{- else }}
        sum_over_time(slo:sli_error:ratio_rate5m{{ $selector }}[{{ $period }}])
        / ignoring (sloth_window)
        count_over_time(slo:sli_error:ratio_rate5m{{ $selector }}[{{ $period }}])
        {{- end }}
      labels:
        {{- include "elsa.quotedMap" (merge (dict "sloth_window" $period) $labels) | nindent 8 }}
- name: {{ printf "sloth-slo-meta-recordings-%s" $suffix | quote }}
  rules:
    - record: slo:objective:ratio
      expr: vector({{ $slo.objective }})
      labels:
        {{- include "elsa.quotedMap" $labels | nindent 8 }}
    - record: slo:error_budget:ratio
      expr: vector({{ $budget }})
      labels:
        {{- include "elsa.quotedMap" $labels | nindent 8 }}
    - record: slo:time_period:days
      expr: vector({{ $days }})
      labels:
        {{- include "elsa.quotedMap" $labels | nindent 8 }}
    - record: slo:current_burn_rate:ratio
      expr: |
        slo:sli_error:ratio_rate5m{{ $selector }}
        / {{ $on }}
        slo:error_budget:ratio{{ $selector }}
      labels:
        {{- include "elsa.quotedMap" $labels | nindent 8 }}
    - record: slo:period_burn_rate:ratio
      expr: |
        slo:sli_error:ratio_rate{{ $period }}{{ $selector }}
        / {{ $on }}
        slo:error_budget:ratio{{ $selector }}
      labels:
        {{- include "elsa.quotedMap" $labels | nindent 8 }}
    - record: slo:period_error_budget_remaining:ratio
      expr: 1 - slo:period_burn_rate:ratio{{ $selector }}
      labels:
        {{- include "elsa.quotedMap" $labels | nindent 8 }}
    - record: sloth_slo_info
      expr: vector(1)
      labels:
        {{- include "elsa.quotedMap" (merge (dict "sloth_mode" "helm-chart" "sloth_objective" (mulf $slo.objective 100 | toString) "sloth_spec" "elsa-portal.io/v1alpha1" "sloth_version" "v0.16.0") $labels) | nindent 8 }}
{{- $alerts := include "elsa.slo.alerts" (dict "root" $root "slo" $slo "table" .table "budget" $budget "days" $days "selector" $selector "labels" $labels) | trim }}
{{- if $alerts }}
- name: {{ printf "sloth-slo-alerts-%s" $suffix | quote }}
  rules:
    {{- $alerts | nindent 4 }}
{{- end }}
{{- end -}}

{{/* Failed events of a window. dict: slo, window */}}
{{- define "elsa.slo.errors" -}}
{{- $query := include "elsa.monitoring.query" (dict "query" .slo.errorQuery "window" .window) -}}
{{- if .slo.absentErrorsAreZero -}}
({{ printf "(%s) or vector(0)" $query }})
{{- else -}}
({{ $query }})
{{- end -}}
{{- end -}}

{{/* All events of a window, absent without traffic. dict: slo, window */}}
{{- define "elsa.slo.events" -}}
({{ printf "(%s) > 0" (include "elsa.monitoring.query" (dict "query" .slo.totalQuery "window" .window)) }})
{{- end -}}

{{/* Error ratio over a window. dict: slo, window */}}
{{- define "elsa.slo.ratio" -}}
{{- if .slo.errorQuery -}}
{{ include "elsa.slo.errors" . }}
/
{{ include "elsa.slo.events" . }}
{{- else -}}
({{ include "elsa.monitoring.query" (dict "query" .slo.errorRatioQuery "window" .window) }})
{{- end -}}
{{- end -}}

{{/* Burn-rate alerts: one for each severity. dict: root, slo, table, budget, days, selector, labels */}}
{{- define "elsa.slo.alerts" -}}
{{- $ := . -}}
{{- $own := .slo.alerts | default dict -}}
{{- range $severity := list "page" "ticket" }}
{{- $wanted := true }}
{{- if hasKey $own $severity }}{{- $wanted = index $own $severity }}{{- end }}
{{- $pairs := list }}
{{- range $row := $.table.burnRates }}
{{- if eq $row.severity $severity }}
{{- $factor := divf (mulf $row.budgetPercent $.days 24) (mulf 100 $row.longHours) }}
{{- if and (lt (mulf $factor $.budget) 1.0) (ge $factor 0.9) }}
{{- $pairs = append $pairs (dict "short" $row.short "long" $row.long "threshold" (printf "(%v * %v)" $factor $.budget)) }}
{{- end }}
{{- end }}
{{- end }}
{{- if and $wanted $pairs }}
{{- $custom := ternary $.root.Values.monitoring.sloAlerts.pageLabels $.root.Values.monitoring.sloAlerts.ticketLabels (eq $severity "page") }}
{{- $labels := merge (dict "sloth_severity" $severity) $.labels (include "elsa.monitoring.literalLabels" $custom | fromJson) (include "elsa.monitoring.literalLabels" $.root.Values.monitoring.alerts.labels | fromJson) }}
- alert: ElsaErrorBudgetBurn
  expr: |
    {{- range $index, $pair := $pairs }}
    {{- if $index }}
    or
    {{- end }}
    (
        max(slo:sli_error:ratio_rate{{ $pair.short }}{{ $.selector }} > {{ $pair.threshold }}) without (sloth_window)
        and
        max(slo:sli_error:ratio_rate{{ $pair.long }}{{ $.selector }} > {{ $pair.threshold }}) without (sloth_window)
    )
    {{- end }}
  {{- with index $own "for" }}
  for: {{ . }}
  {{- end }}
  labels:
    {{- include "elsa.quotedMap" $labels | nindent 4 }}
  annotations:
    title: {{ printf "(%s) {{$labels.sloth_service}} {{$labels.sloth_slo}} SLO error budget burn rate is too fast." $severity | quote }}
    summary: {{ printf "The objective \"%s\" of %s burns its error budget too fast (%s)." (include "elsa.monitoring.literal" ($.slo.title | default $.slo.name)) (include "elsa.environment" $.root) $severity | quote }}
    {{- with $.slo.description }}
    description: {{ include "elsa.monitoring.literal" . | quote }}
    {{- end }}
    {{- with ($.slo.runbookUrl | default (include "elsa.alerts.runbook" (dict "root" $.root "alert" "ElsaErrorBudgetBurn"))) }}
    runbook_url: {{ . | quote }}
    {{- end }}
{{- end }}
{{- end }}
{{- end -}}
