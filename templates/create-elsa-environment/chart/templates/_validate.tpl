{{/*
What the schema cannot say: rules between sections. Each rule appends one line
"where: what is wrong. What to do." and all of them are shown at once.
The rules stand beside the templates that they guard; those between sections
stand here.
*/}}

{{- define "elsa.validate" -}}
{{- $problems := list -}}
{{- range $concern := list "environment" "host" "server" "studio" "exposure" "credentials" "mesh" "secrets" "extra" "data" "replicas" "monitoring" -}}
{{- range $line := splitList "\n" (include (printf "elsa.validate.%s" $concern) $) -}}
{{- with trim $line -}}
{{- $problems = append $problems (printf "  - %s" .) -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- if $problems -}}
{{- fail (printf "\nThe values of this environment cannot work:\n%s\n" (join "\n" $problems)) -}}
{{- end -}}
{{- end -}}

{{- define "elsa.validate.environment" -}}
{{- if and .Values.environment.name (ne .Values.environment.name .Release.Name) }}
environment.name: the release is called {{ .Release.Name }} and the environment {{ .Values.environment.name }}. Labels, names and recorded metrics follow the release; install with the release name {{ .Values.environment.name }}.
{{- end }}
{{- if not (regexMatch "^[a-z]([a-z0-9-]*[a-z0-9])?$" .Release.Name) }}
release name: {{ .Release.Name }} cannot begin the name of a Service. Use lower-case letters, digits and hyphens, beginning with a letter.
{{- end }}
{{- end -}}

{{- define "elsa.validate.host" -}}
{{- $host := .Values.host -}}
{{- if not (has .Values.database.provider $host.databaseProviders) }}
database.provider: the host profile {{ $host.profile }} has no {{ .Values.database.provider }}. Choose one of {{ join ", " $host.databaseProviders }}, or another host profile.
{{- end }}
{{- if and .Values.redis.enabled (not $host.server.keys.redisConnection) }}
redis.enabled: the host profile {{ $host.profile }} does not read a Redis connection, so Redis would do nothing. Set redis.enabled to false, or use a host profile that reads one.
{{- end }}
{{- if and .Values.rabbitmq.enabled (not $host.server.keys.rabbitmqConnection) }}
rabbitmq.enabled: the host profile {{ $host.profile }} does not read a RabbitMQ connection, so RabbitMQ would do nothing. Set rabbitmq.enabled to false, or use a host profile that reads one.
{{- end }}
{{- range $part := list "server" "studio" }}
{{- $settings := index $host $part }}
{{- $covered := false }}
{{- range $settings.writablePaths }}
{{- if or (eq . $settings.home) (hasPrefix (printf "%s/" (trimSuffix "/" .)) $settings.home) }}
{{- $covered = true }}
{{- end }}
{{- if has . (list "/" "/app" "/etc" "/usr" "/bin" "/proc" "/sys" "/dev") }}
host.{{ $part }}.writablePaths: an empty volume on {{ . }} would hide the image's own files. Name the directory that is written to.
{{- end }}
{{- end }}
{{- if not $covered }}
host.{{ $part }}.home: {{ $settings.home }} is not in a writable path. Add it to host.{{ $part }}.writablePaths or choose a directory in one of them.
{{- end }}
{{- end }}
{{- range concat $host.server.routePaths .Values.exposure.extraServerPaths }}
{{- if regexMatch "^/(metrics|health)(/|$)" . }}
host.server.routePaths: {{ . }} would be public. Metrics and health are read inside the cluster only; remove it.
{{- end }}
{{- end }}
{{- end -}}
