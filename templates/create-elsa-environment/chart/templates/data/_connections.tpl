{{/*
Addresses and connection strings of the data services. Services, strings,
policies and jobs take names and ports from here only. All take `$`.
*/}}

{{- define "elsa.data.databaseHost" -}}
{{- if eq (include "elsa.database.isCloudNativePg" .) "true" -}}
{{- printf "%s-rw" (include "elsa.name.database" .) -}}
{{- else if eq (include "elsa.database.isExternal" .) "true" -}}
{{- .Values.database.external.host -}}
{{- else -}}
{{- include "elsa.name.database" . -}}
{{- end -}}
{{- end -}}

{{- define "elsa.data.databasePort" -}}
{{- $given := ternary .Values.database.external.port 0 (eq (include "elsa.database.isExternal" .) "true") | int -}}
{{- $given | default (include "elsa.database.defaultPort" .) -}}
{{- end -}}

{{/* "true" when PgBouncer stands before the database. */}}
{{- define "elsa.data.isPooled" -}}
{{- if and .Values.pgbouncer.enabled (eq .Values.database.provider "postgresql") -}}true{{- end -}}
{{- end -}}

{{/* disable, require or verify-full. */}}
{{- define "elsa.data.tlsMode" -}}
{{- if eq (include "elsa.database.isEmbedded" .) "true" -}}
{{- .Values.database.tls.mode | default (ternary "disable" "require" (eq .Values.database.provider "postgresql")) -}}
{{- else -}}
{{- .Values.database.tls.mode | default "verify-full" -}}
{{- end -}}
{{- end -}}

