{{/*
The migration's pod: the server's image, environment and volumes, with the
arguments that migrate and exit. Takes `$`.
*/}}
{{- define "elsa.migration.identity" -}}
{{- dict "name" "elsa-migration" "component" "migration" "version" (.Values.elsaServer.image.tag | default .Chart.AppVersion) | toJson -}}
{{- end -}}

{{/* Migrations hold sessions and locks, so they never go through PgBouncer. */}}
{{- define "elsa.migration.env" -}}
{{- $environment := list -}}
{{- $connectionKey := (index .Values.host.databases .Values.database.provider).connectionKey -}}
{{- range $item := include "elsa.server.env" . | fromYamlArray -}}
{{- if and (eq $item.name $connectionKey) (hasKey $item "value") -}}
{{- $item = dict "name" $item.name "value" (include "elsa.data.connectionString" (dict "root" $ "direct" true)) -}}
{{- end -}}
{{- $environment = append $environment $item -}}
{{- end -}}
{{- toYaml $environment -}}
{{- end -}}

{{- define "elsa.migration.podTemplate" -}}
{{- $server := .Values.elsaServer -}}
{{- $identity := merge (dict "root" $) (include "elsa.migration.identity" . | fromJson) -}}
metadata:
  labels:
    {{- include "elsa.labels" (merge (dict "labels" (include "elsa.outOfMeshLabels" . | fromYaml)) $identity) | nindent 4 }}
  annotations:
    {{- include "elsa.quotedMap" (merge (include "elsa.ownerAnnotations" . | fromYaml) (include "elsa.outOfMeshAnnotations" . | fromYaml)) | nindent 4 }}
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: 60
  {{- with trim (include "elsa.imagePullSecrets" .) }}
  {{- . | nindent 2 }}
  {{- end }}
  securityContext:
    {{- include "elsa.podSecurityContext" (dict "user" .Values.host.runAsUser "group" .Values.host.runAsGroup "fsGroup" .Values.host.fsGroup) | nindent 4 }}
  containers:
    - name: migration
      image: {{ include "elsa.image" (dict "root" $ "image" $server.image "path" "elsaServer.image") | quote }}
      imagePullPolicy: {{ include "elsa.imagePullPolicy" (dict "root" $ "image" $server.image) }}
      args:
        {{- range .Values.migration.args | default .Values.host.server.migrationArgs }}
        - {{ . | quote }}
        {{- end }}
      {{- with trim (include "elsa.envFrom" (dict "configMap" (ternary (include "elsa.name.server" .) "" (not (empty $server.config))) "sources" $server.envFrom)) }}
      {{- . | nindent 6 }}
      {{- end }}
      env:
        {{- include "elsa.migration.env" . | nindent 8 }}
      resources:
        {{- toYaml .Values.migration.resources | nindent 8 }}
      securityContext:
        {{- include "elsa.containerSecurityContext" dict | nindent 8 }}
      volumeMounts:
        {{- include "elsa.server.volumeMounts" . | trim | nindent 8 }}
  volumes:
    {{- include "elsa.server.volumes" . | trim | nindent 4 }}
{{- end -}}
