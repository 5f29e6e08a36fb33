{{/* Containers and volumes of the pod. */}}
{{- define "elsa.data.rabbitmqPod" -}}
{{- $settings := .Values.rabbitmq -}}
{{- $secret := include "elsa.secret.rabbitmq" . -}}
containers:
  - name: rabbitmq
    image: {{ include "elsa.image" (dict "root" . "image" $settings.image "path" "rabbitmq.image") | quote }}
    imagePullPolicy: {{ include "elsa.imagePullPolicy" (dict "root" . "image" $settings.image) }}
    env:
      - name: RABBITMQ_DEFAULT_USER
        valueFrom:
          secretKeyRef:
            name: {{ $secret | quote }}
            key: username
      - name: RABBITMQ_DEFAULT_PASS
        valueFrom:
          secretKeyRef:
            name: {{ $secret | quote }}
            key: password
    ports:
      - name: amqp
        containerPort: 5672
        protocol: TCP
      - name: metrics
        containerPort: 15692
        protocol: TCP
    startupProbe:
      exec:
        command: ["rabbitmq-diagnostics", "--quiet", "check_port_connectivity"]
      periodSeconds: 10
      timeoutSeconds: 15
      failureThreshold: 60
    livenessProbe:
      exec:
        command: ["rabbitmq-diagnostics", "--quiet", "ping"]
      periodSeconds: 60
      timeoutSeconds: 20
      failureThreshold: 3
    readinessProbe:
      tcpSocket:
        port: amqp
      periodSeconds: 10
      timeoutSeconds: 5
      failureThreshold: 3
    resources:
      {{- toYaml $settings.resources | nindent 6 }}
    securityContext:
      {{- include "elsa.containerSecurityContext" (dict) | nindent 6 }}
    volumeMounts:
      # The volume holds the messages only: on it, fsGroup would open the
      # Erlang cookie to the group, and Erlang refuses such a cookie.
      - name: home
        mountPath: /var/lib/rabbitmq
      - name: data
        mountPath: /var/lib/rabbitmq/mnesia
      - name: logs
        mountPath: /var/log/rabbitmq
      - name: tmp
        mountPath: /tmp
volumes:
  - name: home
    emptyDir:
      sizeLimit: 64Mi
  - name: logs
    emptyDir:
      sizeLimit: 256Mi
  - name: tmp
    emptyDir:
      sizeLimit: 64Mi
{{- end -}}
