{{/*
Images of Elsa with credentials that everybody can read (any user name with the
password "password", an API key of zeros): whoever reaches such a server runs
code in it. What is known of them, and what may stand beside them, is in
files/public-credentials.json, as the generator has it.
*/}}

{{/* Versions of Elsa that a tag tells: JSON list of {major, minor, patch, candidate}; minor is -1 where there is none. Takes the tag. */}}
{{- define "elsa.credentials.versions" -}}
{{- $tag := . -}}
{{- $candidate := regexFind "(?i)(^|[^a-z])(rc|alpha|beta|preview|pre|dev|ci|nightly|snapshot|build|main|master|test|canary|next).*$" $tag | regexFind "(?i)(rc|alpha|beta|preview|pre|dev|ci|nightly|snapshot|build|main|master|test|canary|next).*$" -}}
{{- $leading := regexFind "^[vV]?[0-9]+([.]([0-9]+|x))*" $tag | trimPrefix "v" | trimPrefix "V" -}}
{{- $versions := list -}}
{{- range $index, $text := regexFindAll "[0-9]+([.]([0-9]+|x))*" $tag -1 -}}
{{- $numbers := splitList "." $text -}}
{{- $major := first $numbers -}}
{{- $isLeading := and (eq $index 0) (eq $text $leading) (le (len $major) 3) -}}
{{- if and (gt (len $numbers) 1) (or (eq $major "3") $isLeading) -}}
{{- $rest := list -}}
{{- range rest $numbers -}}
{{- $rest = append $rest (ternary -1 (regexReplaceAll "^0+([0-9])" . "${1}" | int) (eq . "x")) -}}
{{- end -}}
{{- $patch := 0 -}}
{{- if gt (len $rest) 1 -}}{{- $patch = max 0 (index $rest 1) -}}{{- end -}}
{{- $versions = append $versions (dict "major" (int $major) "minor" (first $rest) "patch" $patch "candidate" $candidate) -}}
{{- end -}}
{{- end -}}
{{- if and (not $versions) (regexMatch "(?i)(^|[-_+])v?3($|[-_+])" $tag) -}}
{{- $versions = list (dict "major" 3 "minor" -1 "patch" 0 "candidate" "") -}}
{{- end -}}
{{- $versions | toJson -}}
{{- end -}}

{{/* Verdict on a version: JSON {verdict, version, minor}. dict: version, line */}}
{{- define "elsa.credentials.ofVersion" -}}
{{- $minor := int .version.minor -}}
{{- $first := int .line.firstMinorWithout -}}
{{- $verdict := "none" -}}
{{- if or (ne (int .version.major) 3) (lt $minor 0) -}}
{{- $verdict = "unproven" -}}
{{- else if lt $minor $first -}}
{{- $verdict = "public" -}}
{{- else if and .version.candidate (eq $minor $first) (eq (int .version.patch) 0) -}}
{{- $number := regexFind "(?i)^rc[.]?[0-9]+" .version.candidate | regexFind "[0-9]+$" -}}
{{- if or (not $number) (lt (int $number) (int .line.firstCandidateWithout)) -}}{{- $verdict = "unproven" -}}{{- end -}}
{{- end -}}
{{- dict "verdict" $verdict "version" (printf "3.%d" $minor) "minor" $minor | toJson -}}
{{- end -}}

{{/* The worst verdict on several versions: JSON {verdict, version}. dict: versions, line */}}
{{- define "elsa.credentials.worst" -}}
{{- $worst := dict -}}
{{- $isProven := not (empty .versions) -}}
{{- range .versions -}}
{{- $found := include "elsa.credentials.ofVersion" (dict "version" . "line" $.line) | fromJson -}}
{{- if ne $found.verdict "none" -}}{{- $isProven = false -}}{{- end -}}
{{- if and (eq $found.verdict "public") (or (not $worst) (lt (int $found.minor) (int $worst.minor))) -}}{{- $worst = $found -}}{{- end -}}
{{- end -}}
{{- if $worst -}}
{{- dict "verdict" "public" "version" $worst.version | toJson -}}
{{- else -}}
{{- dict "verdict" (ternary "none" "unproven" $isProven) "version" "" | toJson -}}
{{- end -}}
{{- end -}}

