{{/*
What the server's pod (and the migration job's) gets from its data services.
Each takes `$` and renders list items, or nothing. Variables named ELSA_* are
read by no image: the kubelet puts their values into the strings after them.
*/}}

{{/* Environment variables: provider, connection strings, locks. */}}
{{- define "elsa.data.serverEnv" -}}
{{- $root := . -}}
{{- $keys := .Values.host.server.keys -}}
{{- $database := .Values.database -}}
{{- $profile := index .Values.host.databases $database.provider -}}
{{- $items := list -}}
{{- if ne $database.provider "sqlite" -}}
{{- $secret := include "elsa.secret.database" . | trim -}}
{{- if eq $database.connectionSource "composed" -}}
{{- $items = append $items (dict "name" "ELSA_DATABASE_PASSWORD" "secret" $secret "key" "password") -}}
{{- end -}}
{{- end -}}
{{- with $keys.databaseProvider -}}
{{- $items = append $items (dict "name" . "value" $profile.value) -}}
{{- end -}}
{{- if and (eq $database.connectionSource "secret") (ne $database.provider "sqlite") -}}
{{- $secret := include "elsa.secret.name" (dict "root" . "component" "database") -}}
{{- $items = append $items (dict "name" $profile.connectionKey "secret" $secret "key" "connection-string") -}}
{{- with $keys.directConnection -}}
{{- $items = append $items (dict "name" . "secret" $secret "key" "direct-connection-string") -}}
{{- end -}}
{{- else -}}
{{- $items = append $items (dict "name" $profile.connectionKey "value" (include "elsa.data.connectionString" (dict "root" . "direct" false))) -}}
{{- with $keys.directConnection -}}
{{- $items = append $items (dict "name" . "value" (include "elsa.data.connectionString" (dict "root" $root "direct" true))) -}}
{{- end -}}
{{- end -}}
{{- with .Values.elsaServer.locks -}}
{{- $items = append $items (dict "name" $keys.lockProvider "value" (index $root.Values.host.lockProviders .)) -}}
{{- end -}}
{{- if .Values.redis.enabled -}}
{{- $secret := include "elsa.secret.redis" . -}}
{{- if eq .Values.redis.connectionSource "secret" -}}
{{- $items = append $items (dict "name" $keys.redisConnection "secret" $secret "key" "connection-string") -}}
{{- else -}}
{{- $items = append $items (dict "name" "ELSA_REDIS_PASSWORD" "secret" $secret "key" "password") -}}
{{- $items = append $items (dict "name" $keys.redisConnection "value" (include "elsa.data.redisConnectionString" .)) -}}
{{- end -}}
{{- end -}}
{{- if .Values.rabbitmq.enabled -}}
{{- $secret := include "elsa.secret.rabbitmq" . -}}
{{- if eq .Values.rabbitmq.mode "operator" -}}
{{- $items = append $items (dict "name" $keys.rabbitmqConnection "secret" (printf "%s-default-user" (include "elsa.name.rabbitmq" .)) "key" "connection_string") -}}
{{- else if eq .Values.rabbitmq.connectionSource "secret" -}}
{{- $items = append $items (dict "name" $keys.rabbitmqConnection "secret" $secret "key" "connection-string") -}}
{{- else -}}
{{- $items = append $items (dict "name" "ELSA_RABBITMQ_USERNAME" "secret" $secret "key" "username") -}}
{{- $items = append $items (dict "name" "ELSA_RABBITMQ_PASSWORD" "secret" $secret "key" "password") -}}
{{- $items = append $items (dict "name" $keys.rabbitmqConnection "value" (include "elsa.data.rabbitmqConnectionString" .)) -}}
{{- end -}}
{{- end -}}
{{- include "elsa.data.envItems" $items -}}
{{- end -}}

{{/* List of name with value, or with secret and key, as Kubernetes has it. */}}
{{- define "elsa.data.envItems" -}}
{{- range $index, $item := . -}}
{{- if $index }}
{{ end -}}
- name: {{ $item.name | quote }}
{{- if hasKey $item "secret" }}
  valueFrom:
    secretKeyRef:
      name: {{ $item.secret | quote }}
      key: {{ $item.key | quote }}
{{- else }}
  value: {{ $item.value | toString | quote }}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Volumes: database CA, SQLite's claim. */}}
{{- define "elsa.data.serverVolumes" -}}
{{- with include "elsa.data.caSecret" . -}}
{{- $ca := fromJson . -}}
- name: database-ca
  secret:
    secretName: {{ $ca.name | quote }}
    items:
      - key: {{ $ca.key | quote }}
        path: {{ $ca.key | quote }}
{{- end -}}
{{- if eq .Values.database.provider "sqlite" -}}
- name: sqlite
  persistentVolumeClaim:
    claimName: {{ include "elsa.name.database" . | quote }}
{{- end -}}
{{- end -}}

