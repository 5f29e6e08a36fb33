{{/* pgbouncer.ini. Takes `$`. */}}
{{- define "elsa.data.pgbouncerConfig" -}}
{{- $pools := include "elsa.data.pools" . | fromJson -}}
{{- $tls := include "elsa.data.tlsMode" . -}}
[databases]
{{ .Values.database.name }} = host={{ include "elsa.data.databaseHost" . }} port={{ include "elsa.data.databasePort" . }} dbname={{ .Values.database.name }}

[pgbouncer]
listen_addr = 0.0.0.0
listen_port = 5432
unix_socket_dir =
auth_type = scram-sha-256
auth_file = /run/pgbouncer/userlist.txt
pool_mode = {{ .Values.pgbouncer.poolMode }}
max_client_conn = {{ int .Values.pgbouncer.maxClientConnections }}
default_pool_size = {{ int $pools.bouncerSize }}
max_db_connections = {{ int $pools.bouncerSize }}
reserve_pool_size = 0
query_wait_timeout = 30
ignore_startup_parameters = extra_float_digits,options
server_tls_sslmode = {{ $tls }}
{{- if eq $tls "verify-full" }}
{{- $ca := include "elsa.data.caSecret" . }}
server_tls_ca_file = {{ if $ca }}{{ include "elsa.data.caDirectory" $ }}/{{ get (fromJson $ca) "key" }}{{ else }}/etc/ssl/certs/ca-certificates.crt{{ end }}
{{- end }}
log_connections = 0
log_disconnections = 0
{{- end -}}
