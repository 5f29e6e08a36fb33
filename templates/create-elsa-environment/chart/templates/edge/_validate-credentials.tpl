{{/* Rules of images with public credentials; collected by templates/_validate.tpl. */}}

{{- define "elsa.validate.credentials" -}}
{{- $exposure := .Values.exposure -}}
{{- $isExposed := ne $exposure.kind "none" -}}
{{- $found := include "elsa.credentials" . | fromJson -}}
{{- $finding := printf "public-credentials-%s" $found.version -}}
{{- if and $exposure.allowedSources (not (include "elsa.edge.limitsSources" .)) }}
exposure.allowedSources: exposure {{ $exposure.kind }} cannot tell clients by their address. Use ingress-nginx, Traefik, an ALB or Envoy Gateway, or leave it empty.
{{- end }}
{{- if and (eq $found.verdict "unproven") (or $isExposed (include "elsa.credentials.opened" .)) }}
host.elsaVersion: nothing tells which version of Elsa is in {{ .Values.elsaServer.image.repository }}, and versions below 3.8 let anybody in as an administrator. State it, such as 3.9.0, or set exposure.kind to none.
{{- end }}
{{- range $exposure.acknowledge }}
{{- if or (ne $found.verdict "public") (not $isExposed) (ne . $finding) }}
exposure.acknowledge: there is nothing called {{ . }} here. Remove it: what comes later has to be acknowledged by itself.
{{- end }}
{{- end }}
{{- if eq $found.verdict "public" }}
{{- range splitList "\n" (include "elsa.credentials.opened" .) }}
{{- with trim . }}
{{ . }}, and Elsa {{ $found.version }} lets anybody in as an administrator. Leave it out, or use an image of Elsa 3.9.0.
{{- end }}
{{- end }}
{{- if $isExposed }}
{{- if not (has $finding $exposure.acknowledge) }}
exposure.acknowledge: Elsa {{ $found.version }} lets anybody in as an administrator, who runs code in the server. Use an image of Elsa 3.9.0, or set exposure.kind to none. To expose it all the same, set exposure.acknowledge to [{{ $finding }}] and name the networks that may reach it in exposure.allowedSources.
{{- else }}
{{- include "elsa.validate.credentials.limits" . }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Who exposes it knowingly exposes it to few. */}}
{{- define "elsa.validate.credentials.limits" -}}
{{- $exposure := .Values.exposure -}}
{{- $why := "anybody who reaches the server can take it over" -}}
{{- if not (include "elsa.edge.limitsSources" .) }}
exposure.kind: {{ $why }}, and exposure {{ $exposure.kind }} cannot tell clients by their address. Use ingress-nginx, Traefik, an ALB or Envoy Gateway, or set it to none.
{{- end }}
{{- if not $exposure.allowedSources }}
exposure.allowedSources: {{ $why }}. Name the networks that may reach it, such as 10.20.0.0/16.
{{- end }}
{{- range $exposure.allowedSources }}
{{- if lt (splitList "/" . | last | int) (ternary 16 8 (contains ":" .)) }}
exposure.allowedSources: {{ $why }}, and {{ . }} is as good as everybody. Name the networks of those who work with it.
{{- end }}
{{- end }}
{{- if not .Values.networkPolicy.enabled }}
networkPolicy.enabled: {{ $why }}, and without network policies every pod of the cluster does. Set it to true.
{{- end }}
{{- if and (eq $exposure.kind "alb") .Values.ingress.alb.groupName }}
ingress.alb.groupName: {{ $why }}, and others of the group share the load balancer and its rules. Leave it empty.
{{- end }}
{{- range $path, $annotations := dict "exposure.annotations" $exposure.annotations "ingress.annotations" .Values.ingress.annotations "global.annotations" .Values.global.annotations }}
{{- range $key, $_ := $annotations }}
{{- if regexMatch "^(nginx|traefik|alb)[.]ingress[.]kubernetes[.]io/" $key }}
{{ $path }}: {{ $why }}, and {{ $key }} could undo the limit of sources. Remove it.
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{/* What opens the server beside the routes of this chart, one line each: "where: what it does". Takes `$`. */}}
{{- define "elsa.credentials.opened" -}}
{{- $server := include "elsa.name.server" . -}}
{{- if ne .Values.elsaServer.service.type "ClusterIP" }}
elsaServer.service.type: a {{ .Values.elsaServer.service.type }} is reachable from outside
{{- end }}
{{- if .Values.networkPolicy.extraServerIngress }}
networkPolicy.extraServerIngress: it lets requests in past the other policies
{{- end }}
{{- range $index, $object := .Values.extraObjects }}
{{- $where := printf "extraObjects[%d] (%s %s)" $index $object.kind $object.metadata.name }}
{{- $spec := $object.spec | default dict }}
{{- if has $object.kind (list "Ingress" "IngressRoute" "IngressRouteTCP" "TraefikService" "Gateway" "ListenerSet" "HTTPRoute" "GRPCRoute" "TCPRoute" "TLSRoute" "VirtualService" "Route" "HTTPProxy" "Mapping" "ApisixRoute" "TCPIngress" "EndpointSlice" "Endpoints") }}
{{ $where }}: it may bring requests to the server
{{- else if and (has $object.kind (list "NetworkPolicy" "CiliumNetworkPolicy")) (hasKey $spec "ingress") }}
{{ $where }}: it lets requests in past the network policies
{{- else if and (eq $object.kind "Service") (or (has ($spec.type | default "") (list "LoadBalancer" "NodePort")) (hasKey $spec "externalIPs")) }}
{{ $where }}: it is a Service that is reachable from outside
{{- else if and (not (has $object.kind (list "HorizontalPodAutoscaler" "VerticalPodAutoscaler" "ScaledObject" "PodDisruptionBudget" "PrometheusRule" "ServiceMonitor" "PodMonitor" "Role" "RoleBinding"))) (regexMatch (printf "(^|[^a-z0-9-])%s($|[^a-z0-9-])" $server) (toJson $object)) }}
{{ $where }}: it names the Service {{ $server }}
{{- end }}
{{- end }}
{{- end -}}
