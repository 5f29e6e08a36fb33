{{/*
What the server's pod (and the migration job's) gets from its data services.
Each takes `$` and renders list items, or nothing.
*/}}

{{/* Environment variables: provider, connection strings, locks. */}}
{{- define "elsa.data.serverEnv" -}}
{{- end -}}

{{/* Volumes: database CA, SQLite's claim. */}}
{{- define "elsa.data.serverVolumes" -}}
{{- end -}}

{{/* Mounts of those volumes. */}}
{{- define "elsa.data.serverVolumeMounts" -}}
{{- end -}}

{{/* Directories that those mounts cover, comma separated, so that they get no emptyDir. */}}
{{- define "elsa.data.serverMountedPaths" -}}
{{- end -}}

{{/*
Keys that each Secret must hold, as a JSON object of component to list of keys.
External and sealed secrets are made from it. The server's own keys are not here.
*/}}
{{- define "elsa.data.secretKeys" -}}
{{- dict "database" list "redis" list "rabbitmq" list "backup" list "pgbouncer" list | toJson -}}
{{- end -}}
