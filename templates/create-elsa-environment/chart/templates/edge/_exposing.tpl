{{/* What brings requests to a server beside the routes of this chart. The generator judges the same. */}}

{{/* "true" where a controller could read a label or an annotation as a request to expose the server. dict: facts, owners (host names of the environment), key */}}
{{- define "elsa.exposing.key" -}}
{{- if not (contains "/" .key) -}}
{{- if regexMatch "(?i)^expose" .key -}}true{{- end -}}
{{- else -}}
{{- $prefix := splitList "/" .key | first -}}
{{- $isHarmless := or (has $prefix .facts.harmlessKeys) (has .key .facts.harmlessKeys) -}}
{{- range .owners -}}
{{- if and (contains "." $prefix) (hasSuffix (printf ".%s" $prefix) .) -}}{{- $isHarmless = true -}}{{- end -}}
{{- end -}}
{{- if not $isHarmless -}}true{{- end -}}
{{- end -}}
{{- end -}}

{{/* Host names whose domains are the people's own: JSON list. Takes `$`. */}}
{{- define "elsa.exposing.owners" -}}
{{- $owners := list -}}
{{- if ne .Values.exposure.kind "none" -}}
{{- $owners = list .Values.exposure.hosts.server -}}
{{- if .Values.elsaStudio.enabled -}}{{- $owners = append $owners .Values.exposure.hosts.studio -}}{{- end -}}
{{- end -}}
{{- $owners | toJson -}}
{{- end -}}

{{/* The first label or annotation of some metadata that may expose. dict: facts, owners, metadata */}}
{{- define "elsa.exposing.ofMetadata" -}}
{{- $found := "" -}}
{{- range $what := list "label" "annotation" -}}
{{- range $key, $_ := get $.metadata (printf "%ss" $what) | default dict -}}
{{- if and (not $found) (include "elsa.exposing.key" (dict "facts" $.facts "owners" $.owners "key" $key)) -}}
{{- $found = printf "the %s %q" $what $key -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- $found -}}
{{- end -}}

{{/* Checks of extra objects: each the end of "Ingress mine ...", or nothing. dict: root, facts, owners, object, spec */}}
{{- define "elsa.exposing.namesNoServer" -}}
{{- with regexFind (printf "(^|[^a-z0-9-])%s-(server|studio)($|[^a-z0-9-])" (include "elsa.environment" .root)) (toJson .object) -}}
names the Service {{ regexFind "[a-z0-9-]+" . }}
{{- end -}}
{{- end -}}

{{- define "elsa.exposing.isInternalService" -}}
{{- $isInternal := and (has (.spec.type | default "ClusterIP") (list "ClusterIP")) (not (regexMatch "\"nodePort\":" (toJson .spec))) -}}
{{- range $field, $_ := .spec -}}
{{- if not (has $field $.facts.internalServiceFields) -}}{{- $isInternal = false -}}{{- end -}}
{{- end -}}
{{- if not $isInternal -}}is not a Service of type ClusterIP alone{{- end -}}
{{- end -}}

{{- define "elsa.exposing.onlyNarrows" -}}
{{- if .spec.ingress -}}lets requests bypass the network policies{{- end -}}
{{- end -}}

{{- define "elsa.exposing.isOrdinaryPod" -}}
{{- $pod := .object -}}
{{- if eq .object.kind "CronJob" -}}
{{- $pod = dig "jobTemplate" "spec" "template" dict .spec -}}
{{- else if ne .object.kind "Pod" -}}
{{- $pod = .spec.template | default dict -}}
{{- end -}}
{{- $metadata := $pod.metadata | default dict -}}
{{- $name := include "elsa.environment" .root -}}
{{- $key := include "elsa.exposing.ofMetadata" (dict "facts" .facts "owners" .owners "metadata" $metadata) -}}
{{- if regexMatch "\"hostNetwork\":[^fn]|\"hostPort\":[^0n]" (toJson $pod) -}}
listens on its node (hostNetwork or hostPort)
{{- else if eq (get ($metadata.labels | default dict) "app.kubernetes.io/instance" | toString) $name -}}
has pods with the label app.kubernetes.io/instance: {{ $name }}, which network policies allow
{{- else if $key -}}
has pods with {{ $key }}
{{- else if not .root.Values.networkPolicy.enabled -}}
has pods that can reach the server, because there are no network policies
{{- end -}}
{{- end -}}

