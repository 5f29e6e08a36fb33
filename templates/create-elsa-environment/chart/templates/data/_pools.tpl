{{/*
How many connections each pool may hold, so that all pods together, the extra
one of a rolling update included, fit into database.maxConnections. As JSON:
pods, bouncers, mainPools, directPools, mainSize, directSize, bouncerSize,
budget, used (what reaches the database at most).
A quarter of the budget goes past PgBouncer when the host reads a direct string.
*/}}
{{- define "elsa.data.pools" -}}
{{- $database := .Values.database -}}
{{- $pods := int (include "elsa.data.serverPods" .) -}}
{{- $pooled := eq (include "elsa.data.isPooled" .) "true" -}}
{{- $hasDirect := ne .Values.host.server.keys.directConnection "" -}}
{{- $directPools := ternary 1 0 $hasDirect -}}
{{- $mainPools := max 1 (sub (int $database.pool.poolsPerPod) $directPools) -}}
{{- $budget := max 0 (sub (int $database.maxConnections) (int $database.pool.reservedConnections)) -}}
{{- $mainSize := int $database.pool.maxSize -}}
{{- $directSize := int $database.pool.directMaxSize -}}
{{- $bouncerSize := 0 -}}
{{- $bouncers := 0 -}}
{{- $used := 0 -}}
{{- if $pooled -}}
{{- $bouncers = add (int .Values.pgbouncer.replicas) 1 -}}
{{- if $hasDirect -}}
{{- $directSize = $directSize | default (min 100 (div (div $budget 4) (mul $pods $directPools))) -}}
{{- end -}}
{{- $rest := max 0 (sub $budget (mul $directSize $pods $directPools)) -}}
{{- $bouncerSize = int .Values.pgbouncer.poolSize | default (div $rest $bouncers) -}}
{{/* A session holds its server connection, a transaction only for a moment. */}}
{{- $clients := ternary (int .Values.pgbouncer.maxClientConnections) $bouncerSize (eq .Values.pgbouncer.poolMode "transaction") -}}
{{- $mainSize = $mainSize | default (min 100 (div (mul $clients (int .Values.pgbouncer.replicas)) (mul $pods $mainPools))) -}}
{{- $used = add (mul $bouncers $bouncerSize) (mul $pods $directPools $directSize) -}}
{{- else -}}
{{- $fair := min 100 (div $budget (mul $pods (add $mainPools $directPools))) -}}
{{- $mainSize = $mainSize | default $fair -}}
{{- $directSize = $directSize | default $fair -}}
{{- $used = mul $pods (add (mul $mainPools $mainSize) (mul $directPools $directSize)) -}}
{{- end -}}
{{- dict "pods" $pods "bouncers" $bouncers "mainPools" $mainPools "directPools" $directPools "mainSize" $mainSize "directSize" $directSize "bouncerSize" $bouncerSize "budget" $budget "used" $used | toJson -}}
{{- end -}}

{{/* Server pods that may run at one moment. Takes `$`. */}}
{{- define "elsa.data.serverPods" -}}
{{- $server := .Values.elsaServer -}}
{{- $pods := ternary (int $server.autoscaling.maxReplicas) (max 1 (int $server.replicaCount)) $server.autoscaling.enabled -}}
{{- $type := $server.strategy.type | default (ternary "RollingUpdate" "Recreate" .Values.host.clustered) -}}
{{- if eq $type "RollingUpdate" -}}
{{- $surge := toString $server.strategy.maxSurge -}}
{{- if hasSuffix "%" $surge -}}
{{- $pods = add $pods (div (add (mul $pods (int (trimSuffix "%" $surge))) 99) 100) -}}
{{- else -}}
{{- $pods = add $pods (int $surge) -}}
{{- end -}}
{{- end -}}
{{- $pods -}}
{{- end -}}

{{/* Bytes of a memory quantity as a whole number; 0 when it is empty. */}}
{{- define "elsa.data.bytes" -}}
{{- $text := toString . -}}
{{- $number := regexFind "^[0-9]+(\\.[0-9]+)?" $text -}}
{{- $unit := trimPrefix $number $text -}}
{{- $factor := get (dict "" 1 "k" 1000 "M" 1000000 "G" 1000000000 "T" 1000000000000 "P" 1000000000000000 "Ki" 1024 "Mi" 1048576 "Gi" 1073741824 "Ti" 1099511627776 "Pi" 1125899906842624) $unit | default 0 -}}
{{- if $number -}}{{- mulf $number $factor | floor | int64 -}}{{- else -}}0{{- end -}}
{{- end -}}
