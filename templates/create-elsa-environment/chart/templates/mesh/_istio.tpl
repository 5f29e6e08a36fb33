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

{{/* mTLS of server and studio. An ingress controller outside the mesh speaks plain text. */}}
{{- define "elsa.istio.mtlsMode" -}}
{{- .Values.mesh.istio.mtls -}}
{{- end -}}

{{/* Principal of the ingress gateway, as an authorization rule's `from`. Takes `$`. */}}
{{- define "elsa.istio.fromGateway" -}}
- source:
    principals:
      - {{ printf "%s/ns/%s/sa/%s" .Values.mesh.istio.trustDomain .Values.mesh.istio.ingressNamespace .Values.mesh.istio.ingressServiceAccount | quote }}
{{- end -}}
