{{/* Containers and volumes of the pod. */}}
{{- define "elsa.data.postgresqlPod" -}}
{{- $settings := .settings -}}
containers:
  - name: postgresql
    image: {{ include "elsa.image" (dict "root" .root "image" $settings.image "path" "postgresql.image") | quote }}
    imagePullPolicy: {{ include "elsa.imagePullPolicy" (dict "root" .root "image" $settings.image) }}
    args:
      - postgres
      - -c
      - max_connections={{ .root.Values.database.maxConnections }}
      - -c
      - password_encryption=scram-sha-256
      {{- range $key := keys $settings.parameters | sortAlpha }}
      - -c
      - {{ printf "%s=%s" $key (index $settings.parameters $key | toString) | quote }}
      {{- end }}
    env:
      - name: POSTGRES_DB
        value: {{ .root.Values.database.name | quote }}
      - name: POSTGRES_USER
        value: {{ .root.Values.database.username | quote }}
      - name: POSTGRES_PASSWORD
        valueFrom:
          secretKeyRef:
            name: {{ include "elsa.secret.database" .root | trim | quote }}
            key: password
      - name: POSTGRES_INITDB_ARGS
        value: {{ join " " .initArguments | quote }}
      - name: PGDATA
        value: {{ ternary (printf "/var/lib/postgresql/%d/docker" (int $settings.majorVersion)) "/var/lib/postgresql/data/pgdata" .isNewLayout | quote }}
    ports:
      - name: postgresql
        containerPort: 5432
        protocol: TCP
    startupProbe:
      exec:
        command: {{ toJson .probe }}
      periodSeconds: 5
      timeoutSeconds: 5
      # Half an hour: recovery after a crash must not be cut short.
      failureThreshold: 360
    livenessProbe:
      exec:
        command: {{ toJson .probe }}
      periodSeconds: 15
      timeoutSeconds: 5
      failureThreshold: 6
    readinessProbe:
      exec:
        command: {{ toJson .probe }}
      periodSeconds: 5
      timeoutSeconds: 5
      failureThreshold: 3
    resources:
      {{- toYaml $settings.resources | nindent 6 }}
    securityContext:
      {{- include "elsa.containerSecurityContext" (dict) | nindent 6 }}
    volumeMounts:
      - name: data
        mountPath: {{ ternary "/var/lib/postgresql" "/var/lib/postgresql/data" .isNewLayout | quote }}
      - name: run
        mountPath: /var/run/postgresql
      - name: tmp
        mountPath: /tmp
      - name: shared-memory
        mountPath: /dev/shm
volumes:
  - name: run
    emptyDir:
      sizeLimit: 16Mi
  - name: tmp
    emptyDir:
      sizeLimit: 1Gi
  - name: shared-memory
    emptyDir:
      medium: Memory
      sizeLimit: {{ $settings.sharedMemory | quote }}
{{- end -}}
