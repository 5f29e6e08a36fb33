{{/*
Grafana's dashboard: files/dashboard.json without the panels that would stay
empty in this environment, with positions and @words@ filled in. The words go
in as parts of JSON strings, escaped as such. Takes `$`.
*/}}
{{- define "elsa.dashboard" -}}
{{- $root := . -}}
{{- $facts := include "elsa.alerts.facts" . | fromJson -}}
{{- $environment := include "elsa.environment" . -}}
{{- $words := include "elsa.alerts.words" . | fromJson -}}
{{- $backupSeconds := int64 $words.backupSeconds -}}
{{- $words = dict
  "environment" $environment
  "server" (include "elsa.name.server" .)
  "backupName" (include "elsa.name.backup" .)
  "podsRegex" $words.podsRegex
  "claimsRegex" (include "elsa.alerts.claims" .)
  "databaseRegex" (printf "%s-[0-9]+" (include "elsa.monitoring.regex" (include "elsa.name.database" .)))
  "rabbitmqRegex" (printf "%s-.*" (include "elsa.monitoring.regex" (include "elsa.name.rabbitmq" .))) -}}
{{- range $name, $query := .Values.monitoring.queries -}}
{{- $_ := set $facts $name (not (empty $query)) -}}
{{- $_ := set $words $name (include "elsa.monitoring.query" (dict "query" $query "window" "$__rate_interval")) -}}
{{- end -}}
{{- $_ := set $facts "slos" (not (empty .Values.monitoring.slos)) -}}
{{- $_ := set $facts "serverAutoscaling" .Values.elsaServer.autoscaling.enabled -}}
{{- $_ := set $facts "data" (or $facts.volumes $facts.databaseConnectionsUsed $facts.rabbitmqMetrics) -}}
{{- $text := .Files.Get "files/dashboard.json" -}}
{{- range $word, $value := $words -}}
{{- $text = $text | replace (printf "@%s@" $word) ($value | toJson | trimPrefix "\"" | trimSuffix "\"") -}}
{{- end -}}
{{- $text = $text | replace "\"@backupSeconds@\"" (toString $backupSeconds) -}}
{{- $panels := list -}}
{{- $x := 0 -}}
{{- $y := 0 -}}
{{- $height := 0 -}}
{{- $id := 1 -}}
{{- range $panel := (fromJson $text).panels -}}
{{- $holds := true -}}
{{- range $panel.when -}}
{{- if not (hasKey $facts .) -}}
{{- fail (printf "files/dashboard.json: panel %s depends on the unknown fact %s" $panel.title .) -}}
{{- end -}}
{{- $holds = and $holds (index $facts .) -}}
{{- end -}}
{{- if $holds -}}
{{- $width := int $panel.w -}}
{{- if or (eq $panel.type "row") (gt (add $x $width) 24) -}}
{{- $x = 0 -}}
{{- $y = add $y $height -}}
{{- $height = 0 -}}
{{- end -}}
{{- $placed := omit $panel "when" "w" "h" -}}
{{- $_ := set $placed "id" $id -}}
{{- $_ := set $placed "gridPos" (dict "x" $x "y" $y "w" $width "h" (int $panel.h)) -}}
{{- $panels = append $panels $placed -}}
{{- $id = add1 $id -}}
{{- $x = add $x $width -}}
{{- $height = max $height (int $panel.h) -}}
{{- end -}}
{{- end -}}
{{- $datasource := dict "name" "datasource" "label" "Data source" "type" "datasource" "query" "prometheus" "current" dict "hide" 0 "includeAll" false "multi" false "refresh" 1 "regex" "" -}}
{{- $namespace := dict "name" "namespace" "label" "Namespace" "type" "query" "datasource" (dict "type" "prometheus" "uid" "${datasource}") "query" (dict "query" (printf "label_values(kube_deployment_spec_replicas{deployment=%q}, namespace)" (include "elsa.name.server" .)) "refId" "namespaces") "definition" (printf "label_values(kube_deployment_spec_replicas{deployment=%q}, namespace)" (include "elsa.name.server" .)) "current" (dict "text" .Release.Namespace "value" .Release.Namespace) "hide" 0 "includeAll" false "multi" false "refresh" 2 "regex" "" "sort" 1 -}}
{{- dict
  "uid" (printf "elsa-%s" (sha256sum (printf "%s/%s" .Release.Namespace $environment) | trunc 24))
  "title" (printf "Elsa: %s" $environment)
  "description" (printf "Elsa Workflows environment %s in namespace %s." $environment .Release.Namespace)
  "tags" (list "elsa-workflows" $environment)
  "schemaVersion" 39
  "version" 1
  "editable" false
  "graphTooltip" 1
  "timezone" "browser"
  "refresh" "1m"
  "time" (dict "from" "now-6h" "to" "now")
  "timepicker" dict
  "annotations" (dict "list" list)
  "links" list
  "templating" (dict "list" (list $datasource $namespace))
  "panels" $panels
  | toPrettyJson -}}
{{- end -}}
