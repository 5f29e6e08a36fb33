{{/*
Parts that the data services share.
*/}}

{{/* Argo CD asks before it stops a data service. Its claims stay in any case. */}}
{{- define "elsa.data.protected" -}}
{{- dict "argocd.argoproj.io/sync-options" "Prune=confirm,Delete=confirm" | toJson -}}
{{- end -}}

{{/*
Data services stay outside a mesh: their protocols bring their own encryption,
and backup jobs, which are outside too, could not reach them through strict mTLS.
Take `$`; empty without a mesh.
*/}}
{{- define "elsa.data.meshLabels" -}}
{{- if ne .Values.mesh.kind "none" -}}
{{- dict "sidecar.istio.io/inject" "false" "istio.io/dataplane-mode" "none" | toJson -}}
{{- else -}}{}{{- end -}}
{{- end -}}
{{- define "elsa.data.meshAnnotations" -}}
{{- if ne .Values.mesh.kind "none" -}}
{{- dict "sidecar.istio.io/inject" "false" "linkerd.io/inject" "disabled" | toJson -}}
{{- else -}}{}{{- end -}}
{{- end -}}

{{/*
`metadata:` body of a pod template.
dict: root, name, component, version, checksum (optional)
*/}}
{{- define "elsa.data.podMetadata" -}}
{{- $annotations := merge (include "elsa.ownerAnnotations" .root | fromYaml) (include "elsa.data.meshAnnotations" .root | fromJson) -}}
{{- with .checksum -}}
{{- $_ := set $annotations "checksum/config" . -}}
{{- end -}}
labels:
  {{- include "elsa.labels" (merge (dict "labels" (include "elsa.data.meshLabels" .root | fromJson)) .) | nindent 2 }}
annotations:
  {{- include "elsa.quotedMap" $annotations | nindent 2 }}
{{- end -}}

{{/* Where a data pod may run. Takes a placement. */}}
{{- define "elsa.data.placement" -}}
{{- with .nodeSelector }}
nodeSelector:
  {{- include "elsa.quotedMap" . | nindent 2 }}
{{- end }}
{{- with .affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- end -}}

{{/*
StatefulSet of one instance (a second one would be another, empty database) and
the claim of its data. The claim is an object of its own: a claim template can
never change, so no volume could grow.
dict: root, objectName, headless, name, component, settings (persistence,
terminationGracePeriodSeconds, placement, image), user, pod (YAML that ends
with its volumes), checksum
*/}}
{{- define "elsa.data.statefulSet" -}}
{{- $version := .settings.image.tag | default "" -}}
apiVersion: apps/v1
kind: StatefulSet
metadata:
  {{- include "elsa.metadata" (dict "root" .root "objectName" .objectName "name" .name "component" .component "version" $version "wave" "-1" "workload" true "annotations" (include "elsa.data.protected" .root | fromJson)) | nindent 2 }}
spec:
  serviceName: {{ .headless | quote }}
  replicas: 1
  revisionHistoryLimit: 5
  minReadySeconds: 5
  selector:
    matchLabels:
      {{- include "elsa.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      {{- include "elsa.data.podMetadata" (dict "root" .root "name" .name "component" .component "version" $version "checksum" .checksum) | nindent 6 }}
    spec:
      automountServiceAccountToken: false
      enableServiceLinks: false
      terminationGracePeriodSeconds: {{ .settings.terminationGracePeriodSeconds }}
      securityContext:
        {{- include "elsa.podSecurityContext" (dict "user" .user) | nindent 8 }}
      {{- with trim (include "elsa.imagePullSecrets" .root) }}
      {{- . | nindent 6 }}
      {{- end }}
      {{- with trim (include "elsa.data.placement" .settings.placement) }}
      {{- . | nindent 6 }}
      {{- end }}
      {{- .pod | nindent 6 }}
        - name: data
          persistentVolumeClaim:
            claimName: {{ include "elsa.data.claimName" .objectName | quote }}
---
{{ include "elsa.data.claim" (dict "root" .root "objectName" (include "elsa.data.claimName" .objectName) "name" .name "component" .component "persistence" .settings.persistence) }}
{{- end -}}

{{/*
The ClusterIP Service that clients use and the headless one of the StatefulSet.
dict: root, objectName, headless, name, component, version, ports (list of name, port, targetPort)
*/}}
{{- define "elsa.data.services" -}}
{{- $ := . -}}
{{- range $headless := list false true }}
---
apiVersion: v1
kind: Service
metadata:
  {{- include "elsa.metadata" (dict "root" $.root "objectName" (ternary $.headless $.objectName $headless) "name" $.name "component" $.component "version" $.version "wave" "-1") | nindent 2 }}
spec:
  type: ClusterIP
  {{- if $headless }}
  clusterIP: None
  {{- end }}
  selector:
    {{- include "elsa.selectorLabels" $ | nindent 4 }}
  ports:
    {{- range $.ports }}
    - name: {{ .name }}
      port: {{ .port }}
      targetPort: {{ .targetPort }}
      protocol: TCP
      {{- with .appProtocol }}
      appProtocol: {{ . }}
      {{- end }}
    {{- end }}
{{- end }}
{{- end -}}

{{/*
Claim of a StatefulSet's data. Named as a claim template would name it: so the
volumes of releases made before claims were objects of their own are still found.
Takes the StatefulSet's name.
*/}}
{{- define "elsa.data.claimName" -}}data-{{ . }}-0{{- end -}}

{{/* A claim of its own. dict: root, objectName, name, component, persistence, wave (of the first pod that mounts it, default -1) */}}
{{- define "elsa.data.claim" -}}
apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  {{- /* Bound when its first pod comes: until then Argo CD must not wait for it. */}}
  {{- $annotations := merge (dict "argocd.argoproj.io/ignore-healthcheck" "true") (include "elsa.data.kept" .root | fromJson) }}
  {{- include "elsa.metadata" (dict "root" .root "objectName" .objectName "name" .name "component" .component "wave" (.wave | default "-1") "annotations" $annotations) | nindent 2 }}
spec:
  accessModes:
    - ReadWriteOnce
  {{- with trim (include "elsa.storageClass" (dict "root" .root "storageClass" .persistence.storageClass)) }}
  {{- . | nindent 2 }}
  {{- end }}
  resources:
    requests:
      storage: {{ .persistence.size | quote }}
{{- end -}}

{{/* Image that falls back to another. dict: image, default */}}
{{- define "elsa.data.imageOr" -}}
{{- if .image.repository -}}
{{- .image | toJson -}}
{{- else -}}
{{- merge (dict "pullPolicy" .image.pullPolicy) .default | toJson -}}
{{- end -}}
{{- end -}}

{{- define "elsa.data.sqlserverScripts" -}}{{ include "elsa.name.database" . }}-scripts{{- end -}}

{{/* Claim of the dumps. */}}
{{- define "elsa.data.backupClaim" -}}
{{- .Values.backup.persistence.existingClaim | default (include "elsa.name.backup" .) -}}
{{- end -}}

{{/* Barman Cloud's ObjectStore. */}}
{{- define "elsa.data.objectStore" -}}
{{- .Values.postgresql.cloudnativepg.backup.objectStore.existing | default (include "elsa.name.database" .) -}}
{{- end -}}

{{- define "elsa.data.volumeSnapshotClass" -}}
{{- .Values.postgresql.cloudnativepg.backup.volumeSnapshotClass | default (ternary .Values.storage.volumeSnapshotClass.name "" .Values.storage.volumeSnapshotClass.enabled) -}}
{{- end -}}
