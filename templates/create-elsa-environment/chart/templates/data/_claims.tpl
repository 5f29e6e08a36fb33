{{/*
Claims of the release, and what must hold before one may change.
*/}}

{{/*
Claims that this release makes, as a JSON list of: path (where its values are),
claim, persistence, statefulSet (empty for claims without one). Takes `$`.
*/}}
{{- define "elsa.data.claims" -}}
{{- $claims := list -}}
{{- $services := dict -}}
{{- if eq (include "elsa.database.isEmbedded" .) "true" -}}
{{- $_ := set $services .Values.database.provider (include "elsa.name.database" .) -}}
{{- end -}}
{{- if and .Values.redis.enabled (eq .Values.redis.mode "embedded") -}}
{{- $_ := set $services "redis" (include "elsa.name.redis" .) -}}
{{- end -}}
{{- if and .Values.rabbitmq.enabled (eq .Values.rabbitmq.mode "embedded") -}}
{{- $_ := set $services "rabbitmq" (include "elsa.name.rabbitmq" .) -}}
{{- end -}}
{{- range $section, $name := $services -}}
{{- $claims = append $claims (dict "path" (printf "%s.persistence" $section) "claim" (include "elsa.data.claimName" $name) "persistence" (index $.Values $section).persistence "statefulSet" $name) -}}
{{- end -}}
{{- if eq .Values.database.provider "sqlite" -}}
{{- $claims = append $claims (dict "path" "sqlite.persistence" "claim" (include "elsa.name.database" .) "persistence" .Values.sqlite.persistence "statefulSet" "") -}}
{{- end -}}
{{- if and .Values.backup.enabled (ne .Values.database.provider "sqlite") (not .Values.backup.persistence.existingClaim) -}}
{{- $claims = append $claims (dict "path" "backup.persistence" "claim" (include "elsa.data.backupClaim" .) "persistence" .Values.backup.persistence "statefulSet" "") -}}
{{- end -}}
{{- $claims | toJson -}}
{{- end -}}

{{/*
What the API server would refuse in the middle of an upgrade, said before
anything has changed. Without a cluster (helm template, Argo CD) nothing is
known here, and the API server itself refuses.
*/}}
{{- define "elsa.validate.claims" -}}
{{- range include "elsa.data.claims" . | fromJsonArray }}
{{- $wanted := . }}
{{- if and .statefulSet (dig "spec" "volumeClaimTemplates" list (lookup "apps/v1" "StatefulSet" $.Release.Namespace .statefulSet)) }}
{{ .path }}: StatefulSet {{ .statefulSet }} is from an earlier chart and gets its claim from a template, which can never change. Hand the claim over once, while the pod goes on running, and upgrade again: {{ include "elsa.data.handOver" (dict "root" $ "wanted" .) }}
{{- end }}
{{- with lookup "v1" "PersistentVolumeClaim" $.Release.Namespace .claim }}
{{- include "elsa.validate.claim" (dict "root" $ "live" . "wanted" $wanted) }}
{{- end }}
{{- end }}
{{- end -}}

{{/*
Commands that make a StatefulSet's claim the release's own. dict: root, wanted
Helm imports only what is marked as its own, and the size must not stay the
field of the controller that made the claim: an apply on the server that
changes it would be refused as a conflict.
*/}}
{{- define "elsa.data.handOver" -}}
{{- $release := .root.Release -}}
{{- $metadata := dict
  "labels" (dict "app.kubernetes.io/managed-by" "Helm")
  "annotations" (dict "meta.helm.sh/release-name" $release.Name "meta.helm.sh/release-namespace" $release.Namespace "helm.sh/resource-policy" "keep")
  "managedFields" (include "elsa.data.sizeIsHelms" . | fromJsonArray) -}}
{{ include "elsa.data.patchClaim" (dict "root" .root "claim" .wanted.claim "metadata" $metadata) }} && kubectl --namespace={{ $release.Namespace }} delete statefulset/{{ .wanted.statefulSet }} --cascade=orphan
{{- end -}}

{{/* Managed fields of a claim whose size only Helm sets. */}}
{{- define "elsa.data.sizeIsHelms" -}}
[{"manager":"helm","operation":"Apply","apiVersion":"v1","fieldsType":"FieldsV1","fieldsV1":{"f:spec":{"f:resources":{"f:requests":{"f:storage":{}}}}}}]
{{- end -}}

{{/* Command for a POSIX shell; no name or key in it can hold a quote. dict: root, claim, metadata */}}
{{- define "elsa.data.patchClaim" -}}
kubectl --namespace={{ .root.Release.Namespace }} patch persistentvolumeclaim/{{ .claim }} --type=merge --patch='{{ dict "metadata" .metadata | toJson }}'
{{- end -}}

{{/*
Others that set the size of a claim that Helm applies on the server: as long as
they hold the field, Helm can apply no other size. Takes the claim.
*/}}
{{- define "elsa.data.sizeHolders" -}}
{{- $isApplied := false -}}
{{- $others := list -}}
{{- range dig "metadata" "managedFields" list . -}}
{{- $requests := dig "f:spec" "f:resources" "f:requests" dict (.fieldsV1 | default dict) -}}
{{- if and (eq .manager "helm") (eq .operation "Apply") -}}
{{- $isApplied = true -}}
{{- else if hasKey $requests "f:storage" -}}
{{- $others = append $others .manager -}}
{{- end -}}
{{- end -}}
{{- if $isApplied -}}{{- join ", " (uniq $others) -}}{{- end -}}
{{- end -}}

{{/* One claim that is there already. dict: root, live, wanted */}}
{{- define "elsa.validate.claim" -}}
{{- $size := .wanted.persistence.size -}}
{{- $liveSize := dig "spec" "resources" "requests" "storage" "" .live -}}
{{- $bytes := include "elsa.data.bytes" $size | int64 -}}
{{- $liveBytes := include "elsa.data.bytes" $liveSize | int64 -}}
{{- $phase := dig "status" "phase" "" .live -}}
{{- $class := .wanted.persistence.storageClass | default .root.Values.global.storageClass -}}
{{- $liveClass := dig "spec" "storageClassName" "" .live -}}
{{- if lt $bytes $liveBytes }}
{{ .wanted.path }}.size: {{ $size }} is less than the {{ $liveSize }} of claim {{ .wanted.claim }}, and a volume cannot shrink. Set {{ $liveSize }} or more.
{{- else if and (ne $bytes $liveBytes) (ne $phase "Bound") }}
{{ .wanted.path }}.size: claim {{ .wanted.claim }} has no volume yet (phase {{ $phase | default "unknown" }}), and only a bound claim can grow. Set {{ $liveSize }} until a pod has used it, or delete the claim, which is empty, and upgrade again.
{{- else if gt $bytes $liveBytes }}
{{- with include "elsa.data.sizeHolders" .live }}
{{ $.wanted.path }}.size: the size of claim {{ $.wanted.claim }} was set by {{ . }}, so Helm may not change it. Hand it to Helm and upgrade again: {{ include "elsa.data.patchClaim" (dict "root" $.root "claim" $.wanted.claim "metadata" (dict "managedFields" (include "elsa.data.sizeIsHelms" $ | fromJsonArray))) }}
{{- end }}
{{- end }}
{{- if and $class $liveClass (ne $class $liveClass) }}
{{ .wanted.path }}.storageClass: claim {{ .wanted.claim }} is of class {{ $liveClass }}, and a claim's class cannot change. Set {{ $liveClass }}; to move to {{ $class }}, back up the data and restore it into a new environment.
{{- end }}
{{- end -}}