{{/*
What is known of an image: JSON {verdict, version}. The verdict is "public",
"none", "unproven" (an image of Elsa's whose version nothing tells) or "unknown"
(an image of your own). dict: facts, repository, tag, stated (Elsa's version, may
be empty), official (line of images that it is said to be of, may be empty)
*/}}
{{- define "elsa.credentials.ofImage" -}}
{{- $parts := splitList "/" .repository -}}
{{- $name := last $parts -}}
{{- $organisation := initial $parts | last | default "" -}}
{{- $line := dict -}}
{{- range .facts.lines -}}
{{- $isOurs := and .organisation (eq .organisation $organisation) (regexMatch .organisationImageName $name) -}}
{{- if and (not $line) (or (regexMatch .imageName $name) $isOurs) -}}{{- $line = . -}}{{- end -}}
{{- end -}}
{{- $known := $line | default .official -}}
{{- $stated := include "elsa.credentials.versions" .stated | fromJsonArray -}}
{{- if not $known -}}
{{- $own := include "elsa.credentials.worst" (dict "versions" $stated "line" (last .facts.lines)) | fromJson -}}
{{- ternary $own (dict "verdict" "unknown" "version" "") (eq $own.verdict "public") | toJson -}}
{{- else if $known.versionInName -}}
{{- $minor := regexReplaceAll $known.versionInName (regexFind $known.versionInName $name) "${1}" | default "5" -}}
{{- $versions := list (dict "major" 3 "minor" (int $minor) "patch" 0 "candidate" "") -}}
{{- include "elsa.credentials.worst" (dict "versions" $versions "line" $known) -}}
{{- else -}}
{{- $versions := list -}}
{{- range include "elsa.credentials.versions" .tag | fromJsonArray -}}
{{- if or $line (not $stated) (eq (int .major) 3) -}}{{- $versions = append $versions . -}}{{- end -}}
{{- end -}}
{{- include "elsa.credentials.worst" (dict "versions" (concat $versions $stated) "line" $known) -}}
{{- end -}}
{{- end -}}

{{/* Images anywhere in a value, one a line, whatever the field is called. Takes the value. */}}
{{- define "elsa.credentials.imagesIn" -}}
{{- if kindIs "slice" . -}}
{{- range . -}}{{- include "elsa.credentials.imagesIn" . -}}{{- end -}}
{{- else if kindIs "map" . -}}
{{- range $key, $field := . -}}
{{- if and (regexMatch "(?i)image" $key) (kindIs "string" $field) -}}
{{- printf "%s\n" $field -}}
{{- else if and (regexMatch "(?i)image" $key) (kindIs "map" $field) (kindIs "string" (get $field "repository")) (hasKey $field "repository") -}}
{{- printf "%s%s\n" $field.repository (ternary (printf ":%v" $field.tag) "" (not (empty $field.tag))) -}}
{{- else -}}
{{- include "elsa.credentials.imagesIn" $field -}}
{{- end -}}
{{- end -}}
{{- end -}}
{{- end -}}

{{/* Every image that this release runs beside its data services: JSON list of {where, name, verdict, version}. Takes `$`. */}}
{{- define "elsa.credentials.images" -}}
{{- $facts := .Files.Get "files/public-credentials.json" | fromJson -}}
{{- $official := dict "legacy-v3-5" (first $facts.lines) "official" (last $facts.lines) -}}
{{- $images := list (dict "where" "elsaServer.image" "repository" .Values.elsaServer.image.repository "tag" .Values.elsaServer.image.tag "stated" .Values.host.elsaVersion "official" (get $official .Values.host.profile | default dict)) -}}
{{- if .Values.elsaStudio.enabled -}}
{{- $images = append $images (dict "where" "elsaStudio.image" "repository" .Values.elsaStudio.image.repository "tag" .Values.elsaStudio.image.tag) -}}
{{- end -}}
{{- $places := dict -}}
{{- range $part := list "elsaServer" "elsaStudio" -}}
{{- range $field := list "extraContainers" "extraInitContainers" -}}
{{- $_ := set $places (printf "%s.%s" $part $field) (get (get $.Values $part) $field) -}}
{{- end -}}
{{- end -}}
{{- range $index, $object := .Values.extraObjects -}}
{{- $_ := set $places (printf "extraObjects[%d]" $index) $object -}}
{{- end -}}
{{- range $where, $value := $places -}}
{{- range splitList "\n" (include "elsa.credentials.imagesIn" $value) | uniq | compact -}}
{{- $named := regexReplaceAll "@.*$" . "" -}}
{{- $tag := regexFind ":[^/:]*$" $named -}}
{{- $images = append $images (dict "where" $where "repository" (trimSuffix $tag $named) "tag" (trimPrefix ":" $tag)) -}}
{{- end -}}
{{- end -}}
{{- $judged := list -}}
{{- range $images -}}
{{- $tag := .tag | default "" | toString -}}
{{- $found := include "elsa.credentials.ofImage" (dict "facts" $facts "repository" .repository "tag" $tag "stated" (.stated | default "") "official" (.official | default dict)) | fromJson -}}
{{- $judged = append $judged (merge $found (dict "where" .where "name" (ternary (printf "%s:%s" .repository $tag) .repository (ne $tag "")))) -}}
{{- end -}}
{{- $judged | toJson -}}
{{- end -}}

{{/* "true" where the controller admits requests by the client's address. Takes `$`. */}}
{{- define "elsa.edge.limitsSources" -}}
{{- $exposure := .Values.exposure -}}
{{- if or (has $exposure.kind (list "ingress-nginx" "ingress-traefik" "traefik" "alb")) (and (eq $exposure.kind "gateway") (eq $exposure.gateway.implementation "envoy-gateway")) -}}true{{- end -}}
{{- end -}}
