{{/*
Images of Elsa with credentials that everybody can read (any user name with the
password "password", an API key of zeros): whoever reaches such a server runs
code in it. The generator's table of host profiles says the same.
*/}}

{{/*
What is known of the server's image: JSON {verdict, version}. The verdict is
"public", "none", "unproven" (an image of Elsa's whose version nothing tells) or
"unknown" (an image of your own). Takes `$`.
*/}}
{{- define "elsa.credentials" -}}
{{- $image := .Values.elsaServer.image -}}
{{- $parts := splitList "/" $image.repository -}}
{{- $name := last $parts -}}
{{- $organisation := initial $parts | last | default "" -}}
{{- $profile := .Values.host.profile -}}
{{- $isReference := regexMatch "^elsa-server(-and-studio)?-v3(-[0-9].*)?$" $name -}}
{{- $isNamed := or $isReference (regexMatch "^elsa-server(-app|-studio-blazor-wasm-app|-studio-blazor-server-app)$" $name) (and (eq $name "elsa-server") (eq $organisation "elsaworkflows")) -}}
{{- if or $isReference (and (eq $profile "legacy-v3-5") (not $isNamed)) -}}
{{- $minor := regexReplaceAll "^.*-v3(-([0-9]+))?.*$" $name "${2}" -}}
{{- if not (regexMatch "^[0-9]+$" $minor) -}}{{- $minor = "5" -}}{{- end -}}
{{- dict "verdict" (ternary "public" "unproven" (lt (int $minor) 8)) "version" (printf "3.%s" $minor) | toJson -}}
{{- else if or $isNamed (has $profile (list "official" "legacy-v3-5")) -}}
{{- $pattern := "^v?[0-9]{1,3}[.][0-9]{1,3}([.]([0-9]{1,4}|x))?([-+].+)?$" -}}
{{- $tag := ternary ($image.tag | default "" | toString) "" (regexMatch $pattern ($image.tag | default "" | toString)) -}}
{{- $stated := .Values.host.elsaVersion | default "" -}}
{{- $version := ternary ($tag | default $stated) ($stated | default $tag) $isNamed -}}
{{- include "elsa.credentials.ofVersion" $version -}}
{{- else -}}
{{- dict "verdict" "unknown" "version" "" | toJson -}}
{{- end -}}
{{- end -}}

{{/* Verdict on a version of Elsa: JSON. Takes the version, such as 3.6.1-sha-abc or 3.8.0-rc2; may be empty. */}}
{{- define "elsa.credentials.ofVersion" -}}
{{- $version := trimPrefix "v" . -}}
{{- $numbers := regexFind "^[0-9.x]+" $version | splitList "." -}}
{{- $candidate := regexFind "(?i)^[0-9.x]+[-+](rc|alpha|beta|preview|pre|dev|ci).*$" $version -}}
{{- if or (ne (first $numbers) "3") (lt (len $numbers) 2) -}}
{{- dict "verdict" "unproven" "version" "" | toJson -}}
{{- else -}}
{{- $minor := int (index $numbers 1) -}}
{{- $patch := 0 -}}
{{- if and (gt (len $numbers) 2) (regexMatch "^[0-9]+$" (index $numbers 2)) -}}{{- $patch = int (index $numbers 2) -}}{{- end -}}
{{- $verdict := "none" -}}
{{- if lt $minor 8 -}}
{{- $verdict = "public" -}}
{{- else if and $candidate (eq $minor 8) (eq $patch 0) -}}
{{- $number := regexReplaceAll "(?i)^[0-9.x]+[-+]rc[.]?([0-9]+).*$" $candidate "${1}" -}}
{{- if or (not (regexMatch "^[0-9]+$" $number)) (lt (int $number) 2) -}}{{- $verdict = "unproven" -}}{{- end -}}
{{- end -}}
{{- dict "verdict" $verdict "version" (printf "3.%d" $minor) | toJson -}}
{{- end -}}
{{- end -}}

{{/* "true" where the controller admits requests by the client's address. Takes `$`. */}}
{{- define "elsa.edge.limitsSources" -}}
{{- $exposure := .Values.exposure -}}
{{- if or (has $exposure.kind (list "ingress-nginx" "ingress-traefik" "traefik" "alb")) (and (eq $exposure.kind "gateway") (eq $exposure.gateway.implementation "envoy-gateway")) -}}true{{- end -}}
{{- end -}}
