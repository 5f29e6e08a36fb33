{{/*
Parts of network policies. An edge of the environment is opened at both ends
from the same helper, so that one cannot be forgotten.
*/}}

{{/* A policy's head up to `spec:`. dict: root, suffix, name, component */}}
{{- define "elsa.netpol.head" -}}
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  {{- include "elsa.metadata" (dict "root" .root "objectName" (include "elsa.name" (dict "root" .root "suffix" .suffix)) "name" .name "component" .component "wave" -3) | nindent 2 }}
{{- end -}}

{{/* Labels that select the pods of a component, whoever runs them. dict: root, component */}}
{{- define "elsa.netpol.podLabels" -}}
{{- $root := .root -}}
{{- if and (eq .component "database") (eq (include "elsa.database.isCloudNativePg" $root) "true") -}}
cnpg.io/cluster: {{ include "elsa.name.database" $root | quote }}
{{- else if and (eq .component "pgbouncer") (eq (include "elsa.database.isCloudNativePg" $root) "true") -}}
cnpg.io/poolerName: {{ include "elsa.name.pgbouncer" $root | quote }}
{{- else if and (eq .component "rabbitmq") (eq $root.Values.rabbitmq.mode "operator") -}}
app.kubernetes.io/name: {{ include "elsa.name.rabbitmq" $root | quote }}
{{- else -}}
app.kubernetes.io/instance: {{ include "elsa.environment" $root | quote }}
app.kubernetes.io/component: {{ .component | quote }}
{{- end -}}
{{- end -}}

{{/* A peer: pods of a component in this namespace. dict: root, component */}}
{{- define "elsa.netpol.pods" -}}
- podSelector:
    matchLabels:
      {{- include "elsa.netpol.podLabels" . | nindent 6 }}
{{- end -}}

{{/* Peers: all pods of a namespace. Takes the namespace's name. */}}
{{- define "elsa.netpol.namespace" -}}
- namespaceSelector:
    matchLabels:
      kubernetes.io/metadata.name: {{ . | quote }}
{{- end -}}

{{/* Peers: address ranges. Takes a list. */}}
{{- define "elsa.netpol.cidrs" -}}
{{- range . }}
- ipBlock:
    cidr: {{ . | quote }}
{{- end }}
{{- end -}}

{{/* TCP ports. Takes a list. */}}
{{- define "elsa.netpol.tcp" -}}
{{- range . }}
- protocol: TCP
  port: {{ int . }}
{{- end }}
{{- end -}}

{{/* Namespaces that public traffic comes from: JSON list. Takes `$`. */}}
{{- define "elsa.netpol.controllerNamespaces" -}}
{{- $kind := .Values.exposure.kind -}}
{{- $namespaces := list -}}
{{- with .Values.networkPolicy.controllerNamespace -}}
{{- $namespaces = list . -}}
{{- end -}}
{{- if not $namespaces -}}
{{- if eq $kind "gateway" -}}
{{- if eq .Values.exposure.gateway.implementation "envoy-gateway" -}}
{{- $namespaces = list "envoy-gateway-system" -}}
{{- else if eq .Values.exposure.gateway.mode "own" -}}
{{- $namespaces = list .Release.Namespace -}}
{{- else -}}
{{- $namespaces = list (.Values.exposure.gateway.namespace | default .Release.Namespace) -}}
{{- end -}}
{{- else if eq $kind "istio" -}}
{{- $namespaces = list .Values.mesh.istio.ingressNamespace -}}
{{- else -}}
{{- with index (dict "ingress-nginx" "ingress-nginx" "ingress-traefik" "traefik" "traefik" "traefik" "ingress" "" "alb" "" "none" "") $kind -}}
{{- $namespaces = list . -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $namespaces | toJson -}}
{{- end -}}

{{/*
Ports on which a meshed pod is called for one of its own ports: JSON list.
Linkerd's proxies call each other on the proxy's port. dict: root, port
*/}}
{{- define "elsa.netpol.calledPorts" -}}
{{- $ports := list (int .port) -}}
{{- if eq .root.Values.mesh.kind "linkerd" -}}{{- $ports = append $ports 4143 -}}{{- end -}}
{{- $ports | toJson -}}
{{- end -}}