{{- define "elsa.exposing.bindsFew" -}}
{{- $isForAll := false -}}
{{- range .object.subjects -}}
{{- if regexMatch $.facts.everybody (.name | toString) -}}{{- $isForAll = true -}}{{- end -}}
{{- end -}}
{{- if $isForAll -}}grants rights to everyone{{- end -}}
{{- end -}}

{{- define "elsa.exposing.makesSecretsOnly" -}}
{{- if dig "target" "manifest" "" .spec -}}creates objects other than a Secret{{- end -}}
{{- end -}}

{{/* Why an extra object is not allowed beside a server with publicly known credentials, or nothing. dict: root, facts, owners, object */}}
{{- define "elsa.exposing.object" -}}
{{- $group := ternary (regexReplaceAll "/.*$" .object.apiVersion "/") "" (contains "/" .object.apiVersion) -}}
{{- $kind := printf "%s%s" $group .object.kind -}}
{{- $key := include "elsa.exposing.ofMetadata" (dict "facts" .facts "owners" .owners "metadata" .object.metadata) -}}
{{- if not (hasKey .facts.extraKinds $kind) -}}
is of a kind that can route requests to the server
{{- else if $key -}}
has {{ $key }}
{{- else -}}
{{- $problem := "" -}}
{{- range index .facts.extraKinds $kind -}}
{{- if not $problem -}}
{{- $problem = include (printf "elsa.exposing.%s" .) (dict "root" $.root "facts" $.facts "owners" $.owners "object" $.object "spec" ($.object.spec | default dict)) -}}
{{- end -}}
{{- end -}}
{{- $problem -}}
{{- end -}}
{{- end -}}

{{/* What opens the server beside the routes of this chart, one line each: "where: what it does". Takes `$`. */}}
{{- define "elsa.exposing.opened" -}}
{{- $facts := .Files.Get "files/public-credentials.json" | fromJson -}}
{{- $owners := include "elsa.exposing.owners" . | fromJsonArray -}}
{{- $entries := dict "exposure.annotations" .Values.exposure.annotations "exposure.gateway.annotations" .Values.exposure.gateway.annotations "ingress.annotations" .Values.ingress.annotations "global.annotations" .Values.global.annotations "global.labels" .Values.global.labels -}}
{{- range $part := list "elsaServer" "elsaStudio" }}
{{- $settings := get $.Values $part }}
{{- range $field := list "labels" "annotations" "podLabels" "podAnnotations" }}
{{- $_ := set $entries (printf "%s.%s" $part $field) (get $settings $field) }}
{{- end }}
{{- range $field := list "labels" "annotations" }}
{{- $_ := set $entries (printf "%s.service.%s" $part $field) (get $settings.service $field) }}
{{- end }}
{{- if ne $settings.service.type "ClusterIP" }}
{{ $part }}.service.type: a {{ $settings.service.type }} is reachable from outside
{{- end }}
{{- if regexMatch "\"hostPort\":[^0n]" (toJson (list $settings.extraContainers $settings.extraInitContainers)) }}
{{ $part }}.extraContainers: one listens on its node (hostPort)
{{- end }}
{{- end }}
{{- range $field := list "extraServerIngress" "extraStudioIngress" }}
{{- if get $.Values.networkPolicy $field }}
networkPolicy.{{ $field }}: it lets requests bypass the other policies
{{- end }}
{{- end }}
{{- range $path, $keys := $entries }}
{{- range $key, $_ := $keys }}
{{- if include "elsa.exposing.key" (dict "facts" $facts "owners" $owners "key" $key) }}
{{ $path }}: a controller could read {{ $key }} as a request to expose the server or lift its limits
{{- end }}
{{- end }}
{{- end }}
{{- range $index, $object := .Values.extraObjects }}
{{- with include "elsa.exposing.object" (dict "root" $ "facts" $facts "owners" $owners "object" $object) }}
extraObjects[{{ $index }}]: {{ $object.kind }} {{ $object.metadata.name }} {{ . }}
{{- end }}
{{- end }}
{{- end -}}
