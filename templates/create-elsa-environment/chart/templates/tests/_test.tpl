{{/* "true" when there are test pods. Istio lets only its gateway call, so a test pod could prove nothing there. Takes `$`. */}}
{{- define "elsa.test.enabled" -}}
{{- if and .Values.tests.enabled (ne .Values.mesh.kind "istio") -}}true{{- end -}}
{{- end -}}

{{/* A pod of `helm test` that asks an address until it answers. dict: root, suffix, url, expect (HTTP status) */}}
{{- define "elsa.test.pod" -}}
apiVersion: v1
kind: Pod
metadata:
  {{- $labels := include "elsa.outOfMeshLabels" .root | fromYaml }}
  {{- $annotations := mergeOverwrite (dict "helm.sh/hook" "test" "helm.sh/hook-delete-policy" "before-hook-creation,hook-succeeded") (include "elsa.outOfMeshAnnotations" .root | fromYaml) }}
  {{- include "elsa.metadata" (dict "root" .root "objectName" (include "elsa.name" (dict "root" .root "suffix" .suffix)) "name" "elsa-test" "component" "test" "labels" $labels "annotations" $annotations) | nindent 2 }}
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  enableServiceLinks: false
  {{- with trim (include "elsa.imagePullSecrets" .root) }}
  {{- . | nindent 2 }}
  {{- end }}
  securityContext:
    {{- include "elsa.podSecurityContext" (dict "user" 65534) | nindent 4 }}
  containers:
    - name: curl
      image: {{ include "elsa.image" (dict "root" .root "image" .root.Values.tests.image "path" "tests.image") | quote }}
      imagePullPolicy: {{ include "elsa.imagePullPolicy" (dict "root" .root "image" .root.Values.tests.image) }}
      command:
        - curl
      args:
        - --silent
        - --show-error
        - --fail
        - --output
        - /dev/null
        - --max-time
        - "10"
        - --retry
        - "12"
        - --retry-delay
        - "5"
        - --retry-all-errors
        - {{ .url | quote }}
      resources:
        requests: { cpu: 10m, memory: 16Mi, ephemeral-storage: 8Mi }
        limits: { cpu: 100m, memory: 64Mi, ephemeral-storage: 32Mi }
      securityContext:
        {{- include "elsa.containerSecurityContext" dict | nindent 8 }}
{{- end -}}
