{{/* Rules of the data services; see templates/_validate.tpl. */}}
{{- define "elsa.validate.data" -}}
{{- include "elsa.validate.database" . }}
{{- include "elsa.validate.pools" . }}
{{- include "elsa.validate.images" . }}
{{- include "elsa.validate.redisAndRabbitmq" . }}
{{- include "elsa.validate.backups" . }}
{{- include "elsa.validate.migration" . }}
{{- include "elsa.validate.claims" . }}
{{- end -}}

{{- define "elsa.validate.database" -}}
{{- $database := .Values.database -}}
{{- $provider := $database.provider }}
{{- if and (eq $database.mode "cloudnativepg") (ne $provider "postgresql") }}
database.mode: CloudNativePG runs PostgreSQL, not {{ $provider }}. Set database.provider to postgresql or the mode to embedded or external.
{{- end }}
{{- if eq (include "elsa.database.isExternal" .) "true" }}
{{- if and (not $database.external.host) (ne $database.connectionSource "secret") }}
database.external.host: empty, but database.mode is external. Name the database server.
{{- end }}
{{- end }}
{{- if and (ne $provider "sqlite") (ne $database.mode "external") $database.external.host }}
database.external.host: {{ $database.external.host }} would not be used, because database.mode is {{ $database.mode }}. Set database.mode to external or remove the host.
{{- end }}
{{- if and (eq $database.connectionSource "secret") (ne $database.mode "external") (ne $provider "sqlite") }}
database.connectionSource: secret is for external databases; the release itself knows where its own database is. Set it to composed.
{{- end }}
{{- if and (eq (include "elsa.database.isEmbedded" .) "true") (eq $provider "postgresql") (ne ($database.tls.mode | default "disable") "disable") }}
database.tls.mode: the embedded PostgreSQL has no certificate, so {{ $database.tls.mode }} could not connect. Leave it empty, or use external or cloudnativepg.
{{- end }}
{{- if and (eq (include "elsa.database.isEmbedded" .) "true") (ne $provider "postgresql") (eq $database.tls.mode "verify-full") }}
database.tls.mode: the embedded {{ $provider }} generates its own certificate, so it cannot be verified. Leave it empty or set require.
{{- end }}
{{- if and (eq (include "elsa.database.isCloudNativePg" .) "true") (eq $database.tls.mode "disable") (eq (include "elsa.data.isPooled" .) "true") }}
database.tls.mode: CloudNativePG's PgBouncer speaks TLS; leave it empty.
{{- end }}
{{- if and (eq $provider "sqlserver") (ne $database.mode "cloudnativepg") $database.tls.caSecret.name }}
database.tls.caSecret: SQL Server's driver does not accept a CA from the connection string. Use a certificate from a public CA, or an image that trusts yours, and remove it.
{{- end }}
{{- if and (eq $provider "sqlserver") (has $database.username (list "sa" "dbo" "guest" "public" "sys")) }}
database.username: {{ $database.username }} belongs to SQL Server itself. Choose another name, such as elsa.
{{- end }}
{{- if and (eq $provider "sqlserver") (has $database.name (list "master" "model" "msdb" "tempdb")) }}
database.name: {{ $database.name }} belongs to SQL Server itself. Choose another name, such as elsa.
{{- end }}
{{- if and (eq $provider "mysql") (has $database.username (list "root" "mysql")) }}
database.username: {{ $database.username }} belongs to MySQL itself. Choose another name, such as elsa.
{{- end }}
{{- if and (eq $provider "mysql") (has $database.name (list "mysql" "sys" "information_schema" "performance_schema")) }}
database.name: {{ $database.name }} belongs to MySQL itself. Choose another name, such as elsa.
{{- end }}
{{- if and (eq $provider "postgresql") (has $database.name (list "postgres" "template0" "template1" "pgbouncer")) }}
database.name: {{ $database.name }} belongs to PostgreSQL or PgBouncer itself. Choose another name, such as elsa.
{{- end }}
{{- if and (eq (include "elsa.database.isCloudNativePg" .) "true") (has $database.username (list "postgres" "streaming_replica" "cnpg_pooler_pgbouncer")) }}
database.username: {{ $database.username }} belongs to CloudNativePG itself. Choose another name, such as elsa.
{{- end }}
{{- if and (eq $provider "sqlserver") (eq (include "elsa.database.isEmbedded" .) "true") }}
{{- if not .Values.sqlserver.acceptEula }}
sqlserver.acceptEula: SQL Server does not start until its licence terms are accepted. Read them, then set it to true, or choose another provider.
{{- end }}
{{- if lt (include "elsa.data.bytes" (dig "limits" "memory" "0" .Values.sqlserver.resources) | int64) (int64 2147483648) }}
sqlserver.resources.limits.memory: SQL Server does not start with less than 2 GiB. Set at least 2Gi.
{{- end }}
{{- end }}
{{- if eq $provider "postgresql" }}
{{- $cnpg := .Values.postgresql.cloudnativepg }}
{{- if hasKey .Values.postgresql.parameters "max_connections" }}
postgresql.parameters.max_connections: pools are computed from database.maxConnections; set that instead.
{{- end }}
{{- if eq $database.mode "cloudnativepg" }}
{{- if and $cnpg.synchronousReplicas (ge (int $cnpg.synchronousReplicas) (int $cnpg.instances)) }}
postgresql.cloudnativepg.synchronousReplicas: {{ $cnpg.synchronousReplicas }} replicas cannot confirm a commit when there are {{ $cnpg.instances }} instances in all. Lower it or raise instances.
{{- end }}
{{- if gt (len (include "elsa.name.database" .)) 50 }}
release name: CloudNativePG's cluster {{ include "elsa.name.database" . }} is longer than 50 characters. Choose a shorter release name.
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "elsa.validate.pools" -}}
{{- if and .Values.pgbouncer.enabled (ne .Values.database.provider "postgresql") }}
pgbouncer.enabled: PgBouncer works only with PostgreSQL; database.provider is {{ .Values.database.provider }}. Set it to false.
{{- end }}
{{- if and .Values.pgbouncer.enabled (eq .Values.database.connectionSource "secret") }}
pgbouncer.enabled: the connection strings in the Secret would bypass it. Set it to false, or database.connectionSource to composed.
{{- end }}
{{- if and (ne .Values.database.provider "sqlite") (ne .Values.database.connectionSource "secret") }}
{{- $pools := include "elsa.data.pools" . | fromJson }}
{{- $pooled := eq (include "elsa.data.isPooled" .) "true" }}
{{- $hint := printf "Raise database.maxConnections (%d), or lower the number of pods (%d at most) or pools (database.pool.poolsPerPod)" (int .Values.database.maxConnections) (int $pools.pods) }}
{{- if or (lt (int $pools.mainSize) 2) (and $pools.directPools (lt (int $pools.directSize) 2)) (and $pooled (lt (int $pools.bouncerSize) 2)) }}
database.pool: {{ int $pools.budget }} connections leave fewer than 2 per pool. {{ $hint }}.
{{- else if gt (int $pools.used) (int $pools.budget) }}
database.pool: all pools together open {{ int $pools.used }} connections, but only {{ int $pools.budget }} are available. {{ $hint }}, or leave the sizes at 0 to have them computed.
{{- end }}
{{- if and $pooled (eq .Values.pgbouncer.poolMode "transaction") (not .Values.host.server.keys.directConnection) }}
{{- if or .Values.host.clustered (eq .Values.elsaServer.locks "postgresql") }}
pgbouncer.poolMode: locks belong to a session, which transaction mode releases after each transaction, and the host profile {{ .Values.host.profile }} does not read a direct connection string. Set it to session, or use a host profile that reads one.
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "elsa.validate.images" -}}
{{- $postgresql := .Values.postgresql }}
{{- if eq .Values.database.provider "postgresql" }}
{{- $images := dict "postgresql.image" $postgresql.image }}
{{- if eq .Values.database.mode "cloudnativepg" }}
{{- $images = dict "postgresql.cloudnativepg.image" $postgresql.cloudnativepg.image }}
{{- end }}
{{- range $path, $image := $images }}
{{- with $image.tag }}
{{- if ne (regexFind "^[0-9]+" (toString .)) (toString $postgresql.majorVersion) }}
{{ $path }}.tag: {{ . }} is not PostgreSQL {{ $postgresql.majorVersion }}, and the data directory's place depends on it. Set postgresql.majorVersion to the tag's major version.
{{- end }}
{{- if contains "alpine" (toString .) }}
{{ $path }}.tag: {{ . }} sorts text differently from the Debian images, which breaks indexes when you move. Use a Debian tag, such as {{ $postgresql.majorVersion }}-bookworm with its minor version.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- range $path, $image := dict "redis.image" .Values.redis.image "backup.image" .Values.backup.image }}
{{- if and (not $image.repository) (or $image.tag $image.digest) }}
{{ $path }}.repository: empty, but a tag or a digest is set. Name the repository or leave all empty.
{{- end }}
{{- end }}
{{- end -}}

