{{/*
Names, labels and small building blocks of every object.
One helper per name, so that connection strings, policies and Services cannot
disagree. Callers pass `$` or a dict with `root`.
*/}}

{{/* Name of the environment = name of the release. */}}
{{- define "elsa.environment" -}}
{{- .Release.Name -}}
{{- end -}}

{{/*
Name of an object: <environment>-<suffix>, shortened to `limit` (default 63).
A shortened name ends with a hash of the environment, so that two long names
with one beginning stay two. StatefulSets and CronJobs pass limit 52, because
Kubernetes appends to their names.
dict: root, suffix, limit
*/}}
{{- define "elsa.name" -}}
{{- $environment := include "elsa.environment" .root -}}
{{- $limit := .limit | default 63 | int -}}
{{- $room := sub (sub $limit (len .suffix)) 1 | int -}}
{{- if gt (len $environment) $room -}}
{{- $environment = printf "%s-%s" ($environment | trunc (sub $room 7 | int) | trimSuffix "-") ($environment | sha256sum | trunc 6) -}}
{{- end -}}
{{- printf "%s-%s" $environment .suffix -}}
{{- end -}}

{{- define "elsa.name.server" -}}{{ include "elsa.name" (dict "root" . "suffix" "server") }}{{- end -}}
{{- define "elsa.name.studio" -}}{{ include "elsa.name" (dict "root" . "suffix" "studio") }}{{- end -}}
{{/* <environment>-postgresql, -sqlserver, -mysql or -sqlite: StatefulSet, ClusterIP Service or operator's cluster. */}}
{{- define "elsa.name.database" -}}{{ include "elsa.name" (dict "root" . "suffix" .Values.database.provider "limit" 49) }}{{- end -}}
{{/* Headless Services of StatefulSets. */}}
{{- define "elsa.name.databaseHeadless" -}}{{ include "elsa.name.database" . }}-hl{{- end -}}
{{- define "elsa.name.redis" -}}{{ include "elsa.name" (dict "root" . "suffix" "redis" "limit" 49) }}{{- end -}}
{{- define "elsa.name.redisHeadless" -}}{{ include "elsa.name.redis" . }}-hl{{- end -}}
{{- define "elsa.name.rabbitmq" -}}{{ include "elsa.name" (dict "root" . "suffix" "rabbitmq" "limit" 49) }}{{- end -}}
{{- define "elsa.name.rabbitmqHeadless" -}}{{ include "elsa.name.rabbitmq" . }}-hl{{- end -}}
{{- define "elsa.name.pgbouncer" -}}{{ include "elsa.name" (dict "root" . "suffix" "pgbouncer") }}{{- end -}}
{{- define "elsa.name.backup" -}}{{ include "elsa.name" (dict "root" . "suffix" "backup" "limit" 52) }}{{- end -}}
{{- define "elsa.name.migration" -}}{{ include "elsa.name" (dict "root" . "suffix" "migration" "limit" 52) }}{{- end -}}
{{/* Secret with the certificate of the public hosts. */}}
{{- define "elsa.name.tls" -}}
{{- .Values.exposure.tls.secretName | default (include "elsa.name" (dict "root" . "suffix" "tls")) -}}
{{- end -}}

{{/* Name of the Secret of a component. dict: root, component */}}
{{- define "elsa.secret.name" -}}
{{- $given := index .root.Values.secrets.names .component -}}
{{- $given | default (include "elsa.name" (dict "root" .root "suffix" .component)) -}}
{{- end -}}
{{- define "elsa.secret.server" -}}{{ include "elsa.secret.name" (dict "root" . "component" "server") }}{{- end -}}
{{- define "elsa.secret.redis" -}}{{ include "elsa.secret.name" (dict "root" . "component" "redis") }}{{- end -}}
{{- define "elsa.secret.rabbitmq" -}}{{ include "elsa.secret.name" (dict "root" . "component" "rabbitmq") }}{{- end -}}
{{- define "elsa.secret.backup" -}}{{ include "elsa.secret.name" (dict "root" . "component" "backup") }}{{- end -}}
{{- define "elsa.secret.pgbouncer" -}}{{ include "elsa.secret.name" (dict "root" . "component" "pgbouncer") }}{{- end -}}
{{/* Secret with the database user's `password`: CloudNativePG makes its own. */}}
{{- define "elsa.secret.database" -}}
{{- if eq (include "elsa.database.isCloudNativePg" .) "true" -}}
{{ include "elsa.name.database" . }}-app
{{- else -}}
{{ include "elsa.secret.name" (dict "root" . "component" "database") }}
{{- end -}}
{{- end -}}