{{/* "true" when the Ingress controller may be any and its place is not stated. Takes `$`. */}}
{{- define "elsa.netpol.controllerIsUnknown" -}}
{{- if and (eq .Values.exposure.kind "ingress") (not .Values.networkPolicy.controllerNamespace) (not .Values.networkPolicy.controllerCidrs) -}}true{{- end -}}
{{- end -}}

{{/* Ingress rule: public traffic to a port, or nothing. dict: root, port */}}
{{- define "elsa.netpol.fromController" -}}
{{- $namespaces := include "elsa.netpol.controllerNamespaces" .root | fromJsonArray -}}
{{- $isUnknown := eq (include "elsa.netpol.controllerIsUnknown" .root) "true" -}}
{{- if and (ne .root.Values.exposure.kind "none") (or $namespaces $isUnknown .root.Values.networkPolicy.controllerCidrs) }}
- from:
    {{- if $isUnknown }}
    # No controller is named, so it may be anywhere in the cluster.
    - namespaceSelector: {}
    {{- end }}
    {{- range $namespaces }}
    {{- include "elsa.netpol.namespace" . | nindent 4 }}
    {{- end }}
    {{- with .root.Values.networkPolicy.controllerCidrs }}
    {{- include "elsa.netpol.cidrs" . | trim | nindent 4 }}
    {{- end }}
  ports:
    {{- include "elsa.netpol.tcp" (include "elsa.netpol.calledPorts" . | fromJsonArray) | trim | nindent 4 }}
{{- end }}
{{- end -}}

{{/* Ingress rule: Prometheus to ports, or nothing. dict: root, ports */}}
{{- define "elsa.netpol.fromMonitoring" -}}
{{- if and .ports .root.Values.networkPolicy.monitoringNamespace }}
- from:
    {{- include "elsa.netpol.namespace" .root.Values.networkPolicy.monitoringNamespace | nindent 4 }}
  ports:
    {{- include "elsa.netpol.tcp" .ports | trim | nindent 4 }}
{{- end }}
{{- end -}}

{{/* Ingress rule: components to a port. dict: root, components, port */}}
{{- define "elsa.netpol.fromComponents" -}}
{{- if .components }}
- from:
    {{- range .components }}
    {{- include "elsa.netpol.pods" (dict "root" $.root "component" .) | nindent 4 }}
    {{- end }}
  ports:
    {{- include "elsa.netpol.tcp" (list .port) | trim | nindent 4 }}
{{- end }}
{{- end -}}

{{/* Egress rule: to a component's port. dict: root, component, port */}}
{{- define "elsa.netpol.toComponent" }}
- to:
    {{- include "elsa.netpol.pods" . | nindent 4 }}
  ports:
    {{- include "elsa.netpol.tcp" (list .port) | trim | nindent 4 }}
{{- end -}}

{{/* Egress rule: to addresses outside. dict: cidrs, except, ports; nothing without cidrs or ports. */}}
{{- define "elsa.netpol.toCidrs" -}}
{{- if and .cidrs .ports }}
- to:
    {{- range $cidr := .cidrs }}
    - ipBlock:
        cidr: {{ $cidr | quote }}
        {{- if and $.except (has $cidr (list "0.0.0.0/0" "::/0")) }}
        {{- $excluded := list }}
        {{- range $.except }}
        {{- if eq (contains ":" .) (contains ":" $cidr) }}
        {{- $excluded = append $excluded . }}
        {{- end }}
        {{- end }}
        {{- with $excluded }}
        except:
          {{- range . }}
          - {{ . | quote }}
          {{- end }}
        {{- end }}
        {{- end }}
    {{- end }}
  ports:
    {{- include "elsa.netpol.tcp" .ports | trim | nindent 4 }}
{{- end }}
{{- end -}}

