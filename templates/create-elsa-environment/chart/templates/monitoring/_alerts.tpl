{{/*
Alerts: files/alerts.yaml, filled in for this environment.
*/}}

{{/* Address of the runbook's entry. dict: root, alert */}}
{{- define "elsa.alerts.runbook" -}}
{{- with .root.Values.monitoring.alerts.runbookUrl -}}
{{ . }}#{{ lower $.alert }}
{{- end -}}
{{- end -}}

{{/* Workloads of the release by kind, as JSON: deployments, statefulSets. Takes `$`. */}}
{{- define "elsa.alerts.workloads" -}}
{{- $deployments := list (include "elsa.name.server" .) -}}
{{- $statefulSets := list -}}
{{- if .Values.elsaStudio.enabled -}}{{- $deployments = append $deployments (include "elsa.name.studio" .) -}}{{- end -}}
{{- if eq (include "elsa.data.isPooled" .) "true" -}}{{- $deployments = append $deployments (include "elsa.name.pgbouncer" .) -}}{{- end -}}
{{- if eq (include "elsa.database.isEmbedded" .) "true" -}}{{- $statefulSets = append $statefulSets (include "elsa.name.database" .) -}}{{- end -}}
{{- if and .Values.redis.enabled (eq .Values.redis.mode "embedded") -}}{{- $statefulSets = append $statefulSets (include "elsa.name.redis" .) -}}{{- end -}}
{{- if .Values.rabbitmq.enabled -}}
{{- if eq .Values.rabbitmq.mode "embedded" -}}{{- $statefulSets = append $statefulSets (include "elsa.name.rabbitmq" .) -}}{{- end -}}
{{- if eq .Values.rabbitmq.mode "operator" -}}{{- $statefulSets = append $statefulSets (printf "%s-server" (include "elsa.name.rabbitmq" .)) -}}{{- end -}}
{{- end -}}
{{- dict "deployments" $deployments "statefulSets" $statefulSets | toJson -}}
{{- end -}}

{{/*
Names, and the pods of workloads, as one regular expression. Kubernetes cuts
long names before it adds a pod's own part, so only 47 characters are certain.
Take a list.
*/}}
{{- define "elsa.alerts.anyOf" -}}
{{- $names := list -}}
{{- range . -}}{{- $names = append $names (include "elsa.monitoring.regex" .) -}}{{- end -}}
{{- join "|" $names -}}
{{- end -}}
{{- define "elsa.alerts.podsOf" -}}
{{- $patterns := list -}}
{{- range . -}}
{{- if gt (len .) 47 -}}
{{- $patterns = append $patterns (printf "%s.*" (include "elsa.monitoring.regex" (trunc 47 .))) -}}
{{- else -}}
{{- $patterns = append $patterns (printf "%s-.*" (include "elsa.monitoring.regex" .)) -}}
{{- end -}}
{{- end -}}
{{- join "|" ($patterns | uniq) -}}
{{- end -}}

{{/* Claims of the release, as a regular expression; empty when it has none. Takes `$`. */}}
{{- define "elsa.alerts.claims" -}}
{{- $claims := list -}}
{{- range (include "elsa.alerts.workloads" . | fromJson).statefulSets -}}
{{- $prefix := ternary "persistence-" "data-" (and $.Values.rabbitmq.enabled (eq $.Values.rabbitmq.mode "operator") (eq . (printf "%s-server" (include "elsa.name.rabbitmq" $)))) -}}
{{- $claims = append $claims (printf "%s%s-[0-9]+" $prefix (include "elsa.monitoring.regex" .)) -}}
{{- end -}}
{{- if eq (include "elsa.database.isCloudNativePg" .) "true" -}}
{{- $claims = append $claims (printf "%s-[0-9]+(?:-wal)?" (include "elsa.monitoring.regex" (include "elsa.name.database" .))) -}}
{{- end -}}
{{- if eq .Values.database.provider "sqlite" -}}
{{- $claims = append $claims (include "elsa.monitoring.regex" (include "elsa.name.database" .)) -}}
{{- end -}}
{{- if .Values.backup.enabled -}}
{{- $claims = append $claims (include "elsa.monitoring.regex" (include "elsa.data.backupClaim" .)) -}}
{{- end -}}
{{- join "|" $claims -}}
{{- end -}}

{{/* What holds in this environment, as a JSON object of booleans. Takes `$`. */}}
{{- define "elsa.alerts.facts" -}}
{{- $values := .Values -}}
{{- $isCnpg := eq (include "elsa.database.isCloudNativePg" .) "true" -}}
{{- $cnpg := $values.postgresql.cloudnativepg -}}
{{- $certificate := $values.exposure.tls.certManager -}}
{{- dict
  "cpuLimits" (not (empty (dig "limits" "cpu" "" $values.elsaServer.resources)))
  "memoryLimits" (not (empty (dig "limits" "memory" "" $values.elsaServer.resources)))
  "statefulSets" (not (empty (include "elsa.alerts.workloads" . | fromJson).statefulSets))
  "autoscaling" (or $values.elsaServer.autoscaling.enabled (and $values.elsaStudio.enabled $values.elsaStudio.autoscaling.enabled))
  "backupCronJob" (and $values.backup.enabled (not $values.backup.suspend))
  "backupPlugin" (and $isCnpg $cnpg.backup.enabled (not $cnpg.backup.suspend) (eq $cnpg.backup.method "plugin") $values.monitoring.podMonitors.enabled)
  "backupSnapshot" (and $isCnpg $cnpg.backup.enabled (not $cnpg.backup.suspend) (eq $cnpg.backup.method "volumeSnapshot") $values.monitoring.podMonitors.enabled)
  "volumes" (not (empty (include "elsa.alerts.claims" .)))
  "certManager" (and $certificate.enabled (not (empty (include "elsa.edge.usesTlsSecret" .))))
  "probe" $values.monitoring.probe.enabled
  "tls" (contains "\"https://" (include "elsa.monitoring.probeTargets" .))
  "scraped" (eq (include "elsa.monitoring.isScraped" .) "true")
  "latency" (not (empty $values.monitoring.queries.latencyP95))
  "workflows" (and (not (empty $values.monitoring.queries.workflowsFaulted)) (not (empty $values.monitoring.queries.workflowsStarted)))
  "cnpgMetrics" (and $isCnpg $values.monitoring.podMonitors.enabled)
  "cnpgReplicas" (gt (int $cnpg.instances) 1)
  "rabbitmqMetrics" (and $values.rabbitmq.enabled (ne $values.rabbitmq.mode "external") $values.monitoring.podMonitors.enabled)
  "externalSecrets" (eq $values.secrets.provider "externalSecrets")
  "migration" $values.migration.enabled
  "argocd" $values.monitoring.alerts.argocd.enabled
  | toJson -}}
{{- end -}}

