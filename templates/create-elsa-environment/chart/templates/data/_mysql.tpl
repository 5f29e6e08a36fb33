{{/* Containers and volumes of the pod. */}}
{{- define "elsa.data.mysqlPod" -}}
{{- $settings := .Values.mysql -}}
{{- $secret := include "elsa.secret.database" . | trim -}}
containers:
  - name: mysql
    image: {{ include "elsa.image" (dict "root" . "image" $settings.image "path" "mysql.image") | quote }}
    imagePullPolicy: {{ include "elsa.imagePullPolicy" (dict "root" . "image" $settings.image) }}
    args:
      - mysqld
      # A directory of its own: the root of a volume may hold lost+found.
      - --datadir=/var/lib/mysql/data
      - --max-connections={{ .Values.database.maxConnections }}
      - --character-set-server=utf8mb4
      - --collation-server=utf8mb4_0900_ai_ci
      - --skip-name-resolve
      # One instance has nobody to send the log to.
      - --disable-log-bin
      {{- range $key := keys $settings.parameters | sortAlpha }}
      - {{ printf "--%s=%s" ($key | replace "_" "-") (index $settings.parameters $key | toString) | quote }}
      {{- end }}
    env:
      - name: MYSQL_DATABASE
        value: {{ .Values.database.name | quote }}
      - name: MYSQL_USER
        value: {{ .Values.database.username | quote }}
      - name: MYSQL_PASSWORD
        valueFrom:
          secretKeyRef:
            name: {{ $secret | quote }}
            key: password
      - name: MYSQL_ROOT_PASSWORD
        valueFrom:
          secretKeyRef:
            name: {{ $secret | quote }}
            key: admin-password
      - name: MYSQL_ROOT_HOST
        value: localhost
    ports:
      - name: mysql
        containerPort: 3306
        protocol: TCP
    startupProbe:
      exec:
        command: ["mysqladmin", "ping", "--host=127.0.0.1", "--silent"]
      periodSeconds: 5
      timeoutSeconds: 5
      # Half an hour: recovery after a crash must not be cut short.
      failureThreshold: 360
    livenessProbe:
      exec:
        command: ["mysqladmin", "ping", "--host=127.0.0.1", "--silent"]
      periodSeconds: 15
      timeoutSeconds: 5
      failureThreshold: 6
    readinessProbe:
      exec:
        # The password comes from the environment, so it shows in no process list.
        command:
          - /bin/bash
          - -c
          - MYSQL_PWD="$MYSQL_PASSWORD" exec mysql --host=127.0.0.1 --user="$MYSQL_USER" --execute='SELECT 1' "$MYSQL_DATABASE"
      periodSeconds: 10
      timeoutSeconds: 5
      failureThreshold: 3
    resources:
      {{- toYaml $settings.resources | nindent 6 }}
    securityContext:
      {{- include "elsa.containerSecurityContext" (dict) | nindent 6 }}
    volumeMounts:
      - name: data
        mountPath: /var/lib/mysql
      - name: run
        mountPath: /var/run/mysqld
      - name: tmp
        mountPath: /tmp
volumes:
  - name: run
    emptyDir:
      sizeLimit: 16Mi
  - name: tmp
    emptyDir:
      sizeLimit: 1Gi
{{- end -}}