{{/* Mounts of those volumes. */}}
{{- define "elsa.data.serverVolumeMounts" -}}
{{- with include "elsa.data.caSecret" . -}}
- name: database-ca
  mountPath: {{ include "elsa.data.caDirectory" $ | quote }}
  readOnly: true
{{- end -}}
{{- if eq .Values.database.provider "sqlite" -}}
- name: sqlite
  mountPath: {{ .Values.sqlite.directory | quote }}
{{- end -}}
{{- end -}}

{{/* Directories that those mounts cover, comma separated, so that they get no emptyDir. */}}
{{- define "elsa.data.serverMountedPaths" -}}
{{- if eq .Values.database.provider "sqlite" -}}
{{- .Values.sqlite.directory -}}
{{- end -}}
{{- end -}}

{{/*
Keys that each Secret must hold, as a JSON object of component to list of keys.
External and sealed secrets are made from it. The server's own keys are not here.
*/}}
{{- define "elsa.data.secretKeys" -}}
{{- $database := list -}}
{{- $redis := list -}}
{{- $rabbitmq := list -}}
{{- $backup := list -}}
{{- $provider := .Values.database.provider -}}
{{- $isCnpg := eq (include "elsa.database.isCloudNativePg" .) "true" -}}
{{- if and (ne $provider "sqlite") (not $isCnpg) -}}
{{- $embedded := eq (include "elsa.database.isEmbedded" .) "true" -}}
{{- $pooled := eq (include "elsa.data.isPooled" .) "true" -}}
{{- if or (eq .Values.database.connectionSource "composed") $embedded $pooled .Values.backup.enabled -}}
{{- $database = append $database "password" -}}
{{- end -}}
{{- if and $embedded (has $provider (list "sqlserver" "mysql")) -}}
{{- $database = append $database "admin-password" -}}
{{- end -}}
{{- if eq .Values.database.connectionSource "secret" -}}
{{- $database = append $database "connection-string" -}}
{{- if .Values.host.server.keys.directConnection -}}
{{- $database = append $database "direct-connection-string" -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if .Values.redis.enabled -}}
{{- if or (eq .Values.redis.mode "embedded") (eq .Values.redis.connectionSource "composed") -}}
{{- $redis = append $redis "password" -}}
{{- end -}}
{{- if eq .Values.redis.connectionSource "secret" -}}
{{- $redis = append $redis "connection-string" -}}
{{- end -}}
{{- end -}}
{{- if and .Values.rabbitmq.enabled (ne .Values.rabbitmq.mode "operator") -}}
{{- if or (eq .Values.rabbitmq.mode "embedded") (eq .Values.rabbitmq.connectionSource "composed") -}}
{{- $rabbitmq = list "username" "password" -}}
{{- end -}}
{{- if eq .Values.rabbitmq.connectionSource "secret" -}}
{{- $rabbitmq = append $rabbitmq "connection-string" -}}
{{- end -}}
{{- end -}}
{{- if eq (include "elsa.data.makesObjectStore" .) "true" -}}
{{- $store := .Values.postgresql.cloudnativepg.backup.objectStore -}}
{{- if not $store.inheritIdentity -}}
{{- $backup = get (dict "s3" (list "access-key-id" "secret-access-key") "azure" (list "storage-account" "storage-key") "google" (list "google-credentials.json")) $store.provider -}}
{{- end -}}
{{- end -}}
{{- dict "database" $database "redis" $redis "rabbitmq" $rabbitmq "backup" $backup "pgbouncer" list | toJson -}}
{{- end -}}

{{/* "true" when the release makes an ObjectStore for CloudNativePG's backups. Takes `$`. */}}
{{- define "elsa.data.makesObjectStore" -}}
{{- $backup := .Values.postgresql.cloudnativepg.backup -}}
{{- if and (eq (include "elsa.database.isCloudNativePg" .) "true") $backup.enabled (eq $backup.method "plugin") (not $backup.objectStore.existing) -}}true{{- end -}}
{{- end -}}
