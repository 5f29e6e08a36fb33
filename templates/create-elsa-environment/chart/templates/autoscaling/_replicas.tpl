{{/*
`replicas:` of a Deployment, or nothing when its autoscaler sets it.

A count that leaves the manifest falls back to 1, and one that comes back is
the autoscaler's at that moment. So where a cluster can be asked, both ways of
the switch keep the count that runs:

- Autoscaler on: the running count is stated for as long as the release owns the
  field. Applied on the server, it owns the field until the autoscaler first
  changes it; applied by Helm's own three-way merge, which remembers only that
  the last release stated one, always.
- Autoscaler off, in the upgrade that removes it: the running count, too.

dict: root, workload (its values), objectName
*/}}
{{- define "elsa.replicas" -}}
{{- $namespace := .root.Release.Namespace -}}
{{- $live := lookup "apps/v1" "Deployment" $namespace .objectName -}}
{{- $count := dig "spec" "replicas" 1 $live -}}
{{- if .workload.autoscaling.enabled -}}
{{- if and $live (eq (include "elsa.replicas.isOwned" $live) "true") -}}
replicas: {{ $count }}
{{- end -}}
{{- else if and $live (lookup "autoscaling/v2" "HorizontalPodAutoscaler" $namespace .objectName) -}}
replicas: {{ $count }}
{{- else -}}
replicas: {{ .workload.replicaCount }}
{{- end -}}
{{- end -}}

{{/* "true" unless whoever applies the pod template on the server leaves the count to others. Takes the Deployment. */}}
{{- define "elsa.replicas.isOwned" -}}
{{- $isOwned := true -}}
{{- range dig "metadata" "managedFields" list . -}}
{{- $fields := dig "f:spec" dict (.fieldsV1 | default dict) -}}
{{- if and (eq .operation "Apply") (hasKey $fields "f:template") -}}
{{- $isOwned = hasKey $fields "f:replicas" -}}
{{- end -}}
{{- end -}}
{{- $isOwned -}}
{{- end -}}

{{/*
Workloads of the release whose number of pods Helm sets or leaves, as a JSON
list of: path, objectName. Takes `$`.
*/}}
{{- define "elsa.replicas.workloads" -}}
{{- $workloads := list (dict "path" "elsaServer" "objectName" (include "elsa.name.server" .)) -}}
{{- if .Values.elsaStudio.enabled -}}
{{- $workloads = append $workloads (dict "path" "elsaStudio" "objectName" (include "elsa.name.studio" .)) -}}
{{- end -}}
{{- $workloads | toJson -}}
{{- end -}}

{{/* Others that hold the count of a Deployment that is applied on the server. Takes the Deployment. */}}
{{- define "elsa.replicas.holders" -}}
{{- $isApplied := false -}}
{{- $others := list -}}
{{- range dig "metadata" "managedFields" list . -}}
{{- $fields := dig "f:spec" dict (.fieldsV1 | default dict) -}}
{{- if and (eq .operation "Apply") (hasKey $fields "f:template") -}}
{{- $isApplied = true -}}
{{- else if hasKey $fields "f:replicas" -}}
{{- $others = append $others .manager -}}
{{- end -}}
{{- end -}}
{{- if $isApplied -}}{{- join ", " (uniq $others) -}}{{- end -}}
{{- end -}}

{{/*
Helm, applying on the server, refuses in the middle of an upgrade to change a
count that an autoscaler or `kubectl scale` has set. Said before anything has
changed.
*/}}
{{- define "elsa.validate.replicas" -}}
{{- range include "elsa.replicas.workloads" . | fromJsonArray }}
{{- $workload := index $.Values .path }}
{{- $live := lookup "apps/v1" "Deployment" $.Release.Namespace .objectName }}
{{- $count := dig "spec" "replicas" 1 $live | int }}
{{- $isChanged := and $live (not $workload.autoscaling.enabled) (ne $count (int $workload.replicaCount)) }}
{{- if and $isChanged (not (lookup "autoscaling/v2" "HorizontalPodAutoscaler" $.Release.Namespace .objectName)) }}
{{- $path := .path }}
{{- $name := .objectName }}
{{- with include "elsa.replicas.holders" $live }}
{{- $fields := dict "manager" "helm" "operation" "Apply" "apiVersion" "apps/v1" "fieldsType" "FieldsV1" "fieldsV1" (dict "f:spec" (dict "f:replicas" dict)) }}
{{ $path }}.replicaCount: {{ $count }} pods of Deployment {{ $name }} were set by {{ . }}, so Helm may not set {{ $workload.replicaCount }}. Hand the number to Helm and upgrade again: kubectl --namespace={{ $.Release.Namespace }} patch deployment/{{ $name }} --type=merge --patch='{{ dict "metadata" (dict "managedFields" (list $fields)) | toJson }}'
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
