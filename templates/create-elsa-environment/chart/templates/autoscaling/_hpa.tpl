{{/*
Resource metrics of an autoscaler in the order that the controller keeps them
(cpu, then memory); another order shows as a difference in GitOps for ever.
Takes the workload's autoscaling values.
*/}}
{{- define "elsa.hpa.resourceMetrics" -}}
{{- range $name, $target := dict "cpu" (int .targetCPUUtilizationPercentage) "memory" (int .targetMemoryUtilizationPercentage) }}
{{- if $target }}
- type: Resource
  resource:
    name: {{ $name }}
    target:
      type: Utilization
      averageUtilization: {{ $target }}
{{- end }}
{{- end }}
{{- end -}}

{{/* Most pods that a workload runs without autoscaling or the fewest with it. Takes the workload's values. */}}
{{- define "elsa.minimumReplicas" -}}
{{- ternary .autoscaling.minReplicas .replicaCount .autoscaling.enabled -}}
{{- end -}}

{{/* A disruption budget. dict: root, name, component, objectName, version */}}
{{- define "elsa.podDisruptionBudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  {{- include "elsa.metadata" (merge (dict "wave" -3) .) | nindent 2 }}
spec:
  maxUnavailable: {{ .root.Values.podDisruptionBudget.maxUnavailable }}
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "elsa.selectorLabels" . | nindent 6 }}
{{- end -}}

{{/* A recommending VerticalPodAutoscaler. dict: root, name, component, objectName, container, settings */}}
{{- define "elsa.verticalPodAutoscaler" -}}
apiVersion: autoscaling.k8s.io/v1
kind: VerticalPodAutoscaler
metadata:
  {{- include "elsa.metadata" (merge (dict "wave" 3) .) | nindent 2 }}
spec:
  targetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ .objectName | quote }}
  updatePolicy:
    # Recommends only. Two autoscalers on one workload would fight.
    updateMode: "Off"
  resourcePolicy:
    containerPolicies:
      - containerName: {{ .container }}
        minAllowed:
          {{- toYaml .settings.minAllowed | nindent 10 }}
        maxAllowed:
          {{- toYaml .settings.maxAllowed | nindent 10 }}
{{- end -}}