{{- define "elsa.validate.redisAndRabbitmq" -}}
{{- if .Values.redis.enabled }}
{{- $redis := .Values.redis }}
{{- if and (eq $redis.mode "external") (eq $redis.connectionSource "composed") (not $redis.external.host) }}
redis.external.host: empty, but redis.mode is external. Name the server.
{{- end }}
{{- if and (eq $redis.mode "embedded") (eq $redis.connectionSource "secret") }}
redis.connectionSource: secret is for external servers. Set it to composed.
{{- end }}
{{- if and (eq $redis.mode "embedded") (not (dig "limits" "memory" "" $redis.resources)) }}
redis.resources.limits.memory: maxmemory is computed from it. Set a limit.
{{- end }}
{{- end }}
{{- if .Values.rabbitmq.enabled }}
{{- $rabbitmq := .Values.rabbitmq }}
{{- if and (eq $rabbitmq.mode "external") (eq $rabbitmq.connectionSource "composed") (not $rabbitmq.external.host) }}
rabbitmq.external.host: empty, but rabbitmq.mode is external. Name the broker.
{{- end }}
{{- if and (ne $rabbitmq.mode "external") (eq $rabbitmq.connectionSource "secret") }}
rabbitmq.connectionSource: secret is for external brokers. Set it to composed.
{{- end }}
{{- end }}
{{- end -}}