{{/* Secret and key with the certificate of the database's authority as JSON, or nothing. */}}
{{- define "elsa.data.caSecret" -}}
{{- if and (eq (include "elsa.data.tlsMode" .) "verify-full") (ne .Values.database.provider "sqlite") -}}
{{- if .Values.database.tls.caSecret.name -}}
{{- .Values.database.tls.caSecret | toJson -}}
{{- else if eq (include "elsa.database.isCloudNativePg" .) "true" -}}
{{- dict "name" (printf "%s-ca" (include "elsa.name.database" .)) "key" "ca.crt" | toJson -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{- define "elsa.data.caDirectory" -}}/etc/elsa/database-ca{{- end -}}

{{/*
Connection string without its password's value: `$(ELSA_DATABASE_PASSWORD)` is
filled in by the kubelet. Quotes let a password hold `;`, so it may hold any
character but the single quote. dict: root, direct (bypass PgBouncer)
*/}}
{{- define "elsa.data.connectionString" -}}
{{- $root := .root -}}
{{- $database := $root.Values.database -}}
{{- $pools := include "elsa.data.pools" $root | fromJson -}}
{{- $pooled := and (eq (include "elsa.data.isPooled" $root) "true") (not .direct) -}}
{{- $size := ternary ($pools.directSize | default 5) $pools.mainSize (eq .direct true) | int -}}
{{- $host := include "elsa.data.databaseHost" $root -}}
{{- $port := include "elsa.data.databasePort" $root -}}
{{- $tls := include "elsa.data.tlsMode" $root -}}
{{- $ca := include "elsa.data.caSecret" $root -}}
{{- if $ca -}}
{{- $ca = printf "%s/%s" (include "elsa.data.caDirectory" $root) (get ($ca | fromJson) "key") -}}
{{- end -}}
{{- if $pooled -}}
{{- $host = include "elsa.name.pgbouncer" $root -}}
{{- $port = "5432" -}}
{{- if ne (include "elsa.database.isCloudNativePg" $root) "true" -}}
{{- $tls = "disable" -}}
{{- $ca = "" -}}
{{- end -}}
{{- end -}}
{{- $application := include "elsa.name.server" $root -}}
{{- $parts := list -}}
{{- if eq $database.provider "postgresql" -}}
{{- $parts = list (printf "Host=%s" $host) (printf "Port=%s" $port) (printf "Database=%s" $database.name) (printf "Username=%s" $database.username) "Password='$(ELSA_DATABASE_PASSWORD)'" (printf "SSL Mode=%s" (get (dict "disable" "Disable" "require" "Require" "verify-full" "VerifyFull") $tls)) -}}
{{- if $ca -}}{{- $parts = append $parts (printf "Root Certificate=%s" $ca) -}}{{- end -}}
{{- $parts = concat $parts (list (printf "Maximum Pool Size=%d" $size) (printf "Timeout=%d" (int $database.pool.timeoutSeconds)) (printf "Application Name=%s" $application)) -}}
{{- if and $pooled (eq $root.Values.pgbouncer.poolMode "transaction") -}}
{{- $parts = concat $parts (list "No Reset On Close=true" "Max Auto Prepare=0") -}}
{{- else -}}
{{- $parts = append $parts "Keepalive=30" -}}
{{- end -}}
{{- else if eq $database.provider "sqlserver" -}}
{{- $parts = list (printf "Server=tcp:%s,%s" $host $port) (printf "Database=%s" $database.name) (printf "User Id=%s" $database.username) "Password='$(ELSA_DATABASE_PASSWORD)'" (printf "Encrypt=%s" (ternary "False" "True" (eq $tls "disable"))) (printf "TrustServerCertificate=%s" (ternary "False" "True" (eq $tls "verify-full"))) (printf "Max Pool Size=%d" $size) (printf "Connect Timeout=%d" (int $database.pool.timeoutSeconds)) (printf "Application Name=%s" $application) -}}
{{- else if eq $database.provider "mysql" -}}
{{- $parts = list (printf "Server=%s" $host) (printf "Port=%s" $port) (printf "Database=%s" $database.name) (printf "User ID=%s" $database.username) "Password='$(ELSA_DATABASE_PASSWORD)'" (printf "SslMode=%s" (get (dict "disable" "None" "require" "Required" "verify-full" "VerifyFull") $tls)) -}}
{{- if $ca -}}{{- $parts = append $parts (printf "SslCa=%s" $ca) -}}{{- end -}}
{{- if eq $tls "disable" -}}{{- $parts = append $parts "AllowPublicKeyRetrieval=True" -}}{{- end -}}
{{- $parts = concat $parts (list (printf "Maximum Pool Size=%d" $size) (printf "Connection Timeout=%d" (int $database.pool.timeoutSeconds)) (printf "Application Name=%s" $application)) -}}
{{- else -}}
{{- $parts = list (printf "Data Source=%s/%s" $root.Values.sqlite.directory $root.Values.sqlite.fileName) "Cache=Shared" -}}
{{- end -}}
{{- join ";" $parts -}}
{{- end -}}

{{- define "elsa.data.redisHost" -}}
{{- ternary .Values.redis.external.host (include "elsa.name.redis" .) (eq .Values.redis.mode "external") -}}
{{- end -}}
{{- define "elsa.data.redisPort" -}}
{{- if eq .Values.redis.mode "external" -}}
{{- .Values.redis.external.port | int | default (ternary 6380 6379 .Values.redis.external.tls) -}}
{{- else -}}
6379
{{- end -}}
{{- end -}}
{{/* As StackExchange.Redis reads it; the password may hold any character but the comma. */}}
{{- define "elsa.data.redisConnectionString" -}}
{{- $tls := and (eq .Values.redis.mode "external") .Values.redis.external.tls -}}
{{ include "elsa.data.redisHost" . }}:{{ include "elsa.data.redisPort" . }},password=$(ELSA_REDIS_PASSWORD),ssl={{ ternary "true" "false" $tls }},abortConnect=false
{{- end -}}

{{- define "elsa.data.rabbitmqHost" -}}
{{- ternary .Values.rabbitmq.external.host (include "elsa.name.rabbitmq" .) (eq .Values.rabbitmq.mode "external") -}}
{{- end -}}
{{- define "elsa.data.rabbitmqPort" -}}
{{- $external := eq .Values.rabbitmq.mode "external" -}}
{{- ternary (int .Values.rabbitmq.external.port) 0 $external | default (ternary 5671 5672 (and $external .Values.rabbitmq.external.tls)) -}}
{{- end -}}
{{/* User and password become part of a URI, so they hold only characters that need no escaping there. */}}
{{- define "elsa.data.rabbitmqConnectionString" -}}
{{- $external := eq .Values.rabbitmq.mode "external" -}}
{{- $scheme := ternary "amqps" "amqp" (and $external .Values.rabbitmq.external.tls) -}}
{{- $path := "" -}}
{{- if and $external (ne .Values.rabbitmq.external.virtualHost "/") -}}
{{- $path = printf "/%s" (.Values.rabbitmq.external.virtualHost | replace "/" "%2F") -}}
{{- end -}}
{{- printf "%s://$(ELSA_RABBITMQ_USERNAME):$(ELSA_RABBITMQ_PASSWORD)@%s:%s%s" $scheme (include "elsa.data.rabbitmqHost" .) (include "elsa.data.rabbitmqPort" .) $path -}}
{{- end -}}