{{/* The @words@ of the table, as JSON. Takes `$`. */}}
{{- define "elsa.alerts.words" -}}
{{- $values := .Values -}}
{{- $alerts := $values.monitoring.alerts -}}
{{- $workloads := include "elsa.alerts.workloads" . | fromJson -}}
{{- $namespace := printf "namespace=%q" .Release.Namespace -}}
{{- $all := concat $workloads.deployments $workloads.statefulSets -}}
{{- if eq (include "elsa.database.isCloudNativePg" .) "true" -}}{{- $all = append $all (include "elsa.name.database" .) -}}{{- end -}}
{{- $lasting := $all -}}
{{- if $values.backup.enabled -}}{{- $all = append $all (include "elsa.name.backup" .) -}}{{- end -}}
{{- if $values.migration.enabled -}}{{- $all = append $all (include "elsa.name.migration" .) -}}{{- end -}}
{{- $autoscalers := list -}}
{{- if $values.elsaServer.autoscaling.enabled -}}{{- $autoscalers = append $autoscalers (include "elsa.name.server" .) -}}{{- end -}}
{{- if $values.elsaStudio.autoscaling.enabled -}}{{- $autoscalers = append $autoscalers (include "elsa.name.studio" .) -}}{{- end -}}
{{- $secrets := list -}}
{{- range $component, $keys := include "elsa.secret.allKeys" . | fromJson -}}
{{- if $keys -}}{{- $secrets = append $secrets (include "elsa.secret.name" (dict "root" $ "component" $component)) -}}{{- end -}}
{{- end -}}
{{- dict
  "namespace" .Release.Namespace
  "server" (include "elsa.name.server" .)
  "migration" (printf "%s-[0-9a-f]{8}" (include "elsa.monitoring.regex" (include "elsa.name.migration" .)))
  "pods" (printf "%s,pod=~\"%s\"" $namespace (include "elsa.alerts.podsOf" $all))
  "podsRegex" (include "elsa.alerts.podsOf" $all)
  "workloadPods" (printf "%s,pod=~\"%s\"" $namespace (include "elsa.alerts.podsOf" $lasting))
  "cnpgPods" (printf "%s,pod=~\"%s-[0-9]+\"" $namespace (include "elsa.monitoring.regex" (include "elsa.name.database" .)))
  "rabbitmqPods" (printf "%s,pod=~\"%s-.*\"" $namespace (include "elsa.monitoring.regex" (include "elsa.name.rabbitmq" .)))
  "deployments" (printf "%s,deployment=~\"%s\"" $namespace (include "elsa.alerts.anyOf" $workloads.deployments))
  "statefulSets" (printf "%s,statefulset=~\"%s\"" $namespace (include "elsa.alerts.anyOf" $workloads.statefulSets))
  "autoscalers" (printf "%s,horizontalpodautoscaler=~\"%s\"" $namespace (include "elsa.alerts.anyOf" $autoscalers))
  "claims" (printf "%s,persistentvolumeclaim=~\"%s\"" $namespace (include "elsa.alerts.claims" .))
  "backup" (printf "%s,cronjob=%q" $namespace (include "elsa.name.backup" .))
  "backupSeconds" (mul (int $values.backup.maxAgeHours) 3600 | toString)
  "certificate" (include "elsa.name.tls" .)
  "certificateNamespace" ($values.exposure.tls.certManager.namespace | default (ternary $values.mesh.istio.ingressNamespace .Release.Namespace (eq $values.exposure.kind "istio")))
  "certificateSeconds" (mul (int $alerts.certificateDays) 86400 | toString)
  "volumeUsedRatio" (toString $alerts.volumeUsedRatio)
  "probe" (printf "elsa_environment=%q,%s" (include "elsa.environment" .) $namespace)
  "latencyQuery" (include "elsa.monitoring.query" (dict "query" $values.monitoring.queries.latencyP95 "window" "5m"))
  "latencySeconds" (toString $alerts.latencySeconds)
  "workflowsFaultedQuery" (include "elsa.monitoring.query" (dict "query" $values.monitoring.queries.workflowsFaulted "window" "10m"))
  "workflowsStartedQuery" (include "elsa.monitoring.query" (dict "query" $values.monitoring.queries.workflowsStarted "window" "10m"))
  "workflowFaultRatio" (toString $alerts.workflowFaultRatio)
  "externalSecrets" (include "elsa.alerts.anyOf" ($secrets | uniq | sortAlpha))
  "application" ($alerts.argocd.application | default (include "elsa.environment" .))
  | toJson -}}
{{- end -}}
