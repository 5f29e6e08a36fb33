{{/* Rules of the studio; collected by templates/_validate.tpl. */}}

{{- define "elsa.validate.studio" -}}
{{- $studio := .Values.elsaStudio -}}
{{- if $studio.enabled }}
{{- include "elsa.validate.autoscaling" (dict "settings" $studio "path" "elsaStudio") }}
{{- include "elsa.validate.strategy" (dict "strategy" $studio.strategy "path" "elsaStudio") }}
{{- include "elsa.validate.envConflicts" (dict "root" . "part" "studio" "settings" $studio "path" "elsaStudio") }}
{{- if and .Values.host.studio.browserCallsApi $studio.apiUrl (regexMatch "^https?://[^/]*(\\.svc(\\.|:|/|$)|\\.cluster\\.local)|^https?://[^./:]+(:[0-9]+)?(/|$)" $studio.apiUrl) }}
elsaStudio.apiUrl: {{ $studio.apiUrl }} is a name inside the cluster, but the browser uses it. Leave it empty or give the public address.
{{- end }}
{{- if and .Values.exposure.tls.enabled (hasPrefix "http://" $studio.apiUrl) .Values.host.studio.browserCallsApi }}
elsaStudio.apiUrl: a studio served over https cannot call an http API from the browser. Use https.
{{- end }}
{{- if and .Values.host.studio.stickySessions (or (gt (int $studio.replicaCount) 1) $studio.autoscaling.enabled) }}
{{- if or (eq .Values.exposure.kind "ingress") (and (eq .Values.exposure.kind "gateway") (ne .Values.exposure.gateway.implementation "envoy-gateway")) }}
elsaStudio.replicaCount: a session of this studio must stay on one pod, which exposure {{ .Values.exposure.kind }} cannot promise. Run one pod, or choose an exposure with sticky sessions (envoy-gateway, ingress-nginx, traefik, alb, istio).
{{- end }}
{{- end }}
{{- $stop := int (include "elsa.studio.minimumGraceSeconds" .) }}
{{- with int $studio.lifecycle.terminationGracePeriodSeconds }}
{{- if lt . $stop }}
elsaStudio.lifecycle.terminationGracePeriodSeconds: {{ . }} s end before preStop, shutdown and 15 s of reserve have passed. Set at least {{ $stop }}, or 0 to have it computed.
{{- end }}
{{- end }}
{{- end }}
{{- end -}}
