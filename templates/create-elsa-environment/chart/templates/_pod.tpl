{{/*
Parts of a pod that server and studio share.
*/}}

{{/* Seconds from the first signal until a pod may be killed. Take `$`. */}}
{{- define "elsa.server.minimumGraceSeconds" -}}
{{- $shutdown := max (int .Values.elsaServer.lifecycle.shutdownSeconds) (ternary 0 (int .Values.host.server.shutdownSeconds) (ne .Values.host.server.keys.shutdownTimeout "")) -}}
{{- add (int .Values.elsaServer.lifecycle.preStopSeconds) (int $shutdown) 15 -}}
{{- end -}}
{{- define "elsa.studio.minimumGraceSeconds" -}}
{{- add (int .Values.elsaStudio.lifecycle.preStopSeconds) (int .Values.host.studio.shutdownSeconds) 15 -}}
{{- end -}}

{{/* Seconds as hh:mm:ss, the form of a .NET TimeSpan. */}}
{{- define "elsa.timeSpan" -}}
{{- $seconds := int . -}}
{{- printf "%02d:%02d:%02d" (div $seconds 3600) (div (mod $seconds 3600) 60) (mod $seconds 60) -}}
{{- end -}}

{{/* Strategy: a host that is not clustered never runs twice. dict: strategy, clustered, zoneSpreadRequired */}}
{{- define "elsa.strategy" -}}
{{- $type := .strategy.type | default (ternary "RollingUpdate" "Recreate" .clustered) -}}
type: {{ $type }}
{{- if eq $type "RollingUpdate" }}
rollingUpdate:
  maxSurge: {{ .strategy.maxSurge }}
  maxUnavailable: {{ .strategy.maxUnavailable }}
{{- end }}
{{- end -}}

{{/* preStop as a sleep of the kubelet: images without a shell have it too. Takes seconds. */}}
{{- define "elsa.lifecycle" -}}
{{- if gt (int .) 0 }}
lifecycle:
  preStop:
    sleep:
      seconds: {{ int . }}
{{- end }}
{{- end -}}

{{/* The three probes. dict: paths, timings, port */}}
{{- define "elsa.probes" -}}
{{- range $kind := list "startup" "liveness" "readiness" }}
{{ $kind }}Probe:
  httpGet:
    path: {{ index $.paths $kind | quote }}
    port: {{ $.port }}
  {{- toYaml (index $.timings $kind) | nindent 2 }}
{{- end }}
{{- end -}}

{{/*
Where pods run. dict: root, placement, name, component
Zone and node spread count the pods of one rollout only (matchLabelKeys), so
that the pod that a rolling update adds always finds a place.
*/}}
{{- define "elsa.placement" -}}
{{- $placement := .placement -}}
{{- $terms := list -}}
{{- with $placement.zones -}}
{{- $terms = append $terms (dict "key" "topology.kubernetes.io/zone" "operator" "In" "values" .) -}}
{{- end -}}
{{- $spot := dict "key" $placement.spotLabel.key "operator" "In" "values" (list $placement.spotLabel.value) -}}
{{- if eq $placement.spot "only" -}}
{{- $terms = append $terms $spot -}}
{{- end -}}
{{- $affinity := $placement.affinity -}}
{{- if not $affinity -}}
{{- $node := dict -}}
{{- if $terms -}}
{{- $_ := set $node "requiredDuringSchedulingIgnoredDuringExecution" (dict "nodeSelectorTerms" (list (dict "matchExpressions" $terms))) -}}
{{- end -}}
{{- if eq $placement.spot "preferred" -}}
{{- $_ := set $node "preferredDuringSchedulingIgnoredDuringExecution" (list (dict "weight" 100 "preference" (dict "matchExpressions" (list $spot)))) -}}
{{- end -}}
{{- if $node -}}
{{- $affinity = dict "nodeAffinity" $node -}}
{{- end -}}
{{- end -}}
{{- $tolerations := $placement.tolerations -}}
{{- if ne $placement.spot "never" -}}
{{- $tolerations = append $tolerations (dict "key" $placement.spotLabel.key "operator" "Equal" "value" $placement.spotLabel.value "effect" "NoSchedule") -}}
{{- end -}}
{{- with $placement.nodeSelector }}
nodeSelector:
  {{- include "elsa.quotedMap" . | nindent 2 }}
{{- end }}
{{- with $affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $placement.priorityClassName }}
priorityClassName: {{ . | quote }}
{{- end }}
{{- with $placement.runtimeClassName }}
runtimeClassName: {{ . | quote }}
{{- end }}
{{- if or (ne $placement.zoneSpread "none") (ne $placement.nodeSpread "none") }}
topologySpreadConstraints:
  {{- if ne $placement.zoneSpread "none" }}
  - maxSkew: 1
    topologyKey: topology.kubernetes.io/zone
    whenUnsatisfiable: {{ ternary "DoNotSchedule" "ScheduleAnyway" (eq $placement.zoneSpread "required") }}
    labelSelector:
      matchLabels:
        {{- include "elsa.selectorLabels" . | nindent 8 }}
    matchLabelKeys:
      - pod-template-hash
  {{- end }}
  {{- if ne $placement.nodeSpread "none" }}
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "elsa.selectorLabels" . | nindent 8 }}
    matchLabelKeys:
      - pod-template-hash
  {{- end }}
{{- end }}
{{- end -}}