{{/* Egress rule: DNS of the cluster and of the node. Takes `$`. */}}
{{- define "elsa.netpol.toDns" -}}
{{- $dns := .Values.networkPolicy.dns }}
- to:
    - namespaceSelector:
        matchLabels:
          kubernetes.io/metadata.name: {{ $dns.namespace | quote }}
      {{- with $dns.podLabels }}
      podSelector:
        matchLabels:
          {{- include "elsa.quotedMap" . | nindent 10 }}
      {{- end }}
    {{- with $dns.nodeLocalCidr }}
    - ipBlock:
        cidr: {{ . | quote }}
    {{- end }}
  ports:
    - protocol: UDP
      port: 53
    - protocol: TCP
      port: 53
{{- end -}}

{{/* What a mesh's proxies need. Take `$`. */}}
{{- define "elsa.netpol.meshIngress" -}}
{{- if and (eq .Values.mesh.kind "istio") (eq .Values.mesh.istio.dataplane "ambient") }}
- ports:
    # HBONE: ztunnel carries the mesh's traffic here, whatever the port inside.
    {{- include "elsa.netpol.tcp" (list 15008) | trim | nindent 4 }}
- from:
    # The kubelet's probes in ambient mode.
    - ipBlock:
        cidr: 169.254.7.127/32
{{- end }}
{{- if and (eq .Values.mesh.kind "istio") (eq .Values.mesh.istio.dataplane "sidecar") }}
{{- include "elsa.netpol.fromMonitoring" (dict "root" . "ports" (list 15020 15090)) }}
{{- end }}
{{- if eq .Values.mesh.kind "linkerd" }}
{{- include "elsa.netpol.fromMonitoring" (dict "root" . "ports" (list 4191)) }}
- from:
    {{- include "elsa.netpol.namespace" .Values.mesh.linkerd.controlPlaneNamespace | nindent 4 }}
    {{- include "elsa.netpol.namespace" (printf "%s-viz" .Values.mesh.linkerd.controlPlaneNamespace) | nindent 4 }}
  ports:
    {{- include "elsa.netpol.tcp" (list 4190 4191) | trim | nindent 4 }}
{{- end }}
{{- end -}}
{{- define "elsa.netpol.meshEgress" -}}
{{- if eq .Values.mesh.kind "istio" }}
- to:
    {{- include "elsa.netpol.namespace" .Values.mesh.istio.controlPlaneNamespace | nindent 4 }}
  ports:
    {{- include "elsa.netpol.tcp" (list 15012) | trim | nindent 4 }}
{{- if eq .Values.mesh.istio.dataplane "ambient" }}
- ports:
    {{- include "elsa.netpol.tcp" (list 15008) | trim | nindent 4 }}
{{- end }}
{{- end }}
{{- if eq .Values.mesh.kind "linkerd" }}
- to:
    {{- include "elsa.netpol.namespace" .Values.mesh.linkerd.controlPlaneNamespace | nindent 4 }}
  ports:
    # Identity, destination, policy.
    {{- include "elsa.netpol.tcp" (list 8080 8086 8090) | trim | nindent 4 }}
{{- end }}
{{- end -}}

{{/* Ports of RabbitMQ beside the clients': nothing but the operator's cluster has peers. */}}
{{- define "elsa.netpol.rabbitmqPeerPorts" -}}[4369,25672]{{- end -}}

