{{/* Redis and Valkey read the same settings and differ in the names of their programs only. */}}

{{- define "elsa.data.redisImage" -}}
{{- $default := get (dict "valkey" (dict "repository" "docker.io/valkey/valkey" "tag" "8.1.4" "digest" "") "redis" (dict "repository" "docker.io/library/redis" "tag" "8.2.2-bookworm" "digest" "")) .Values.redis.engine -}}
{{- include "elsa.data.imageOr" (dict "image" .Values.redis.image "default" $default) -}}
{{- end -}}

{{- define "elsa.data.redisConfig" -}}
{{- $limit := include "elsa.data.bytes" (dig "limits" "memory" "512Mi" .Values.redis.resources) | int64 -}}
bind * -::*
port 6379
protected-mode yes
dir /data
appendonly yes
appendfsync everysec
save ""
# The rest of the limit is for the copy that rewriting the append-only file makes.
maxmemory {{ div (mul $limit (int .Values.redis.maxMemoryPercent)) 100 }}
# Locks must not be evicted: a full server refuses writes instead.
maxmemory-policy noeviction
include /run/auth/auth.conf
{{- end -}}

{{/* dict: root, image */}}
{{- define "elsa.data.redisPod" -}}
{{- $root := .root -}}
{{- $settings := $root.Values.redis -}}
{{- $program := $settings.engine -}}
containers:
  - name: {{ $program }}
    image: {{ include "elsa.image" (dict "root" $root "image" .image "path" "redis.image") | quote }}
    imagePullPolicy: {{ include "elsa.imagePullPolicy" (dict "root" $root "image" .image) }}
    # The password goes into a file in memory, where no process list shows it.
    command:
      - /bin/sh
      - -c
      - |
        umask 077
        escaped=$(printf '%s' "$REDISCLI_AUTH" | sed 's/[\\"]/\\&/g')
        printf 'requirepass "%s"\n' "$escaped" > /run/auth/auth.conf
        exec {{ $program }}-server /etc/redis/server.conf
    env:
      - name: REDISCLI_AUTH
        valueFrom:
          secretKeyRef:
            name: {{ include "elsa.secret.redis" $root | quote }}
            key: password
    ports:
      - name: redis
        containerPort: 6379
        protocol: TCP
    {{- $ping := printf "test \"$(%s-cli -h 127.0.0.1 -p 6379 ping)\" = PONG" (ternary "redis" "valkey" (eq $program "redis")) }}
    {{- $command := list "/bin/sh" "-c" $ping | toJson }}
    startupProbe:
      exec:
        command: {{ $command }}
      periodSeconds: 5
      timeoutSeconds: 5
      failureThreshold: 60
    livenessProbe:
      tcpSocket:
        port: redis
      periodSeconds: 15
      timeoutSeconds: 5
      failureThreshold: 6
    readinessProbe:
      exec:
        command: {{ $command }}
      periodSeconds: 10
      timeoutSeconds: 5
      failureThreshold: 3
    resources:
      {{- toYaml $settings.resources | nindent 6 }}
    securityContext:
      {{- include "elsa.containerSecurityContext" (dict) | nindent 6 }}
    volumeMounts:
      - name: data
        mountPath: /data
      - name: config
        mountPath: /etc/redis
        readOnly: true
      - name: auth
        mountPath: /run/auth
volumes:
  - name: config
    configMap:
      name: {{ include "elsa.name.redis" $root | quote }}
  - name: auth
    emptyDir:
      medium: Memory
      sizeLimit: 1Mi
{{- end -}}
