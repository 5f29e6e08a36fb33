/* eslint-disable max-lines -- a table of translated runbook entries */
import type { RunbookTexts } from '../RunbookTexts';

/** Chinese. */
const texts: RunbookTexts = {
  'The server cannot connect to its database': '服务器无法连接其数据库',
  'Wrong password (28P01), unknown database (3D000), TLS that one side does not offer, a name that does not resolve, or a network policy. With a missing or misspelt DatabaseProvider the server silently uses SQLite instead.':
    '密码错误（28P01）、数据库不存在（3D000）、一方不提供 TLS、名称无法解析，或网络策略所致。如果缺少 DatabaseProvider 或拼写错误，服务器会不作提示地改用 SQLite。',
  'Read the exact error from the last start.': '阅读上次启动的确切错误。',
  'Check that the database responds.': '检查数据库是否响应。',
  "Check the cluster's state and its primary.": '检查集群状态及其主实例。',
  'Check that the database runs and is ready.':
    '检查数据库是否在运行并已就绪。',
  'Check that its Service has ready addresses.':
    '检查其 Service 是否有就绪的地址。',
  'Check the provider and the setting names. Values from Secrets are shown as references.':
    '查看提供程序和各设置的名称。来自 Secret 的值只显示为引用。',
  'Running pods pick up a rotated password only after a restart.':
    '轮换后的密码只有在重启后才会到达正在运行的 Pod。',
  'An embedded database keeps the password that its volume was first set up with: changing the Secret does not change it. Change it in the database too.':
    '内置数据库保留其卷首次创建时的密码：更改 Secret 不会更改它。请在数据库中也进行更改。',
  'The PostgreSQL cluster is unhealthy': 'PostgreSQL 集群状态不佳',
  'The operator reports a phase that needs attention, or instances that are not ready: a failover, a restart that does not end, an invalid definition, a full volume, or a state it cannot recover from by itself.':
    'Operator 报告了需要关注的阶段，或有实例未就绪：故障转移、未结束的重启、无效的定义、已满的卷，或无法自行继续的状态。',
  'A pooler waits for its cluster and its Secrets. Read why in its status.':
    '连接池在等待它的集群和 Secret。原因见其 status。',
  'Check the phase, conditions and current primary.':
    '阅读阶段、状况和当前主实例。',
  'List the instances and their roles.': '查看各实例及其角色。',
  'Read replication lag and archiving (needs the cnpg plugin of kubectl).':
    '查看复制延迟和归档（需要 kubectl 的 cnpg 插件）。',
  'List the warnings in the namespace.': '阅读命名空间的警告。',
  'A database migration fails': '数据库迁移失败',
  'Elsa migrates its database when a pod starts; there is no SDK in the images, so `dotnet ef` cannot be run in them. The database user must be allowed to create the schemas Elsa and quartz. Two pods that start together race unless locks are shared.':
    'Elsa 在 Pod 启动时迁移数据库；镜像中没有 SDK，因此无法在其中运行 `dotnet ef`。数据库用户必须有权创建架构 Elsa 和 quartz。如果不共享锁，同时启动的两个 Pod 会相互竞争。',
  'Find the migration that failed.': '阅读失败的迁移。',
  'If a Job runs the migration, read its log.':
    '如果由 Job 迁移，请阅读其日志。',
  'See which migrations were applied.': '查看已应用的迁移。',
  'Let a single pod run the migration.': '只让一个 Pod 进行迁移。',
  'An older image cannot use a newer schema. Restore the backup before you roll back to an earlier version.':
    '较旧的镜像无法使用较新的架构。回退版本之前请先恢复备份。',
  'The database runs out of connections': '数据库连接耗尽',
  'Pods x pools x Max Pool Size exceed what the server accepts (max_connections), or connections are held too long. Locks and Quartz use their own connections.':
    'Pod 数 × 连接池数 × Max Pool Size 超过服务器的上限（max_connections），或连接被占用过久。锁和 Quartz 使用各自的连接。',
  'Count the connections and see who holds them.': '统计连接数及其持有者。',
  'Count the connections.': '统计连接数。',
  'Compare with the limit.': '与上限比较。',
  'See how many pods share the limit.': '查看有多少 Pod 共用该上限。',
  "Lower the pool size in the environment spec so that (replicas at the autoscaler's maximum) x (pools per pod) x (pool size) stays 20 below max_connections. Editing the StatefulSet lasts only until the next sync.":
    '在环境规格中减小连接池，使（自动扩缩上限的副本数）×（每个 Pod 的连接池数）×（连接池大小）比 max_connections 少 20。直接编辑 StatefulSet 只能维持到下次同步。',
  'PgBouncer helps only for queries: locks and migrations need session mode or a direct connection, because PostgreSQL advisory locks do not survive transaction pooling.':
    'PgBouncer 只对查询有帮助：锁和迁移需要会话模式或直接连接，因为 PostgreSQL 的咨询锁无法在事务池化中保持。',
  'Distributed locks cannot be acquired': '无法获取分布式锁',
  'With the PostgreSQL provider, locks are session advisory locks: there is no lock table. A lock ends with the session that holds it. A misspelt provider (Postgres, Redis, File) means no locks at all; PgBouncer in transaction mode and a Redis that evicts keys lose locks.':
    '使用 PostgreSQL 提供程序时，锁是会话级咨询锁，没有锁表。锁随持有它的会话结束。提供程序拼写错误（Postgres、Redis、File）意味着完全没有锁；事务模式的 PgBouncer 和会淘汰键的 Redis 会丢失锁。',
  'See which sessions wait for locks and which hold them.':
    '查看谁在等待、谁在持有。',
  'With Redis locks: keys must never be evicted (noeviction).':
    '使用 Redis 锁时：键绝不能被淘汰（noeviction）。',
  'Find out which lock times out.': '查看哪个锁超时。',
  'Release a lock held by a dead pod by ending its session: SELECT pg_terminate_backend(<pid>). A lock held by a running pod is working as intended.':
    '通过结束会话来释放已停止的 Pod 的锁：SELECT pg_terminate_backend(<pid>)。运行中的 Pod 持有锁是正常的。',
  'Backups are missing or failing': '备份缺失或失败',
  'The last run failed, never ran, or is older than its schedule allows. What was not backed up cannot be restored.':
    '上次运行失败、从未运行，或早于计划所允许的时间。没有备份的内容无法恢复。',
  'List the schedules and last runs.': '查看计划和上次运行。',
  'List the runs, newest last.': '查看各次运行，最新的在最后。',
  'Read the logs of the runs that still exist.': '阅读仍保留的运行的日志。',
  'List the backups and their errors.': '查看备份及其错误。',
  'See whether the write-ahead log is archived (needs the cnpg plugin of kubectl). While it is not, nothing newer than the last backup can be restored, and the volume fills up.':
    '查看预写日志是否已归档（需要 kubectl 的 cnpg 插件）。未归档期间，比上次备份更新的内容都无法恢复，卷也会逐渐占满。',
  'In a mesh without native sidecars a backup Job never ends, because its proxy keeps running.':
    '在没有原生 sidecar 的网格中，备份 Job 永远不会结束，因为其代理一直在运行。',
  'After the fix, run a backup and test a restore.':
    '修复后立即运行一次备份，并尝试恢复。',
  'A volume claim is not bound': '存储卷声明未绑定',
  'No volume was provisioned: the storage class does not exist, the driver is not installed, the access mode is not supported, or (WaitForFirstConsumer) no pod uses the claim. Lost means that the volume behind it is gone.':
    '没有供应存储卷：存储类不存在、驱动未安装、访问模式不可用，或（WaitForFirstConsumer）没有 Pod 使用该声明。Lost 表示其背后的卷已丢失。',
  'Find out why it is pending.': '阅读它等待的原因。',
  'Check the storage classes and which is the default.':
    '检查存储类以及哪个是默认的。',
  'Do not delete a Lost claim until you know whether the volume or a snapshot still exists.':
    'Lost 状态的声明：在确认卷或快照是否还存在之前，不要删除它。',
  'A volume is nearly full': '存储卷即将写满',
  'PostgreSQL stops when it cannot write its log. Old dumps, unused replication slots and workflow history that is never removed fill volumes.':
    'PostgreSQL 无法写日志时会停止。旧的转储、无人读取的复制槽以及从不清理的工作流历史会占满存储卷。',
  'See what uses the space.': '查看是什么占满了它。',
  'Check that the class allows expansion (ALLOWVOLUMEEXPANSION).':
    '检查该存储类是否允许扩容（ALLOWVOLUMEEXPANSION）。',
  'Raise the size in the environment spec and deploy. The claim grows in place while its pod keeps running; this command shows the progress. A volume never shrinks.':
    '在环境规格中增大容量并部署。声明会就地扩容，其 Pod 继续运行；在这里可以看到进度。卷永远不能缩小。',
  'If the class does not allow expansion, the API server rejects the larger size and nothing is lost: set the old size again, and move to another class by backup and restore.':
    '如果存储类不允许扩容，API 服务器会拒绝更大的容量，且不会丢失数据：请恢复原来的容量，并通过备份和恢复迁移到另一个存储类。',
  'A StatefulSet from an earlier chart version still has a claim template, and changing it is rejected as Forbidden. Delete it once without its pod and deploy again; the pod, claim and data stay.':
    '早期 chart 的 StatefulSet 仍带有声明模板，对它的更改会以 Forbidden 被拒绝。请保留其 Pod 将它删除一次，然后重新部署；Pod、声明和数据都会保留。',
  'The Service does not respond': 'Service 没有响应',
  'A Service sends requests only to ready pods. Without ready addresses, every request fails, whatever the route in front of it says.':
    'Service 只能到达就绪的 Pod。没有就绪的地址时，无论前面的路由如何显示，所有请求都会失败。',
  'Check its ports and selector.': '查看端口和选择器。',
  'Check its ready addresses. If there are none, no pod is ready or the selector matches no pods.':
    '查看其就绪的地址。没有则表示没有就绪的 Pod，或选择器没有匹配到任何 Pod。',
  'Call it from your machine.': '从您的机器上访问它。',
  'In a second shell: every Elsa 3 server responds to this.':
    '在另一个终端中：所有 Elsa 3 服务器都会响应此请求。',
  'If it responds here but not from other pods, a network policy or the mesh blocks them.':
    '如果这里有响应而其他 Pod 访问不到，则是网络策略或网格拒绝了它们。',
  'Names do not resolve': '名称无法解析',
  'A pod cannot resolve a Service or an external host. A network policy must allow port 53 over UDP and TCP, and nodes with a local DNS cache query 169.254.20.10.':
    'Pod 无法解析某个 Service 或外部主机。网络策略必须允许 UDP 和 TCP 的 53 端口，带本地 DNS 缓存的节点会查询 169.254.20.10。',
  'Resolve the name from inside the namespace. The pod is removed afterwards.':
    '在命名空间内解析该名称。之后会删除该 Pod。',
  'Check that the DNS server is running.': '查看 DNS 服务器是否在运行。',
  'Read its log.': '阅读其日志。',
  'See which egress traffic the network policies allow.':
    '查看命名空间的策略允许哪些出站流量。',
  'The public address does not work': '公开地址无法使用',
  "The Ingress or HTTPRoute has no address or is not accepted: wrong class or gateway, a listener that does not allow this namespace, a Service or port that does not exist. Studio runs in the browser, so it needs the server's public address, not its Service.":
    'Ingress 或 HTTPRoute 没有地址或未被接受：类别或网关错误、监听器不允许此命名空间，或 Service、端口不存在。Studio 在浏览器中运行，因此需要服务器的公开地址，而不是其 Service。',
  'List the gateways, routes and their addresses.': '查看网关、路由及其地址。',
  'Find out why it is not accepted (Accepted, ResolvedRefs, Programmed).':
    '阅读未被接受的原因（Accepted、ResolvedRefs、Programmed）。',
  'See which classes exist and which controllers serve them.':
    '查看有哪些类别以及由谁提供服务。',
  'Call the public address.': '访问公开地址。',
  'See whether the request arrives.': '查看请求是否到达。',
  'The certificate is not valid': '证书无效',
  'cert-manager could not issue or renew it, its renewal is late, or it has expired. The chain of Certificate, CertificateRequest, Order and Challenge shows where it stopped.':
    'cert-manager 无法签发或续期，续期已延误，或证书已过期。Certificate、CertificateRequest、Order 和 Challenge 的链条会说明停在哪一步。',
  'Check the state and the last error.': '阅读状态和最近的错误。',
  'Follow the chain, newest last.': '沿链条查看；最新的在最后。',
  'Check that the issuer is ready.': '检查颁发者是否就绪。',
  'See which certificate clients get.': '查看访问者得到的内容。',
  "Read cert-manager's log.": '阅读 cert-manager 的日志。',
  'Secrets are not synchronised': 'Secret 未同步',
  'The operator cannot reach the secret store, is not allowed to read the key, or the key does not exist. Running pods keep the old values; new ones may not start.':
    'Operator 无法访问密钥存储、无权读取该键，或该键不存在。运行中的 Pod 保留旧值；新的 Pod 可能无法启动。',
  'Read the error.': '阅读错误。',
  'Check the stores.': '检查各存储。',
  'After the fix, force a synchronisation: any new value of the annotation triggers it.':
    '修复后立即同步；为注解设置任何新值即可触发。',
  'Requests are slow': '请求缓慢',
  'CPU throttling, a slow database, waiting for locks or connections, or too few replicas. More replicas help only on a host that can be clustered.':
    'CPU 被限流、数据库缓慢、等待锁或连接，或副本太少。只有可以集群化的主机才能靠增加副本改善。',
  'Compare CPU and memory with the limits.': '将 CPU 和内存与上限比较。',
  'See whether the autoscaler is at its limit.': '查看自动扩缩是否已达上限。',
  'Look for slow queries and time-outs in the log.':
    '在日志中查找慢查询和超时。',
  'Then follow the entries on connections and on locks.':
    '然后按照有关连接和锁的条目处理。',
  'Memory keeps growing': '内存无休止增长',
  'At steady load the memory of a healthy server levels off. Workflow definitions are cached for a day; large variables and journals are kept while instances run.':
    '负载稳定时，健康服务器的内存会趋于平稳。工作流定义会缓存一天；实例运行期间会保留大型变量和日志记录。',
  'Watch usage per container.': '观察每个容器的用量。',
  'Take a dump with a debug container, because the images contain no tools. It writes to the shared /tmp and needs diagnostics enabled (DOTNET_EnableDiagnostics).':
    '镜像中没有工具，请用调试容器生成转储。它写入共享的 /tmp，并需要开启诊断（DOTNET_EnableDiagnostics）。',
  'A dump contains everything that was in memory, including secrets. Protect it accordingly.':
    '转储包含内存中的所有内容，包括机密：请像保护机密一样妥善保管。',
  'The autoscaler is at its limit': '自动扩缩已达上限',
  'It wants more replicas than its maximum allows. The service may be slow although nothing is broken.':
    '它需要的副本数超过上限。即使没有故障，服务也可能变慢。',
  'Check metrics, targets and conditions.': '查看指标、目标和状况。',
  'See whether the pods are really busy.': '查看 Pod 是否确实繁忙。',
  'Raise the maximum in the environment spec. Check first that the database accepts the connections of that many pods.':
    '在环境规格中提高上限。请先确认数据库能接受这么多 Pod 的连接。',
  'The autoscaler does not work': '自动扩缩无法工作',
  'It cannot read a metric or scale its target. While one metric is missing it never scales down. CPU and memory need metrics-server, other metrics an adapter or KEDA.':
    '它无法读取指标或无法扩缩其目标。只要缺少一个指标，就不会缩容。CPU 和内存需要 metrics-server，其他指标需要适配器或 KEDA。',
  'Find out which metric is missing and why.': '阅读缺少哪个指标及其原因。',
  'Check that the metrics APIs are served.': '检查指标 API 是否提供服务。',
  'Every container in the pod needs a CPU request, including injected ones.':
    'Pod 的每个容器都需要 CPU 请求，注入的容器也不例外。',
  'A disruption budget does not work': '中断预算无法生效',
  'The controller could not compute it: two budgets match the same pod, or the selector matches pods without a scalable owner. Nodes with such pods cannot be drained.':
    '控制器无法计算：两个预算匹配同一个 Pod，或选择器匹配了没有可扩缩所有者的 Pod。运行这些 Pod 的节点无法排空。',
  'Check allowed disruptions and conditions.': '查看允许的中断数和状况。',
  'List the pods.': '查看有哪些 Pod。',
  'Pods run old workflow definitions': 'Pod 运行旧的工作流定义',
  'Definitions are cached in each pod for a day. Other pods learn of a change only through distributed cache invalidation (MassTransit over RabbitMQ), which needs a host built with it; Redis is for locks only. Stock images cannot do it, which is why they run as one replica.':
    '定义在每个 Pod 中缓存一天。其他 Pod 只能通过分布式缓存失效（基于 RabbitMQ 的 MassTransit）得知更改，这需要带有该功能构建的主机；Redis 只用于锁。标准镜像不具备此功能，因此只运行一个副本。',
  "See each pod's temporary queue.": '查看每个 Pod 的临时队列。',
  'See whether the bus started in the server.':
    '查看服务器中的总线是否已启动。',
  'Make all pods reload the definitions.': '让所有 Pod 重新读取定义。',
  'RabbitMQ is unhealthy': 'RabbitMQ 状态不佳',
  'The operator could not apply the specification, or not all nodes are ready. Pods then miss changes of workflow definitions.':
    'Operator 无法应用规格，或并非所有节点都已就绪。此时 Pod 会错过工作流定义的更改。',
  "Read the operator's conditions.": '阅读 Operator 的状况。',
  'Check what the broker reports.': '查看代理自身的视图。',
  'An error budget is burning': '错误预算正在消耗',
  'Requests fail or are slow more often than the objective allows. At this rate, a page alert means that the error budget is exhausted within days, and a ticket alert that it will not last the period.':
    '请求失败或超时的速度超过目标所允许的范围。呼叫级窗口对表示按此速率预算几天内就会耗尽，工单级窗口对表示预算撑不到周期结束。',
  'Look at what changed when it started: rollouts, configuration, load, database.':
    '查看开始时发生了什么变化：发布、配置、负载、数据库。',
  'See whether pods fail or restart.': '查看 Pod 是否失败或重启。',
  'Read the errors.': '阅读错误。',
  'If a rollout caused it, roll it back first and find the cause afterwards. While the error budget is exhausted, hold back risky changes.':
    '如果由发布引起，请先回退，再查找原因。预算耗尽后，请暂缓有风险的更改。',
  'An SLO has no data': 'SLO 没有数据',
  'Prometheus has no samples for it: no traffic, a target that is not scraped, rules that were not loaded, or metrics that this image does not export (stock Elsa images export none). No data is not 100 %.':
    'Prometheus 没有它的样本：没有流量、目标未被抓取、规则未加载，或该镜像不导出这些指标（Elsa 标准镜像不导出任何指标）。没有数据不等于 100 %。',
  'Check that rules, monitors and probes exist.':
    '检查规则、监控对象和探测是否存在。',
  'Compare their labels with the selectors of your Prometheus (ruleSelector, serviceMonitorSelector, probeSelector), and look at its pages Targets and Rules.':
    '将它们的标签与 Prometheus 的选择器（ruleSelector、serviceMonitorSelector、probeSelector）比较，并查看其 Targets 和 Rules 页面。',
  'Check that the metric profile of the environment spec fits the host.':
    '检查环境规格的指标配置是否适合该主机。',
  'Argo CD and the repository disagree': 'Argo CD 与仓库不一致',
  'The cluster differs from the deployment repository: a change was not applied yet, a sync failed, or someone changed objects by hand.':
    '集群与部署仓库不同：更改尚未应用、同步失败，或有人手动修改了对象。',
  'Check the sync state, conditions and last operation.':
    '阅读同步状态、状况和上次操作。',
  'See the differences.': '查看差异。',
  'Apply the repository. Check the differences first: manual changes are lost.':
    '应用仓库。请先阅读差异：手动所做的更改会丢失。',
  'The portal cannot read a source': '门户无法读取某个数据来源',
  'The cluster, Prometheus or Alertmanager did not respond, refused access, or last responded too long ago. The environment itself may be healthy; its state is not known.':
    '集群、Prometheus 或 Alertmanager 没有响应、拒绝了请求，或响应已经过久。环境本身可能正常，但无从得知。',
  "Read the source's state and message on the environments page.":
    '在环境页面上阅读该来源的状态和消息。',
  "Unauthorized or forbidden: check the portal's service account and its role in the cluster.":
    'Unauthorized 或 forbidden：检查门户的服务账户及其在集群中的角色。',
  'Check the environment directly in the meantime.':
    '在此期间请自行查看该环境。',
  'Pods do not start': 'Pod 无法启动',
  'A pod is Pending or its containers are waiting. The pod events show what for: a node, a volume, an image or a Secret.':
    'Pod 处于 Pending 或其容器在等待。Pod 的事件会说明在等待什么：节点、存储卷、镜像或 Secret。',
  'Find the pods that are not ready.': '找出未就绪的 Pod。',
  "Check the pod's conditions, container states and events.":
    '阅读 Pod 的状况、容器状态和事件。',
  'No node can run the pod': '没有节点接纳该 Pod',
  'The scheduler finds no node with enough free CPU and memory, or affinity, spread constraints, taints or a volume in one zone rule all of them out. Requests count, not usage.':
    '调度器找不到有足够空闲 CPU 和内存的节点，或亲和性、分布约束、污点以及只在某个可用区的存储卷排除了所有节点。计算依据是请求量，而不是用量。',
  'Find out why each group of nodes was ruled out (event FailedScheduling).':
    '阅读每组节点被排除的原因（事件 FailedScheduling）。',
  'Compare the requests on the nodes with their capacity.':
    '将节点上的请求量与节点容量比较。',
  'Check actual usage.': '查看实际用量。',
  'Check the namespace quotas, which also limit requests.':
    '检查命名空间的配额，它同样限制请求量。',
  'Lower the requests in the environment spec, add nodes, or relax spread constraints. A required anti-affinity by zone with a surge pod blocks every rollout.':
    '在环境规格中降低请求量、增加节点，或放宽分布约束。按可用区的强制反亲和性加上一个额外的 Pod 会阻塞每次发布。',
  'The image cannot be pulled': '无法拉取镜像',
  'The name or digest does not exist, the registry refuses the pull, or the node cannot reach it. Elsa publishes exact versions (such as 3.9.0), no `latest` for Elsa 3; the -v3-5 images have no version tags at all.':
    '名称或摘要不存在、镜像仓库拒绝拉取，或节点无法访问它。Elsa 发布确切的版本（如 3.9.0），Elsa 3 没有 `latest`；-v3-5 镜像完全没有版本标签。',
  "Read the registry's answer (events Failed and BackOff).":
    '阅读镜像仓库的响应（事件 Failed 和 BackOff）。',
  'Check which image is requested.': '检查所请求的镜像。',
  'See which pull secrets the pod uses; they must exist in its namespace and have type kubernetes.io/dockerconfigjson.':
    '查看 Pod 使用哪些拉取密钥；它们必须存在于其命名空间，类型为 kubernetes.io/dockerconfigjson。',
  'List the pull secrets that exist (names only).':
    '列出现有的拉取密钥（仅名称）。',
  'Correct the image in the environment spec, or name the pull secret there. Do not create one by hand: delivery would remove it or not know about it.':
    '在环境规格中更正镜像，或在其中指定拉取密钥。不要手动创建：交付流程会删除它，或永远不知道它。',
  'A container keeps crashing': '容器反复崩溃',
  'The process exits soon after it starts. Exit code 137 with OOMKilled means out of memory, 143 a stop, 139 a native crash; 1 and 134 are usually an exception at startup: the database, a missing setting or a migration. A liveness probe on a path that the image does not serve also restarts the container.':
    '进程启动后不久就结束。退出码 137 且 OOMKilled 是内存问题，143 是停止，139 是本机崩溃；1 和 134 通常是启动时的异常：数据库、缺少的设置或迁移。对镜像不提供的路径进行存活探测也会终止容器。',
  'Read the container log from before it exited.': '阅读容器结束前的输出。',
  'Check the exit code, probe failures and restarts.':
    '阅读退出码、探测失败和重启次数。',
  'Read the events in order.': '按顺序阅读事件。',
  'Check that the services Elsa depends on are running: database, Redis, RabbitMQ.':
    '检查 Elsa 所依赖的组件是否在运行：数据库、Redis、RabbitMQ。',
  'Compare the probes with the image: official images answer `/` and `/elsa/api/package/version`; `/health/live` and `/health/ready` exist only in hosts built on Elsa 3.8 or later.':
    '将探测与镜像比较：官方镜像响应 `/` 和 `/elsa/api/package/version`；`/health/live` 和 `/health/ready` 只存在于基于 Elsa 3.8 或更高版本的主机。',
  'A container cannot be created': '无法创建容器',
  'The pod refers to a Secret, ConfigMap or key that does not exist, or its command, user or mounts are not valid.':
    'Pod 引用了不存在的 Secret、ConfigMap 或其中的键，或其命令、用户、挂载不可行。',
  'See which name or key is missing.': '阅读缺少哪个名称或键。',
  'See which keys a Secret has. This shows names and sizes, never values.':
    '查看 Secret 有哪些键。这里只显示名称和大小，从不显示值。',
  'Check whatever is meant to create the Secrets in the namespace.':
    '检查应由什么将 Secret 送入该命名空间。',
  'List the ConfigMaps.': '列出 ConfigMap。',
  'A container runs out of memory': '容器内存不足',
  'The kernel killed the container because it reached its memory limit. .NET uses up to 75 % of the limit for its heap; many parallel workflows, large variables and native memory need the rest.':
    '容器达到内存上限，被内核终止。.NET 最多将上限的 75 % 用作堆；大量并行工作流、大型变量和本机内存需要其余部分。',
  'Compare usage with the limit.': '将用量与上限比较。',
  'Check the limit, last termination and exit code.':
    '阅读上限、上次结束和退出码。',
  'Raise the memory limit in the environment spec and keep request and limit equal. If usage keeps growing at steady load, follow the entry on memory growth.':
    '在环境规格中提高内存上限，并保持 request 与 limit 相等。如果负载稳定而用量不断增长，请按照有关内存增长的条目处理。',
  'Pods run but are not ready': 'Pod 在运行但未就绪',
  'The readiness probe fails, so the Service sends no traffic. In Elsa 3.8 and later hosts the probe also fails while the database or the lock store is unavailable and while the runtime is paused or draining.':
    '就绪探测失败，因此 Service 不转发流量。在 Elsa 3.8 及更高版本的主机中，数据库或锁存储不可用时，以及运行时暂停或排空期间，探测也会失败。',
  'Read the probe failures.': '阅读探测的失败信息。',
  'Call the server directly, bypassing probes and the Service.':
    '绕过探测和 Service，直接访问服务器本身。',
  'Read the logs of the container that is not ready.': '阅读未就绪容器的日志。',
  'A rollout does not finish': '发布未能完成',
  'New pods do not become available, so old ones stay. After its progress deadline a Deployment gives up waiting, but it does not roll back.':
    '新的 Pod 未能变为可用，因此旧的仍保留。超过进度期限后，Deployment 不再等待，但也不会回滚。',
  'Check the progress of the rollout.': '查看发布的进度。',
  'See what changed between the revisions.': '查看各修订版本之间的变化。',
  'Revert the change in the deployment repository. `kubectl rollout undo` lasts only until the next sync.':
    '在部署仓库中回退更改。`kubectl rollout undo` 只能维持到下次同步。',
  'Pods are not created': 'Pod 根本没有创建',
  'A quota, a LimitRange, Pod Security admission or an admission webhook refuses the pods. They never appear, so only the ReplicaSet or StatefulSet says why.':
    '配额、LimitRange、Pod Security 准入或准入 webhook 拒绝了 Pod。它们从未出现，因此只有 ReplicaSet 或 StatefulSet 会说明原因。',
  'Read the refusals (event FailedCreate).':
    '阅读拒绝信息（事件 FailedCreate）。',
  'Check quotas and limit ranges.': '检查配额和 LimitRange。',
  'Check the Pod Security level of the namespace (label pod-security.kubernetes.io/enforce).':
    '检查命名空间的 Pod Security 级别（标签 pod-security.kubernetes.io/enforce）。',
  'Expected objects do not exist': '预期的对象不存在',
  'The deployment repository describes objects that the cluster does not have: never synchronised, pruned, deleted by hand, or without the labels used to find them.':
    '部署仓库描述的对象在集群中不存在：从未同步、被清理、被手动删除，或缺少用于查找的标签。',
  'See what exists.': '查看有哪些对象。',
  'See what Argo CD reports about its last sync.':
    '查看 Argo CD 对上次同步的说明。',
  'Synchronise the application, or check the cluster and namespace of the catalog entity.':
    '同步该应用，或检查目录实体的集群和命名空间是否正确。',
  'Stopped on purpose': '有意停止',
  'Someone scaled the workload to 0, paused it, suspended a schedule, or hibernated or fenced the database. Nothing is wrong, but nothing is running.':
    '有人将工作负载缩容到 0、暂停了它、暂停了计划任务，或让数据库休眠或将其隔离。没有错误，也没有任何运行。',
  "Read the annotations of the database's cluster: who fences an instance or stops the operator does it there.":
    '查看数据库集群的注解：隔离实例或停止 Operator 都在那里进行。',
  'Check replicas and pauses.': '查看副本数和暂停状态。',
  'Change replicas or the pause in the environment spec, so that delivery does not undo it.':
    '在环境规格中更改副本数或暂停状态，以免被交付流程还原。',
  'An object is being deleted': '对象正在删除',
  'The object is marked for deletion and stays until its finalizers are done. Pods stay for their grace period; a claim stays while a pod uses it.':
    '该对象已有删除时间，会保留到其 finalizer 完成为止。Pod 会保留到宽限期结束；声明在有 Pod 使用时会保留。',
  'See which finalizers block it.': '查看哪些 finalizer 保留了它。',
  'Find out why the controller of the finalizer does not finish before you remove it by hand.':
    '在手动移除之前，请查明该 finalizer 的控制器为何没有完成。',
  'No scheduler takes the pod': '没有调度器处理此 Pod',
  'The pod waits until a scheduling gate is removed, such as that of a queue, or it names a scheduler that does not run.':
    'Pod 在等待调度门控（例如队列的门控）被移除，或者它指定了一个没有运行的调度器。',
  'See which gates and which scheduler the pod names.':
    '查看 Pod 指定了哪些门控和哪个调度器。',
  'Containers are not created': '容器没有被创建',
  'The pod has a node, but the node cannot attach or mount a volume, set up the network or find a Secret. The events FailedAttachVolume, FailedMount and FailedCreatePodSandBox name the cause.':
    'Pod 已有节点，但该节点无法挂接或挂载卷、无法设置网络，或找不到 Secret。事件 FailedAttachVolume、FailedMount 和 FailedCreatePodSandBox 会说明原因。',
  'See which node still holds the volume. Storage for one node moves only after that node has let go of it.':
    '查看哪个节点仍占用该卷。单节点存储只有在该节点释放之后才会迁移。',
  'Check the nodes.': '检查节点。',
  'An init container does not finish': '初始化容器没有完成',
  'An init container of the pod waits for something, usually the database, a migration or a name that does not resolve. The other containers start only after it.':
    'Pod 的初始化容器在等待某样东西，通常是数据库、迁移或无法解析的名称。其他容器在它之后才会启动。',
  'Read the log of the init container.': '阅读初始化容器的日志。',
  'The node does not answer': '节点没有响应',
  'The node has stopped reporting, so nobody knows whether the pod still runs. A StatefulSet makes no new pod until the old one is certainly gone.':
    '节点已停止上报，因此无人知道 Pod 是否仍在运行。在旧 Pod 确定消失之前，StatefulSet 不会创建新的 Pod。',
  'If the machine is gone for good, delete its Node object. Before that, a pod that is deleted by force may still write to its volume.':
    '如果机器已永久消失，请删除其 Node 对象。在此之前，被强制删除的 Pod 仍可能写入其卷。',
  'A pod does not go away': 'Pod 没有消失',
  'The pod is being deleted, but its node is lost, a finalizer holds it, or its preStop hook does not end. Until it is gone, a StatefulSet or a Deployment with strategy Recreate makes no new one.':
    'Pod 正在被删除，但其节点已丢失、终结器将其保留，或其 preStop 钩子没有结束。在它消失之前，StatefulSet 或采用 Recreate 策略的 Deployment 不会创建新的 Pod。',
  'The namespace is being deleted': '命名空间正在被删除',
  'Nothing can be created in a namespace that is being deleted. It stays until the last finalizer in it is done.':
    '在正在被删除的命名空间中无法创建任何对象。它会一直保留，直到其中最后一个终结器完成。',
  'See what the namespace still waits for.': '查看命名空间还在等待什么。',
  'A volume cannot be resized': '无法调整卷的大小',
  'The storage system refuses the size that the claim asks for: a limit, a quota, or a class that does not allow it. The volume keeps the size it has and goes on working.':
    '存储系统拒绝了所请求的大小：原因可能是上限、配额或不允许调整的存储类。卷保持原有大小并继续工作。',
  'Read what the storage system answers (conditions and events of the claim).':
    '阅读存储系统的答复（声明的状况和事件）。',
  'Set a size in the environment spec that the storage system can give. Kubernetes 1.34 and later accept a smaller one than was asked for, never a smaller one than there is.':
    '在环境规格中设置存储系统能够提供的大小。Kubernetes 1.34 及更高版本接受比请求更小的大小，但绝不接受比现有更小的大小。',
};

export default texts;