{{/* An emptyDir for each writable path. dict: paths, except (paths that another volume covers), sizeLimit (within the ephemeral-storage limit, or it bounds nothing) */}}
{{- define "elsa.writableVolumes" -}}
{{- range $path := .paths }}
{{- if not (has $path $.except) }}
- name: {{ include "elsa.writableVolumeName" $path }}
  emptyDir:
    sizeLimit: {{ $.sizeLimit }}
{{- end }}
{{- end }}
{{- end -}}
{{- define "elsa.writableVolumeMounts" -}}
{{- range $path := .paths }}
{{- if not (has $path $.except) }}
- name: {{ include "elsa.writableVolumeName" $path }}
  mountPath: {{ $path | quote }}
{{- end }}
{{- end }}
{{- end -}}
{{- define "elsa.writableVolumeName" -}}
writable-{{ . | trimAll "/" | lower | replace "/" "-" | replace "_" "-" | replace "." "-" | replace "~" "-" | trunc 40 | trimAll "-" }}-{{ . | sha256sum | trunc 4 }}
{{- end -}}

{{/* Extra pod settings that both workloads take. Takes the workload's values. */}}
{{- define "elsa.podExtras" -}}
{{- with .hostAliases }}
hostAliases:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .dnsConfig }}
dnsConfig:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .extraInitContainers }}
initContainers:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* envFrom of a container: its ConfigMap, then the extra sources. dict: configMap (name or empty), sources */}}
{{- define "elsa.envFrom" -}}
{{- if or .configMap .sources }}
envFrom:
  {{- with .configMap }}
  - configMapRef:
      name: {{ . | quote }}
  {{- end }}
  {{- with .sources }}
  {{- toYaml . | nindent 2 }}
  {{- end }}
{{- end }}
{{- end -}}

{{/* Plain variables: list of name and value. `$(` is escaped so that Kubernetes expands nothing. */}}
{{- define "elsa.plainEnv" -}}
{{- range . }}
- name: {{ .name | quote }}
  value: {{ .value | replace "$(" "$$(" | quote }}
{{- end }}
{{- end -}}

{{/* Name of the container port (and Service port) with metrics; empty when the image has none. Takes `$`. */}}
{{- define "elsa.server.metricsPortName" -}}
{{- $port := int .Values.host.server.metricsPort -}}
{{- if $port -}}
{{- ternary "http" "metrics" (eq $port (int .Values.host.server.port)) -}}
{{- end -}}
{{- end -}}

{{/* Labels that put a pod into the mesh, and annotations that do. Take `$`. */}}
{{- define "elsa.meshLabels" -}}
{{- if eq .Values.mesh.kind "istio" -}}
{{- if eq .Values.mesh.istio.dataplane "ambient" -}}
istio.io/dataplane-mode: "ambient"
{{- else -}}
sidecar.istio.io/inject: "true"
{{- end -}}
{{- end -}}
{{- end -}}
{{- define "elsa.meshAnnotations" -}}
{{- if eq .Values.mesh.kind "linkerd" -}}
linkerd.io/inject: "enabled"
{{- end -}}
{{- end -}}

{{/* Address of the server's API that the studio is given. Takes `$`. */}}
{{- define "elsa.studio.apiUrl" -}}
{{- if .Values.elsaStudio.apiUrl -}}
{{- .Values.elsaStudio.apiUrl -}}
{{- else if .Values.host.studio.browserCallsApi -}}
{{- include "elsa.serverOrigin" . }}{{ .Values.host.server.apiPath -}}
{{- else -}}
http://{{ include "elsa.name.server" . }}:{{ .Values.elsaServer.service.port }}{{ .Values.host.server.apiPath -}}
{{- end -}}
{{- end -}}

{{/*
Environment variables of a container: the chart's own, then the user's. A name
stands once, because server-side apply refuses a second; .NET does not tell
upper from lower case, so neither does this. dict: own (text), user (list)
*/}}
{{- define "elsa.mergedEnv" -}}
{{- $taken := dict -}}
{{- range .user -}}
{{- $_ := set $taken (lower .name) true -}}
{{- end -}}
{{- $items := list -}}
{{- range .own | fromYamlArray -}}
{{- if not (hasKey $taken (lower .name)) -}}
{{- $items = append $items . -}}
{{- end -}}
{{- end -}}
{{- range concat $items .user }}
- name: {{ .name | quote }}
{{- if hasKey . "valueFrom" }}
  valueFrom:
    {{- toYaml .valueFrom | nindent 4 }}
{{- else }}
  value: {{ .value | quote }}
{{- end }}
{{- end }}
{{- end -}}
