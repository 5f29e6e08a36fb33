{{/* Pod that mounts the dumps' claim once. dict: root, name, component, version, image, user */}}
{{- define "elsa.data.backupClaimPod" -}}
metadata:
  labels:
    {{- include "elsa.labels" (merge (dict "labels" (include "elsa.outOfMeshLabels" .root | fromYaml)) .) | nindent 4 }}
  annotations:
    {{- include "elsa.quotedMap" (merge (include "elsa.ownerAnnotations" .root | fromYaml) (include "elsa.outOfMeshAnnotations" .root | fromYaml)) | nindent 4 }}
spec:
  restartPolicy: Never
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: 5
  securityContext:
    {{- include "elsa.podSecurityContext" (dict "user" .user) | nindent 4 }}
  {{- with trim (include "elsa.imagePullSecrets" .root) }}
  {{- . | nindent 2 }}
  {{- end }}
  containers:
    - name: mount
      image: {{ include "elsa.image" (dict "root" .root "image" .image "path" "backup.image") | quote }}
      imagePullPolicy: {{ include "elsa.imagePullPolicy" (dict "root" .root "image" .image) }}
      command:
        - /bin/bash
        - -c
        - test -w /backup
      resources:
        requests: { cpu: 10m, memory: 16Mi, ephemeral-storage: 8Mi }
        limits: { cpu: 100m, memory: 64Mi, ephemeral-storage: 32Mi }
      securityContext:
        {{- include "elsa.containerSecurityContext" dict | nindent 8 }}
      volumeMounts:
        - name: backup
          mountPath: /backup
  volumes:
    - name: backup
      persistentVolumeClaim:
        claimName: {{ include "elsa.data.backupClaim" .root | quote }}
{{- end -}}
