{{/*
What nothing deletes together with the environment.
*/}}

{{/*
On every object that is data, or whose controller deletes data with it: neither
Helm nor Argo CD deletes it, whether it leaves the chart's output or the
release ends. Who wants it gone deletes it by hand.
*/}}
{{- define "elsa.data.kept" -}}
{{- dict "helm.sh/resource-policy" "keep" "argocd.argoproj.io/sync-options" "Prune=false,Delete=false" | toJson -}}
{{- end -}}

{{/*
Kinds in extraObjects that can go without anything being lost. Nobody can list
every operator, so every other kind counts as data. `*` stands for all kinds of
a group.
*/}}
{{- define "elsa.data.kindsWithoutData" -}}
- "ConfigMap"
- "Endpoints"
- "LimitRange"
- "Pod"
- "PodTemplate"
- "ReplicationController"
- "Service"
- "ServiceAccount"
- "*.autoscaling"
- "*.autoscaling.k8s.io"
- "*.batch"
- "*.cert-manager.io"
- "*.cilium.io"
- "*.configuration.konghq.com"
- "*.coordination.k8s.io"
- "*.discovery.k8s.io"
- "*.elbv2.k8s.aws"
- "*.gateway.envoyproxy.io"
- "*.gateway.networking.k8s.io"
- "*.k8s.nginx.org"
- "*.keda.sh"
- "*.kyverno.io"
- "*.networking.gke.io"
- "*.networking.istio.io"
- "*.networking.k8s.io"
- "*.policy"
- "*.policy.linkerd.io"
- "*.projectcalico.org"
- "*.projectcontour.io"
- "*.rbac.authorization.k8s.io"
- "*.security.istio.io"
- "*.telemetry.istio.io"
- "*.traefik.io"
- "AlertmanagerConfig.monitoring.coreos.com"
- "AnalysisTemplate.argoproj.io"
- "BackendConfig.cloud.google.com"
- "DNSEndpoint.externaldns.k8s.io"
- "DaemonSet.apps"
- "DatadogMonitor.datadoghq.com"
- "Deployment.apps"
- "GrafanaAlertRuleGroup.grafana.integreatly.org"
- "GrafanaDashboard.grafana.integreatly.org"
- "GrafanaFolder.grafana.integreatly.org"
- "Instrumentation.opentelemetry.io"
- "PodMonitor.monitoring.coreos.com"
- "Probe.monitoring.coreos.com"
- "PrometheusRule.monitoring.coreos.com"
- "PrometheusServiceLevel.sloth.slok.dev"
- "ReplicaSet.apps"
- "Rollout.argoproj.io"
- "ScrapeConfig.monitoring.coreos.com"
- "SecretStore.external-secrets.io"
- "ServiceMonitor.monitoring.coreos.com"
{{- end -}}

{{/*
"true" where data could be lost with an extra object. A StatefulSet is no data,
and its claims outlive it unless it says otherwise. Takes the object.
*/}}
{{- define "elsa.data.holdsData" -}}
{{- $group := "" -}}
{{- $kind := .kind -}}
{{- if contains "/" .apiVersion -}}
{{- $group = first (splitList "/" .apiVersion) -}}
{{- $kind = printf "%s.%s" .kind $group -}}
{{- end -}}
{{- $harmless := include "elsa.data.kindsWithoutData" . | fromYamlArray -}}
{{- if eq $kind "StatefulSet.apps" -}}
{{- $hasClaims := dig "spec" "volumeClaimTemplates" list . -}}
{{- $policy := dig "spec" "persistentVolumeClaimRetentionPolicy" "whenDeleted" "Retain" . -}}
{{- and $hasClaims (eq $policy "Delete") | ternary "true" "" -}}
{{- else if not (or (has $kind $harmless) (has (printf "*.%s" $group) $harmless)) -}}
true
{{- end -}}
{{- end -}}

{{/*
Annotations of an extra object, with its own and those of every object; its own
win. Options of a sync that it states stand beside those that keep it.
dict: root, object
*/}}
{{- define "elsa.data.extraAnnotations" -}}
{{- $own := .object.metadata.annotations | default dict -}}
{{- $annotations := mergeOverwrite (dict) .root.Values.global.annotations -}}
{{- if eq (include "elsa.data.holdsData" .object | trim) "true" -}}
{{- $kept := include "elsa.data.kept" .root | fromJson -}}
{{- $key := "argocd.argoproj.io/sync-options" -}}
{{- $options := list -}}
{{- with get $own $key | default (get $annotations $key) -}}
{{- $options = splitList "," . -}}
{{- end -}}
{{- range splitList "," (get $kept $key) -}}
{{- if not (regexMatch (printf "(^|,)\\s*%s=" (first (splitList "=" .))) (join "," $options)) -}}
{{- $options = append $options . -}}
{{- end -}}
{{- end -}}
{{- $annotations = mergeOverwrite $annotations $kept $own (dict $key (join "," $options)) -}}
{{- else -}}
{{- $annotations = mergeOverwrite $annotations $own -}}
{{- end -}}
{{- $annotations | toJson -}}
{{- end -}}
