{{/*
What the server's container and the migration job's have in common. Takes `$`.
*/}}

{{/* Environment variables: profile, secrets, addresses, data services, monitoring, then the user's own. */}}
{{- define "elsa.server.env" -}}
{{- include "elsa.mergedEnv" (dict "own" (include "elsa.server.ownEnv" .) "user" .Values.elsaServer.env) -}}
{{- end -}}

{{/* Those that the chart sets. Takes `$`. */}}
{{- define "elsa.server.ownEnv" -}}
{{- $host := .Values.host.server -}}
{{- include "elsa.plainEnv" $host.env }}
{{- with $host.home }}
- name: HOME
  value: {{ . | quote }}
{{- end }}
{{- with $host.keys.publicUrl }}
- name: {{ . | quote }}
  value: {{ include "elsa.serverOrigin" $ | quote }}
{{- end }}
{{- with $host.keys.shutdownTimeout }}
- name: {{ . | quote }}
  value: {{ include "elsa.timeSpan" $.Values.elsaServer.lifecycle.shutdownSeconds | quote }}
{{- end }}
{{- range $host.secretEnv }}
- name: {{ .name | quote }}
  valueFrom:
    secretKeyRef:
      name: {{ include "elsa.secret.server" $ | quote }}
      key: {{ .key | quote }}
{{- end }}
{{- with trim (include "elsa.data.serverEnv" .) }}
{{ . }}
{{- end }}
{{- with trim (include "elsa.monitoring.serverEnv" .) }}
{{ . }}
{{- end }}
{{- end -}}

{{/* Paths that a data volume covers, as a JSON list. */}}
{{- define "elsa.server.coveredPaths" -}}
{{- $covered := list -}}
{{- range splitList "," (include "elsa.data.serverMountedPaths" .) -}}
{{- with trim . -}}{{- $covered = append $covered . -}}{{- end -}}
{{- end -}}
{{- $covered | toJson -}}
{{- end -}}

{{- define "elsa.server.volumes" -}}
{{- include "elsa.writableVolumes" (dict "sizeLimit" "1Gi" "paths" .Values.host.server.writablePaths "except" (include "elsa.server.coveredPaths" . | fromJsonArray)) }}
{{- with trim (include "elsa.data.serverVolumes" .) }}
{{ . }}
{{- end }}
{{- with .Values.elsaServer.extraVolumes }}
{{ toYaml . }}
{{- end }}
{{- end -}}

{{- define "elsa.server.volumeMounts" -}}
{{- include "elsa.writableVolumeMounts" (dict "paths" .Values.host.server.writablePaths "except" (include "elsa.server.coveredPaths" . | fromJsonArray)) }}
{{- with trim (include "elsa.data.serverVolumeMounts" .) }}
{{ . }}
{{- end }}
{{- with .Values.elsaServer.extraVolumeMounts }}
{{ toYaml . }}
{{- end }}
{{- end -}}
