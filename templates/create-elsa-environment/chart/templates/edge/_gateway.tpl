{{/*
Parts of the Gateway API's objects.
*/}}

{{/* Listeners of an own Gateway or a ListenerSet. Takes `$`. */}}
{{- define "elsa.gateway.listeners" -}}
{{- $hosts := dict "server" .Values.exposure.hosts.server -}}
{{- if .Values.elsaStudio.enabled -}}
{{- $_ := set $hosts "studio" .Values.exposure.hosts.studio -}}
{{- end -}}
{{- if eq .Values.exposure.hosts.server .Values.exposure.hosts.studio -}}
{{- $hosts = dict "server" .Values.exposure.hosts.server -}}
{{- end -}}
{{- range $part, $host := $hosts }}
- name: http-{{ $part }}
  hostname: {{ $host | quote }}
  port: 80
  protocol: HTTP
  allowedRoutes:
    namespaces:
      from: Same
{{- if $.Values.exposure.tls.enabled }}
- name: https-{{ $part }}
  hostname: {{ $host | quote }}
  port: 443
  protocol: HTTPS
  allowedRoutes:
    namespaces:
      from: Same
  tls:
    mode: Terminate
    certificateRefs:
      - group: ""
        kind: Secret
        name: {{ include "elsa.name.tls" $ | quote }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Parents of a route. dict: root, part (server or studio), protocol (http or https) */}}
{{- define "elsa.gateway.parentRefs" -}}
{{- $gateway := .root.Values.exposure.gateway -}}
{{- $part := ternary "server" .part (eq .root.Values.exposure.hosts.server .root.Values.exposure.hosts.studio) -}}
- group: gateway.networking.k8s.io
{{- if eq $gateway.mode "shared" }}
  kind: Gateway
  name: {{ $gateway.name | quote }}
  {{- with $gateway.namespace }}
  namespace: {{ . | quote }}
  {{- end }}
  {{- with ternary $gateway.httpSectionName $gateway.sectionName (eq .protocol "http") }}
  sectionName: {{ . | quote }}
  {{- end }}
{{- else }}
  kind: {{ ternary "Gateway" "ListenerSet" (eq $gateway.mode "own") }}
  name: {{ include "elsa.name" (dict "root" .root "suffix" "gateway") | quote }}
  sectionName: {{ .protocol }}-{{ $part }}
{{- end }}
{{- end -}}

{{/* Filters of a route. dict: root, studio */}}
{{- define "elsa.gateway.filters" -}}
{{- $exposure := .root.Values.exposure -}}
{{- if $exposure.headers.enabled }}
- type: ResponseHeaderModifier
  responseHeaderModifier:
    set:
      {{- range $name, $value := include "elsa.edge.headers" . | fromJson }}
      - name: {{ $name | quote }}
        value: {{ $value | quote }}
      {{- end }}
{{- end }}
{{- if and $exposure.cors.enabled (not .studio) }}
- type: CORS
  cors:
    allowOrigins:
      {{- include "elsa.edge.corsOrigins" .root | fromJsonArray | toYaml | nindent 6 }}
    allowMethods:
      {{- toYaml $exposure.cors.allowMethods | nindent 6 }}
    {{- with $exposure.cors.allowHeaders }}
    allowHeaders:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- with $exposure.cors.exposeHeaders }}
    exposeHeaders:
      {{- toYaml . | nindent 6 }}
    {{- end }}
    {{- if $exposure.cors.allowCredentials }}
    allowCredentials: true
    {{- end }}
    maxAge: {{ $exposure.cors.maxAgeSeconds }}
{{- end }}
{{- end -}}

{{/* Timeout of a rule, or nothing. Takes `$`. */}}
{{- define "elsa.gateway.timeouts" -}}
{{- with int .Values.exposure.requestTimeoutSeconds }}
timeouts:
  request: {{ . }}s
{{- end }}
{{- end -}}

{{/* "true" when plain HTTP is redirected by a route of this release. Takes `$`. */}}
{{- define "elsa.gateway.redirects" -}}
{{- if and (eq .Values.exposure.kind "gateway") .Values.exposure.tls.enabled (or (ne .Values.exposure.gateway.mode "shared") .Values.exposure.gateway.httpSectionName) -}}true{{- end -}}
{{- end -}}
