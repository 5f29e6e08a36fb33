{{/* Rules of meshes; collected by templates/_validate.tpl. */}}

{{- define "elsa.validate.mesh" -}}
{{- $mesh := .Values.mesh -}}
{{- if and (eq $mesh.kind "linkerd") $mesh.linkerd.rateLimit (not .Values.exposure.rateLimit.enabled) }}
mesh.linkerd.rateLimit: its figures are exposure.rateLimit's, which is off. Set exposure.rateLimit.enabled to true.
{{- end }}
{{- if and $mesh.linkerd.canary.service (eq $mesh.linkerd.canary.service (include "elsa.name.server" .)) }}
mesh.linkerd.canary.service: {{ $mesh.linkerd.canary.service }} is the server's own Service. Name the Service of the canary.
{{- end }}
{{- if and (eq .Values.exposure.kind "istio") (not $mesh.istio.ingressInMesh) }}
mesh.istio.ingressInMesh: Istio's own gateway always takes part in the mesh. Set it to true.
{{- end }}
{{- if and (eq $mesh.kind "istio") (eq .Values.exposure.kind "istio") (not $mesh.istio.gateway.create) (not $mesh.istio.gateway.existing) }}
mesh.istio.gateway: neither created nor named. Set create to true or list existing gateways as namespace/name.
{{- end }}
{{- end -}}