{{/* "true" when the condition holds, else empty. */}}
{{- define "elsa.database.isCloudNativePg" -}}
{{- if and (eq .Values.database.provider "postgresql") (eq .Values.database.mode "cloudnativepg") -}}true{{- end -}}
{{- end -}}
{{- define "elsa.database.isEmbedded" -}}
{{- if and (ne .Values.database.provider "sqlite") (eq .Values.database.mode "embedded") -}}true{{- end -}}
{{- end -}}
{{- define "elsa.database.isExternal" -}}
{{- if and (ne .Values.database.provider "sqlite") (eq .Values.database.mode "external") -}}true{{- end -}}
{{- end -}}
{{- define "elsa.database.defaultPort" -}}
{{- index (dict "postgresql" "5432" "sqlserver" "1433" "mysql" "3306" "sqlite" "0") .Values.database.provider -}}
{{- end -}}

{{/* Selector labels: the part of the labels that never changes. dict: root, name, component */}}
{{- define "elsa.selectorLabels" -}}
app.kubernetes.io/name: {{ .name | quote }}
app.kubernetes.io/instance: {{ include "elsa.environment" .root | quote }}
app.kubernetes.io/component: {{ .component | quote }}
{{- end -}}

{{/*
Labels of an object or pod template.
dict: root, name, component, version (default: the chart's appVersion), labels (extra)
*/}}
{{- define "elsa.labels" -}}
{{- $own := include "elsa.selectorLabels" . | fromYaml -}}
{{- $_ := set $own "app.kubernetes.io/part-of" "elsa-workflows" -}}
{{- $_ := set $own "app.kubernetes.io/managed-by" .root.Release.Service -}}
{{- $_ := set $own "app.kubernetes.io/version" (.version | default .root.Chart.AppVersion | toString | trunc 63 | regexFind "^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?") -}}
{{- include "elsa.quotedMap" (mergeOverwrite (dict) .root.Values.global.labels (.labels | default dict) $own) -}}
{{- end -}}

{{/* A map of strings, keys sorted, keys and values quoted. */}}
{{- define "elsa.quotedMap" -}}
{{- $map := . -}}
{{- range $index, $key := keys $map | sortAlpha }}
{{- if $index }}
{{ end -}}
{{ $key | quote }}: {{ index $map $key | toString | quote }}
{{- end -}}
{{- end -}}

{{/* Annotations that say whose a workload is. Takes `$`. */}}
{{- define "elsa.ownerAnnotations" -}}
elsa-portal.io/environment: {{ include "elsa.environment" . | quote }}
{{- with .Values.environment.owner }}
elsa-portal.io/owner: {{ . | quote }}
{{- end }}
{{- with .Values.environment.entity }}
elsa-portal.io/entity: {{ . | quote }}
{{- end }}
{{- end -}}

{{/*
The body of `metadata:`: name, namespace, labels, annotations.
dict: root, objectName, name, component, wave, version, labels, annotations,
      workload (true: owner annotations too), noNamespace (true for cluster-wide objects)
Waves: -3 policies and service accounts, -2 secrets, -1 data services,
0 migration, 1 server, 2 studio and routes, 3 monitoring.
*/}}
{{- define "elsa.metadata" -}}
{{- $annotations := dict -}}
{{- if .workload -}}
{{- $annotations = include "elsa.ownerAnnotations" .root | fromYaml -}}
{{- end -}}
{{- if and .root.Values.argocd.syncWaves (hasKey . "wave") -}}
{{- $_ := set $annotations "argocd.argoproj.io/sync-wave" (toString .wave) -}}
{{- end -}}
{{- $annotations = mergeOverwrite (dict) .root.Values.global.annotations (.annotations | default dict) $annotations -}}
name: {{ .objectName | quote }}
{{- if not .noNamespace }}
namespace: {{ .namespace | default .root.Release.Namespace | quote }}
{{- end }}
labels:
  {{- include "elsa.labels" . | nindent 2 }}
{{- if $annotations }}
annotations:
  {{- include "elsa.quotedMap" $annotations | nindent 2 }}
{{- end }}
{{- end -}}

