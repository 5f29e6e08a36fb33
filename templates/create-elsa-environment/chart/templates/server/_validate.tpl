{{/* Rules of the server; collected by templates/_validate.tpl. */}}

{{- define "elsa.validate.server" -}}
{{- $server := .Values.elsaServer -}}
{{- $profile := .Values.host.profile -}}
{{- if not .Values.host.clustered }}
{{- if gt (int $server.replicaCount) 1 }}
elsaServer.replicaCount: {{ $server.replicaCount }} pods of the host profile {{ $profile }} would run the same workflows without knowing about each other. Set it to 1, or use a clustered host profile.
{{- end }}
{{- if $server.autoscaling.enabled }}
elsaServer.autoscaling.enabled: the host profile {{ $profile }} can run one server pod only. Set it to false, or use a clustered host profile.
{{- end }}
{{- if eq $server.strategy.type "RollingUpdate" }}
elsaServer.strategy.type: a rolling update runs two server pods at once, which the host profile {{ $profile }} cannot. Leave it empty or set Recreate.
{{- end }}
{{- end }}
{{- if and (eq .Values.database.provider "sqlite") (or (gt (int $server.replicaCount) 1) $server.autoscaling.enabled) }}
database.provider: sqlite is one file in one pod. Use another provider, or one replica without autoscaling.
{{- end }}
{{- if and (eq .Values.database.provider "sqlite") (eq $server.strategy.type "RollingUpdate") }}
elsaServer.strategy.type: a rolling update would open the SQLite file twice. Leave it empty or set Recreate.
{{- end }}
{{- if $server.locks }}
{{- if not .Values.host.server.keys.lockProvider }}
elsaServer.locks: the host profile {{ $profile }} does not read a lock provider. Leave it empty.
{{- else if not (index .Values.host.lockProviders $server.locks) }}
elsaServer.locks: the host profile {{ $profile }} does not support locks in {{ $server.locks }}. Choose another provider or leave it empty.
{{- end }}
{{- if and (eq $server.locks "redis") (not .Values.redis.enabled) }}
elsaServer.locks: redis is chosen but redis.enabled is false. Enable Redis or choose the database.
{{- end }}
{{- if and (has $server.locks (list "postgresql" "sqlserver")) (ne $server.locks .Values.database.provider) }}
elsaServer.locks: {{ $server.locks }} is chosen but the database is {{ .Values.database.provider }}. Choose the same.
{{- end }}
{{- if and (eq $server.locks "file") (or (gt (int $server.replicaCount) 1) $server.autoscaling.enabled) }}
elsaServer.locks: files lock inside one pod only. Choose the database or redis for more than one pod.
{{- end }}
{{- end }}
{{- include "elsa.validate.autoscaling" (dict "settings" $server "path" "elsaServer") }}
{{- if and $server.autoscaling.enabled (eq $server.autoscaling.kind "keda") }}
{{- if and $server.autoscaling.keda.prometheusTriggers (not $server.autoscaling.keda.prometheusAddress) }}
elsaServer.autoscaling.keda.prometheusAddress: empty, but there are Prometheus triggers. Set the address of the Prometheus that they query.
{{- end }}
{{- end }}
{{- $stop := int (include "elsa.server.minimumGraceSeconds" .) }}
{{- with int $server.lifecycle.terminationGracePeriodSeconds }}
{{- if lt . $stop }}
elsaServer.lifecycle.terminationGracePeriodSeconds: {{ . }} s end before preStop, shutdown and 15 s of reserve have passed. Set at least {{ $stop }}, or 0 to have it computed.
{{- end }}
{{- end }}
{{- include "elsa.validate.strategy" (dict "strategy" $server.strategy "path" "elsaServer") }}
{{- include "elsa.validate.envConflicts" (dict "root" . "part" "server" "settings" $server "path" "elsaServer") }}
{{- end -}}
