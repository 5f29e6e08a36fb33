{{/* Rules of secrets and extra objects; collected by templates/_validate.tpl. */}}

{{- define "elsa.validate.secrets" -}}
{{- $secrets := .Values.secrets -}}
{{- $keys := include "elsa.secret.allKeys" . | fromJson -}}
{{- if eq $secrets.provider "externalSecrets" }}
{{- range $component, $wanted := $keys }}
{{- $settings := index $secrets.externalSecrets.components $component }}
{{- if and $wanted (not $settings.generate) (not $settings.storeName) (not $secrets.externalSecrets.store.name) }}
secrets.externalSecrets.store.name: empty, and {{ $component }} names no store of its own. Name a store.
{{- end }}
{{- range $key, $_ := $settings.properties }}
{{- if not (has $key $wanted) }}
secrets.externalSecrets.components.{{ $component }}.properties: nothing reads the key {{ $key }}. Remove it; read are: {{ join ", " $wanted | default "none" }}.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- if eq $secrets.provider "sealedSecrets" }}
{{- range $component, $wanted := $keys }}
{{- $given := index $secrets.sealedSecrets.components $component }}
{{- range $wanted }}
{{- if not (hasKey $given .) }}
secrets.sealedSecrets.components.{{ $component }}: the key {{ . }} is missing and a pod needs it. Seal it with kubeseal --raw for the Secret {{ include "elsa.secret.name" (dict "root" $ "component" $component) }}.
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end -}}

{{- define "elsa.validate.extra" -}}
{{- range $index, $object := .Values.extraObjects }}
{{- $where := printf "extraObjects[%d] (%s %s)" $index $object.kind $object.metadata.name }}
{{- with $object.metadata.namespace }}
{{- if ne . $.Release.Namespace }}
{{ $where }}: its namespace is {{ . }}, but an environment owns {{ $.Release.Namespace }} only. Remove the namespace.
{{- end }}
{{- end }}
{{- if and (eq $object.kind "Secret") (or $object.data $object.stringData) }}
{{ $where }}: a Secret with data does not belong in Git. Use secrets.provider, an ExternalSecret or a SealedSecret.
{{- end }}
{{- if has $object.kind (list "Namespace" "ClusterRole" "ClusterRoleBinding" "CustomResourceDefinition" "PersistentVolume" "StorageClass" "ClusterIssuer" "ClusterSecretStore" "GatewayClass" "IngressClass" "ValidatingWebhookConfiguration" "MutatingWebhookConfiguration" "PriorityClass" "RuntimeClass" "Node") }}
{{ $where }}: cluster-wide objects belong to the platform. Leave it out.
{{- end }}
{{- end }}
{{- end -}}