{{/*
Image reference. A digest wins over the tag, both may stand.
dict: root, image (repository, tag, digest), path (where the value is, for messages)
*/}}
{{- define "elsa.image" -}}
{{- $repository := .image.repository -}}
{{- $tag := .image.tag | default "" | toString -}}
{{- $digest := .image.digest | default "" -}}
{{- with .root.Values.global.imageRegistry -}}
{{- $parts := splitList "/" $repository -}}
{{- if and (gt (len $parts) 1) (regexMatch "[.:]|^localhost$" (first $parts)) -}}
{{- $repository = rest $parts | join "/" -}}
{{- end -}}
{{- $repository = printf "%s/%s" (trimSuffix "/" .) $repository -}}
{{- end -}}
{{- if and (not $tag) (not $digest) -}}
{{- fail (printf "\n%s: neither a tag nor a digest is set. Set %s.tag to a released version, or set %s.digest." .path .path .path) -}}
{{- end -}}
{{- if eq $tag "latest" -}}
{{- fail (printf "\n%s.tag: `latest` can point to another image tomorrow. Use a released version such as %s." .path .root.Chart.AppVersion) -}}
{{- end -}}
{{- $repository -}}{{- with $tag }}:{{ . }}{{ end -}}{{- with $digest }}@{{ . }}{{ end -}}
{{- end -}}

{{/* Pull policy. dict: root, image */}}
{{- define "elsa.imagePullPolicy" -}}
{{- .image.pullPolicy | default .root.Values.global.imagePullPolicy -}}
{{- end -}}

{{/* `imagePullSecrets:` of a pod, or nothing. Takes `$`. */}}
{{- define "elsa.imagePullSecrets" -}}
{{- with .Values.global.imagePullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . | quote }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* Pod security as the `restricted` standard wants it. dict: user, group, fsGroup */}}
{{- define "elsa.podSecurityContext" -}}
runAsNonRoot: true
runAsUser: {{ .user | int64 }}
runAsGroup: {{ .group | default .user | int64 }}
fsGroup: {{ .fsGroup | default .group | default .user | int64 }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile:
  type: RuntimeDefault
{{- end -}}

{{/* Container security as the `restricted` standard wants it. dict: writableRoot (default false) */}}
{{- define "elsa.containerSecurityContext" -}}
allowPrivilegeEscalation: false
capabilities:
  drop:
    - ALL
privileged: false
readOnlyRootFilesystem: {{ not .writableRoot }}
runAsNonRoot: true
{{- end -}}

{{/*
Labels and annotations that keep a Job's pod out of a mesh. Take `$`; empty when
jobs may join. Istio reads the labels, older Istio and Linkerd the annotations.
*/}}
{{- define "elsa.outOfMeshLabels" -}}
{{- if not .Values.mesh.jobsInMesh -}}
sidecar.istio.io/inject: "false"
istio.io/dataplane-mode: "none"
{{- end -}}
{{- end -}}
{{- define "elsa.outOfMeshAnnotations" -}}
{{- if not .Values.mesh.jobsInMesh -}}
sidecar.istio.io/inject: "false"
linkerd.io/inject: "disabled"
{{- end -}}
{{- end -}}

{{/* Storage class of a volume: its own, else the global one, else nothing. dict: root, storageClass */}}
{{- define "elsa.storageClass" -}}
{{- with (.storageClass | default .root.Values.global.storageClass) }}
storageClassName: {{ . | quote }}
{{- end }}
{{- end -}}

{{/* Origins under which clients reach server and studio. What is not exposed is called inside the cluster. Take `$`. */}}
{{- define "elsa.scheme" -}}{{ ternary "https" "http" .Values.exposure.tls.enabled }}{{- end -}}
{{- define "elsa.serverOrigin" -}}
{{- if eq .Values.exposure.kind "none" -}}
http://{{ include "elsa.name.server" . }}.{{ .Release.Namespace }}.svc:{{ int .Values.elsaServer.service.port }}
{{- else -}}
{{ include "elsa.scheme" . }}://{{ .Values.exposure.hosts.server }}
{{- end -}}
{{- end -}}
{{- define "elsa.studioOrigin" -}}{{ include "elsa.scheme" . }}://{{ .Values.exposure.hosts.studio }}{{- end -}}
