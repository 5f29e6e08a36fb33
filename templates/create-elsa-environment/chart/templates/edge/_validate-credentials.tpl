{{/* Rules of images with public credentials; collected by templates/_validate.tpl. */}}

{{- define "elsa.validate.credentials" -}}
{{- $exposure := .Values.exposure -}}
{{- $isExposed := ne $exposure.kind "none" -}}
{{- $findings := list -}}
{{- $why := "" -}}
{{- $unproven := list -}}
{{- range include "elsa.credentials.images" . | fromJsonArray }}
{{- if eq .verdict "public" }}
{{- $findings = append $findings (printf "public-credentials-%s" .version) | uniq }}
{{- $why = $why | default (printf "Elsa %s lets anyone sign in as an administrator (%s)" .version .name) }}
{{- else if eq .verdict "unproven" }}
{{- $unproven = append $unproven . }}
{{- end }}
{{- end }}
{{- if and (not $why) $unproven }}
{{- $why = printf "%s may let anyone sign in as an administrator" (first $unproven).name }}
{{- end }}
{{- $opened := list }}
{{- if $why }}
{{- range splitList "\n" (include "elsa.exposing.opened" .) }}
{{- with trim . }}
{{- $opened = append $opened . }}
{{ . }}, and {{ $why }}. Remove it, or use an image of Elsa 3.9.0.
{{- end }}
{{- end }}
{{- end }}
{{- if and $exposure.allowedSources (not (include "elsa.edge.limitsSources" .)) }}
exposure.allowedSources: exposure {{ $exposure.kind }} cannot identify clients by address. Use ingress-nginx, Traefik, an ALB or Envoy Gateway, or leave it empty.
{{- end }}
{{- if or $isExposed $opened }}
{{- range $unproven }}
{{- if and (eq .where "elsaServer.image") (not $.Values.host.elsaVersion) }}
host.elsaVersion: the Elsa version in {{ .name }} is not known, and versions before 3.8 let anyone sign in as an administrator. Set it, for example to 3.9.0, or set exposure.kind to none.
{{- else }}
{{ .where }}: the Elsa version in {{ .name }} is not known, and versions before 3.8 let anyone sign in as an administrator. Use an image tag with the full version, such as 3.9.0, or set exposure.kind to none.
{{- end }}
{{- end }}
{{- end }}
{{- $isAcknowledged := false }}
{{- range $exposure.acknowledge }}
{{- if and $isExposed (has . $findings) }}
{{- $isAcknowledged = true }}
{{- else }}
exposure.acknowledge: there is no risk called {{ . }} here. Remove it. Later risks must be acknowledged separately.
{{- end }}
{{- end }}
{{- if $isExposed }}
{{- range $findings }}
{{- if not (has . $exposure.acknowledge) }}
exposure.acknowledge: {{ $why }} and run code on the server. Use an image of Elsa 3.9.0, or set exposure.kind to none. To expose it anyway, set exposure.acknowledge to [{{ join ", " $findings }}] and list the networks that can reach it in exposure.allowedSources.
{{- end }}
{{- end }}
{{- end }}
{{- if $isAcknowledged }}
{{- include "elsa.validate.credentials.limits" . }}
{{- end }}
{{- end -}}

{{/* Who exposes it knowingly exposes it to few. */}}
{{- define "elsa.validate.credentials.limits" -}}
{{- $exposure := .Values.exposure -}}
{{- $facts := .Files.Get "files/public-credentials.json" | fromJson -}}
{{- $why := "anyone who can reach the server can take it over" -}}
{{- if not (include "elsa.edge.limitsSources" .) }}
exposure.kind: {{ $why }}, and exposure {{ $exposure.kind }} cannot identify clients by address. Use ingress-nginx, Traefik, an ALB or Envoy Gateway, or set it to none.
{{- end }}
{{- if not $exposure.allowedSources }}
exposure.allowedSources: {{ $why }}. Name the networks that can reach it, such as 10.20.0.0/16.
{{- end }}
{{- include "elsa.validate.credentials.networks" (dict "path" "exposure.allowedSources" "why" $why "facts" $facts.networks "networks" $exposure.allowedSources) }}
{{- include "elsa.validate.credentials.networks" (dict "path" "networkPolicy.controllerCidrs" "why" $why "facts" $facts.networks "networks" .Values.networkPolicy.controllerCidrs) }}
{{- with .Values.ingress.className }}
{{- with get $facts.ingressClasses $exposure.kind }}
{{- if not (regexMatch . $.Values.ingress.className) }}
ingress.className: {{ $why }}, and it is not clear that {{ $.Values.ingress.className }} belongs to the controller for exposure {{ $exposure.kind }}, which enforces the limit. Leave it empty.
{{- end }}
{{- end }}
{{- end }}
{{- if not .Values.networkPolicy.enabled }}
networkPolicy.enabled: {{ $why }}, and without network policies every pod in the cluster can. Set it to true.
{{- end }}
{{- if and (eq $exposure.kind "alb") .Values.ingress.alb.groupName }}
ingress.alb.groupName: {{ $why }}, and other members of the group share the load balancer and its rules. Leave it empty.
{{- end }}
{{- end -}}

{{/* Networks that cover practically everyone, alone or together. dict: path, why, facts, networks */}}
{{- define "elsa.validate.credentials.networks" -}}
{{- $sums := dict "4" 0 "6" 0 -}}
{{- range .networks }}
{{- $network := lower . }}
{{- $isIpv6 := contains ":" . }}
{{- $length := splitList "/" . | last | int }}
{{- $shortest := ternary $.facts.shortestIpv6 $.facts.shortestIpv4 $isIpv6 | int }}
{{- $isOfIpv4 := and $isIpv6 (or (not (regexMatch $.facts.ipv6 $network)) (regexMatch $.facts.ipv6OfIpv4 $network)) }}
{{- if or (lt $length $shortest) $isOfIpv4 }}
{{ $.path }}: {{ $.why }}, and {{ . }} covers practically everyone. List only the networks of the people who use it.
{{- else }}
{{- $weight := 1 }}
{{- range until (max 0 (sub (add $shortest 24) $length) | int) }}
{{- $weight = mul $weight 2 }}
{{- end }}
{{- $family := ternary "6" "4" $isIpv6 }}
{{- $_ := set $sums $family (add (get $sums $family) $weight) }}
{{- end }}
{{- end }}
{{- $most := mul (int .facts.most) 16777216 }}
{{- if or (gt (get $sums "4" | int) $most) (gt (get $sums "6" | int) $most) }}
{{ .path }}: {{ .why }}, and together these networks cover practically everyone. List only the networks of the people who use it.
{{- end }}
{{- end -}}
