{{/*
Parts of Istio's objects. Take `$`.
*/}}

{{/* Gateways that the virtual services hang on: JSON list. */}}
{{- define "elsa.istio.gateways" -}}
{{- if .Values.mesh.istio.gateway.create -}}
{{- list (include "elsa.name" (dict "root" . "suffix" "gateway")) | toJson -}}
{{- else -}}
{{- .Values.mesh.istio.gateway.existing | toJson -}}
{{- end -}}
{{- end -}}

{{/* Host inside the mesh, fully qualified, so that no namespace is guessed. dict: root, name */}}
{{- define "elsa.istio.host" -}}
{{ .name }}.{{ .root.Release.Namespace }}.svc.cluster.local
{{- end -}}

{{/* Response headers of a route, or nothing. dict: root, studio */}}
{{- define "elsa.istio.headers" -}}
{{- if .root.Values.exposure.headers.enabled }}
headers:
  response:
    set:
      {{- include "elsa.quotedMap" (include "elsa.edge.headers" . | fromJson) | nindent 6 }}
{{- end }}
{{- end -}}

{{/* Whether the ingress gateway's traffic comes through this mesh. */}}
{{- define "elsa.istio.enabled" -}}
{{- if eq .Values.mesh.kind "istio" -}}true{{- end -}}
{{- end -}}
{{- define "elsa.istio.exposes" -}}
{{- if and (eq .Values.mesh.kind "istio") (eq .Values.exposure.kind "istio") -}}true{{- end -}}
{{- end -}}

{{/* "true" when public traffic comes from inside the mesh, with an identity. Takes `$`. */}}
{{- define "elsa.istio.ingressInMesh" -}}
{{- if and .Values.mesh.istio.ingressInMesh (ne .Values.exposure.kind "alb") -}}true{{- end -}}
{{- end -}}

{{/* Ports on which plain text is taken although the mesh is strict, as `portLevelMtls:` or nothing. dict: root, part */}}
{{- define "elsa.istio.portLevelMtls" -}}
{{- $host := index .root.Values.host .part -}}
{{- $ports := list -}}
{{- if not (include "elsa.istio.ingressInMesh" .root) -}}
{{- $ports = append $ports $host.port -}}
{{- end -}}
{{- if and (eq .part "server") (eq (include "elsa.server.metricsPortName" .root) "metrics") -}}
{{- $ports = append $ports $host.metricsPort -}}
{{- end -}}
{{- with $ports }}
portLevelMtls:
  {{- range . }}
  {{ . | quote }}:
    mode: PERMISSIVE
  {{- end }}
{{- end }}
{{- end -}}

{{/* "true" when the proxies beside the pods read HTTP. In ambient mode without a waypoint they do not, and a rule with paths would deny all. */}}
{{- define "elsa.istio.readsHttp" -}}
{{- if eq .Values.mesh.istio.dataplane "sidecar" -}}true{{- end -}}
{{- end -}}

{{/* Principal of the ingress gateway, as an authorization rule's `from`. Takes `$`. */}}
{{- define "elsa.istio.fromGateway" -}}
- source:
    principals:
      - {{ printf "%s/ns/%s/sa/%s" .Values.mesh.istio.trustDomain .Values.mesh.istio.ingressNamespace .Values.mesh.istio.ingressServiceAccount | quote }}
{{- end -}}