{{/* Egress rules of pods that talk to the data services as the server does. Takes `$`. */}}
{{- define "elsa.netpol.toData" -}}
{{- $np := .Values.networkPolicy -}}
{{- if ne .Values.database.provider "sqlite" }}
{{- include "elsa.netpol.toDatabase" . }}
{{- if eq (include "elsa.data.isPooled" .) "true" }}
{{- include "elsa.netpol.toComponent" (dict "root" . "component" "pgbouncer" "port" 5432) }}
{{- end }}
{{- end }}
{{- if .Values.redis.enabled }}
{{- if eq .Values.redis.mode "external" }}
{{- include "elsa.netpol.toCidrs" (dict "cidrs" $np.egress.dataCidrs "ports" (list (include "elsa.data.redisPort" .))) }}
{{- else }}
{{- include "elsa.netpol.toComponent" (dict "root" . "component" "redis" "port" 6379) }}
{{- end }}
{{- end }}
{{- if .Values.rabbitmq.enabled }}
{{- if eq .Values.rabbitmq.mode "external" }}
{{- include "elsa.netpol.toCidrs" (dict "cidrs" $np.egress.dataCidrs "ports" (list (include "elsa.data.rabbitmqPort" .))) }}
{{- else }}
{{- include "elsa.netpol.toComponent" (dict "root" . "component" "rabbitmq" "port" 5672) }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Components of this release that run the server's image and so call what it calls: JSON list. Takes `$`. */}}
{{- define "elsa.netpol.hosts" -}}
{{- ternary (list "server" "migration") (list "server") .Values.migration.enabled | toJson -}}
{{- end -}}

{{/* Components of this release that use the database: JSON list. Takes `$`. */}}
{{- define "elsa.netpol.databaseClients" -}}
{{- $clients := include "elsa.netpol.hosts" . | fromJsonArray -}}
{{- if eq (include "elsa.data.isPooled" .) "true" -}}{{- $clients = append $clients "pgbouncer" -}}{{- end -}}
{{- if .Values.backup.enabled -}}{{- $clients = append $clients "backup" -}}{{- end -}}
{{- $clients | toJson -}}
{{- end -}}

{{/*
Namespace of the OpenTelemetry collector: stated, or as its address tells it
(`name`, `name.namespace`, `name.namespace.svc...`). Empty: outside of the
cluster. Takes `$`.
*/}}
{{- define "elsa.netpol.otlpNamespace" -}}
{{- $labels := (urlParse .Values.monitoring.otlp.endpoint).hostname | splitList "." -}}
{{- if .Values.networkPolicy.egress.otlpNamespace -}}
{{- .Values.networkPolicy.egress.otlpNamespace -}}
{{- else if eq (len $labels) 1 -}}
{{- .Release.Namespace -}}
{{- else if or (eq (len $labels) 2) (eq (index $labels 2) "svc") -}}
{{- index $labels 1 -}}
{{- end -}}
{{- end -}}

{{/* Egress rule: to the OpenTelemetry collector, on the port of its address. Takes `$`. */}}
{{- define "elsa.netpol.toOtlp" -}}
{{- if and .Values.monitoring.enabled .Values.monitoring.otlp.enabled }}
{{- $endpoint := .Values.monitoring.otlp.endpoint }}
{{- $port := regexFind "[0-9]+$" (regexFind ":[0-9]+$" (urlParse $endpoint).host) | default (ternary "443" "80" (hasPrefix "https" $endpoint)) }}
{{- with include "elsa.netpol.otlpNamespace" . }}
- to:
    {{- include "elsa.netpol.namespace" . | nindent 4 }}
  ports:
    {{- include "elsa.netpol.tcp" (list $port) | trim | nindent 4 }}
{{- else }}
{{- include "elsa.netpol.toCidrs" (dict "cidrs" .Values.networkPolicy.egress.dataCidrs "ports" (list $port)) }}
{{- end }}
{{- end }}
{{- end -}}

{{/* A policy's `ingress:` or `egress:` with its rules, or nothing: an empty list and an absent one mean the same. dict: direction, rules (text) */}}
{{- define "elsa.netpol.rules" -}}
{{- with trim .rules }}
{{ $.direction }}:
  {{- . | nindent 2 }}
{{- end }}
{{- end -}}

{{/* Egress rule of pods that talk to the database itself, past any pooler. Takes `$`. */}}
{{- define "elsa.netpol.toDatabase" -}}
{{- if eq (include "elsa.database.isExternal" .) "true" }}
{{- include "elsa.netpol.toCidrs" (dict "cidrs" .Values.networkPolicy.egress.dataCidrs "ports" (list (include "elsa.data.databasePort" .))) }}
{{- else }}
{{- include "elsa.netpol.toComponent" (dict "root" . "component" "database" "port" (include "elsa.data.databasePort" .)) }}
{{- end }}
{{- end -}}