{{- define "elsa.validate.backups" -}}
{{- $backup := .Values.backup }}
{{- if $backup.enabled }}
{{- if eq .Values.database.provider "sqlite" }}
backup.enabled: a SQLite file can be backed up only with its volume. Set it to false, or use velero or another provider.
{{- end }}
{{- if and (eq .Values.database.provider "postgresql") (eq (include "elsa.data.tlsMode" .) "verify-full") (not (include "elsa.data.caSecret" .)) (not $backup.image.repository) }}
database.tls.caSecret: the backup verifies the database server, but the image {{ .Values.postgresql.image.repository }} has no CA certificates. Name the Secret with the server's CA, or set backup.image to an image that has them.
{{- end }}
{{- if and (eq .Values.database.provider "sqlserver") (eq (include "elsa.database.isExternal" .) "true") }}
backup.enabled: SQL Server writes backups on its own disks, which an external one does not share. Set it to false, and have the operators of the server back it up.
{{- end }}
{{- if and (eq (include "elsa.database.isExternal" .) "true") (eq .Values.database.connectionSource "secret") (not .Values.database.external.host) }}
database.external.host: empty, but the backup needs it. Name the database server.
{{- end }}
{{- end }}
{{- if eq (include "elsa.database.isCloudNativePg" .) "true" }}
{{- $cnpg := .Values.postgresql.cloudnativepg.backup }}
{{- if and $cnpg.enabled (eq $cnpg.method "plugin") (not $cnpg.objectStore.existing) }}
{{- $prefix := get (dict "s3" "s3://" "azure" "https://" "google" "gs://") $cnpg.objectStore.provider }}
{{- if not (hasPrefix $prefix $cnpg.objectStore.destinationPath) }}
postgresql.cloudnativepg.backup.objectStore.destinationPath: {{ $cnpg.objectStore.destinationPath | default "empty" }}, but provider {{ $cnpg.objectStore.provider }} needs an address that begins with {{ $prefix }}. Set it, or name an existing ObjectStore.
{{- end }}
{{- end }}
{{- end }}
{{- with .Values.velero }}
{{- if and .enabled .snapshotVolumes .fileSystemBackup }}
velero.fileSystemBackup: volumes would be saved twice, by snapshot and by file. Set one of snapshotVolumes and fileSystemBackup to false.
{{- end }}
{{- end }}
{{- end -}}

{{- define "elsa.validate.migration" -}}
{{- if and .Values.migration.enabled (not (.Values.migration.args | default .Values.host.server.migrationArgs)) }}
migration.enabled: the host profile {{ .Values.host.profile }} has no arguments that migrate and exit; such an image migrates when it starts. Set it to false, or set migration.args for your own image.
{{- end }}
{{- if and .Values.migration.enabled (eq .Values.database.provider "sqlite") }}
migration.enabled: the SQLite file is on a volume of the server's pod. Set it to false; the server migrates when it starts.
{{- end }}
{{- end -}}
