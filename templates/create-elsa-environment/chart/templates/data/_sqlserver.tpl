{{/* Containers and volumes of the pod. */}}
{{- define "elsa.data.sqlserverPod" -}}
{{- $settings := .Values.sqlserver -}}
{{- $secret := include "elsa.secret.database" . | trim -}}
{{- /* SQL Server takes what it sees; a fifth stays for what it does outside its pools. */ -}}
{{- $memory := div (mul (include "elsa.data.bytes" (dig "limits" "memory" "4Gi" $settings.resources) | int64) 80) 104857600 -}}
containers:
  - name: sqlserver
    image: {{ include "elsa.image" (dict "root" . "image" $settings.image "path" "sqlserver.image") | quote }}
    imagePullPolicy: {{ include "elsa.imagePullPolicy" (dict "root" . "image" $settings.image) }}
    command:
      - /bin/bash
      - /scripts/start.sh
    env:
      - name: ACCEPT_EULA
        value: "Y"
      - name: MSSQL_PID
        value: {{ $settings.edition | quote }}
      - name: MSSQL_MEMORY_LIMIT_MB
        value: {{ $memory | quote }}
      - name: MSSQL_SA_PASSWORD
        valueFrom:
          secretKeyRef:
            name: {{ $secret | quote }}
            key: admin-password
      - name: ELSA_DATABASE_NAME
        value: {{ .Values.database.name | quote }}
      - name: ELSA_DATABASE_USERNAME
        value: {{ .Values.database.username | quote }}
      # sqlcmd takes the user's password from here.
      - name: SQLCMDPASSWORD
        valueFrom:
          secretKeyRef:
            name: {{ $secret | quote }}
            key: password
    ports:
      - name: sqlserver
        containerPort: 1433
        protocol: TCP
    startupProbe:
      exec:
        command: ["/opt/mssql-tools18/bin/sqlcmd", "-C", "-S", "127.0.0.1", "-U", {{ .Values.database.username | quote }}, "-d", {{ .Values.database.name | quote }}, "-l", "3", "-b", "-Q", "SELECT 1"]
      periodSeconds: 10
      timeoutSeconds: 8
      # Half an hour: recovery after a crash must not be cut short.
      failureThreshold: 180
    livenessProbe:
      tcpSocket:
        port: sqlserver
      periodSeconds: 15
      timeoutSeconds: 5
      failureThreshold: 6
    readinessProbe:
      exec:
        command: ["/opt/mssql-tools18/bin/sqlcmd", "-C", "-S", "127.0.0.1", "-U", {{ .Values.database.username | quote }}, "-d", {{ .Values.database.name | quote }}, "-l", "3", "-b", "-Q", "SELECT 1"]
      periodSeconds: 15
      timeoutSeconds: 8
      failureThreshold: 3
    resources:
      {{- toYaml $settings.resources | nindent 6 }}
    securityContext:
      allowPrivilegeEscalation: false
      # The server's file carries this capability and does not start where the bounding set lacks it.
      capabilities:
        add:
          - NET_BIND_SERVICE
        drop:
          - ALL
      privileged: false
      readOnlyRootFilesystem: false
      runAsNonRoot: true
    volumeMounts:
      - name: data
        mountPath: /var/opt/mssql
      - name: scripts
        mountPath: /scripts
        readOnly: true
      - name: tmp
        mountPath: /tmp
      {{- if .Values.backup.enabled }}
      # The server itself writes its backups.
      - name: backup
        mountPath: /backup
      {{- end }}
volumes:
  - name: scripts
    configMap:
      name: {{ include "elsa.data.sqlserverScripts" . | quote }}
      defaultMode: 0444
  - name: tmp
    emptyDir:
      sizeLimit: 1Gi
  {{- if .Values.backup.enabled }}
  - name: backup
    persistentVolumeClaim:
      claimName: {{ include "elsa.data.backupClaim" . | quote }}
  {{- end }}
{{- end -}}
