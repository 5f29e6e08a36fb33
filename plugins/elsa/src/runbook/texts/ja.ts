/* eslint-disable max-lines -- a table of translated runbook entries */
import type { RunbookTexts } from '../RunbookTexts';

/** Japanese. */
const texts: RunbookTexts = {
  'The server cannot connect to its database':
    'サーバーがデータベースに接続できません',
  'Wrong password (28P01), unknown database (3D000), TLS that one side does not offer, a name that does not resolve, or a network policy. With a missing or misspelt DatabaseProvider the server silently uses SQLite instead.':
    'パスワードの誤り（28P01）、存在しないデータベース（3D000）、一方が対応していない TLS、解決できない名前、またはネットワークポリシーです。DatabaseProvider がないか綴りが誤っていると、サーバーは何も告げずに SQLite を使います。',
  'Read the exact error from the last start.':
    '直近の起動時の正確なエラーを読みます。',
  'Check that the database responds.': 'データベースが応答するか確認します。',
  "Check the cluster's state and its primary.":
    'クラスターの状態とプライマリを確認します。',
  'Check that the database runs and is ready.':
    'データベースが動作し、準備完了か確認します。',
  'Check that its Service has ready addresses.':
    'その Service に準備完了のアドレスがあるか確認します。',
  'Check the provider and the setting names. Values from Secrets are shown as references.':
    'プロバイダーと設定の名前を確認します。Secret から来る値は参照としてのみ表示されます。',
  'Running pods pick up a rotated password only after a restart.':
    '更新したパスワードは、再起動しなければ実行中の Pod に届きません。',
  'An embedded database keeps the password that its volume was first set up with: changing the Secret does not change it. Change it in the database too.':
    '組み込みのデータベースは、ボリュームを最初に作ったときのパスワードを保持します。Secret を変えても変わりません。データベース側でも変更してください。',
  'The PostgreSQL cluster is unhealthy':
    'PostgreSQL クラスターが正常ではありません',
  'The operator reports a phase that needs attention, or instances that are not ready: a failover, a restart that does not end, an invalid definition, a full volume, or a state it cannot recover from by itself.':
    'オペレーターが注意を要するフェーズ、または準備ができていないインスタンスを報告しています。フェイルオーバー、終わらない再起動、無効な定義、満杯のボリューム、または自力で先へ進めない状態です。',
  'A pooler waits for its cluster and its Secrets. Read why in its status.':
    'プーラーはクラスターと Secret を待っています。理由はその status にあります。',
  'Check the phase, conditions and current primary.':
    'フェーズ、コンディション、現在のプライマリを読みます。',
  'List the instances and their roles.': 'インスタンスとその役割を確認します。',
  'Read replication lag and archiving (needs the cnpg plugin of kubectl).':
    'レプリケーションの遅延とアーカイブを読みます（kubectl の cnpg プラグインが必要です）。',
  'List the warnings in the namespace.': '名前空間の警告を読みます。',
  'A database migration fails': 'データベースのマイグレーションが失敗します',
  'Elsa migrates its database when a pod starts; there is no SDK in the images, so `dotnet ef` cannot be run in them. The database user must be allowed to create the schemas Elsa and quartz. Two pods that start together race unless locks are shared.':
    'Elsa は Pod の起動時にデータベースを移行します。イメージには SDK がないため、その中で `dotnet ef` は実行できません。データベースユーザーにはスキーマ Elsa と quartz の作成権限が必要です。ロックを共有していないと、同時に起動した 2 つの Pod が競合します。',
  'Find the migration that failed.': '失敗したマイグレーションを読みます。',
  'If a Job runs the migration, read its log.':
    'Job が移行する場合は、そのログを読みます。',
  'See which migrations were applied.':
    '適用済みのマイグレーションを確認します。',
  'Let a single pod run the migration.': '1 つの Pod だけで移行させます。',
  'An older image cannot use a newer schema. Restore the backup before you roll back to an earlier version.':
    '古いイメージは新しいスキーマを使えません。バージョンを戻す前にバックアップを復元してください。',
  'The database runs out of connections': 'データベース接続が枯渇します',
  'Pods x pools x Max Pool Size exceed what the server accepts (max_connections), or connections are held too long. Locks and Quartz use their own connections.':
    'Pod 数 × プール数 × Max Pool Size がサーバーの上限（max_connections）を超えているか、接続が長く保持されすぎています。ロックと Quartz は独自の接続を使います。',
  'Count the connections and see who holds them.':
    '接続の数と保持者を数えます。',
  'Count the connections.': '接続の数を数えます。',
  'Compare with the limit.': '上限と比べます。',
  'See how many pods share the limit.': '上限を共有する Pod の数を確認します。',
  "Lower the pool size in the environment spec so that (replicas at the autoscaler's maximum) x (pools per pod) x (pool size) stays 20 below max_connections. Editing the StatefulSet lasts only until the next sync.":
    '環境仕様でプールサイズを下げ、（オートスケーラー上限のレプリカ数）×（Pod あたりのプール数）×（プールサイズ）を max_connections より 20 少なく保ちます。StatefulSet の編集は次の同期までしか残りません。',
  'PgBouncer helps only for queries: locks and migrations need session mode or a direct connection, because PostgreSQL advisory locks do not survive transaction pooling.':
    'PgBouncer が役立つのはクエリだけです。ロックとマイグレーションにはセッションモードか直接接続が必要です。PostgreSQL のアドバイザリーロックはトランザクションプーリングでは維持されません。',
  'Distributed locks cannot be acquired': '分散ロックを取得できません',
  'With the PostgreSQL provider, locks are session advisory locks: there is no lock table. A lock ends with the session that holds it. A misspelt provider (Postgres, Redis, File) means no locks at all; PgBouncer in transaction mode and a Redis that evicts keys lose locks.':
    'PostgreSQL プロバイダーのロックはセッションのアドバイザリーロックで、ロックテーブルはありません。ロックは保持するセッションとともに終わります。プロバイダー名の綴りの誤り（Postgres、Redis、File）はロックが一切ないことを意味します。トランザクションモードの PgBouncer や、キーを追い出す Redis ではロックが失われます。',
  'See which sessions wait for locks and which hold them.':
    '待っている側と保持している側を確認します。',
  'With Redis locks: keys must never be evicted (noeviction).':
    'Redis のロックでは、キーを追い出してはいけません（noeviction）。',
  'Find out which lock times out.': 'どのロックがタイムアウトしたか読みます。',
  'Release a lock held by a dead pod by ending its session: SELECT pg_terminate_backend(<pid>). A lock held by a running pod is working as intended.':
    '停止した Pod のロックは、そのセッションを終了して解放します: SELECT pg_terminate_backend(<pid>)。動作中の Pod のロックは正常です。',
  'Backups are missing or failing': 'バックアップがないか失敗しています',
  'The last run failed, never ran, or is older than its schedule allows. What was not backed up cannot be restored.':
    '直近の実行が失敗したか、一度も実行されていないか、スケジュールの許容より古くなっています。バックアップされていないものは復元できません。',
  'List the schedules and last runs.': 'スケジュールと直近の実行を確認します。',
  'List the runs, newest last.': '実行を確認します。新しいものが最後です。',
  'Read the logs of the runs that still exist.':
    'まだ残っている実行のログを読みます。',
  'List the backups and their errors.':
    'バックアップとそのエラーを確認します。',
  'See whether the write-ahead log is archived (needs the cnpg plugin of kubectl). While it is not, nothing newer than the last backup can be restored, and the volume fills up.':
    '先行書き込みログがアーカイブされているか確認します（kubectl の cnpg プラグインが必要です）。アーカイブされない間は、最後のバックアップより新しいものは復元できず、ボリュームが満杯になっていきます。',
  'In a mesh without native sidecars a backup Job never ends, because its proxy keeps running.':
    'ネイティブサイドカーのないメッシュでは、プロキシが動き続けるためバックアップの Job は終わりません。',
  'After the fix, run a backup and test a restore.':
    '修復後、すぐにバックアップを実行し、復元を試してください。',
  'A volume claim is not bound': 'ボリュームクレームがバインドされていません',
  'No volume was provisioned: the storage class does not exist, the driver is not installed, the access mode is not supported, or (WaitForFirstConsumer) no pod uses the claim. Lost means that the volume behind it is gone.':
    'ボリュームが用意されていません。ストレージクラスが存在しない、ドライバーがインストールされていない、アクセスモードが使えない、または（WaitForFirstConsumer で）どの Pod もクレームを使っていません。Lost は背後のボリュームが失われたことを意味します。',
  'Find out why it is pending.': '待機の理由を読みます。',
  'Check the storage classes and which is the default.':
    'ストレージクラスと既定のクラスを確認します。',
  'Do not delete a Lost claim until you know whether the volume or a snapshot still exists.':
    'Lost のクレームは、ボリュームやスナップショットが残っているか分かるまで削除しないでください。',
  'A volume is nearly full': 'ボリュームがほぼ満杯です',
  'PostgreSQL stops when it cannot write its log. Old dumps, unused replication slots and workflow history that is never removed fill volumes.':
    'PostgreSQL はログを書けなくなると停止します。古いダンプ、誰も読まないレプリケーションスロット、削除されないワークフロー履歴がボリュームを埋めます。',
  'See what uses the space.': '何が埋めているか確認します。',
  'Check that the class allows expansion (ALLOWVOLUMEEXPANSION).':
    'クラスが拡張を許可しているか確認します（ALLOWVOLUMEEXPANSION）。',
  'Raise the size in the environment spec and deploy. The claim grows in place while its pod keeps running; this command shows the progress. A volume never shrinks.':
    '環境仕様でサイズを増やしてデプロイします。Pod が動いたままクレームがその場で拡張されます。進み具合はここで確認できます。ボリュームは縮小できません。',
  'If the class does not allow expansion, the API server rejects the larger size and nothing is lost: set the old size again, and move to another class by backup and restore.':
    'クラスが拡張を許可していない場合、API サーバーは新しいサイズを拒否し、データは失われません。元のサイズに戻し、バックアップと復元で別のクラスへ移行してください。',
  'A StatefulSet from an earlier chart version still has a claim template, and changing it is rejected as Forbidden. Delete it once without its pod and deploy again; the pod, claim and data stay.':
    '以前のチャートの StatefulSet にはクレームテンプレートが残っており、変更は Forbidden として拒否されます。Pod を残したまま一度だけ削除し、再度デプロイしてください。Pod、クレーム、データは残ります。',
  'The Service does not respond': 'Service が応答しません',
  'A Service sends requests only to ready pods. Without ready addresses, every request fails, whatever the route in front of it says.':
    'Service は準備完了の Pod にしか届きません。準備完了のアドレスがなければ、手前のルートが何を示していても、すべてのリクエストが失敗します。',
  'Check its ports and selector.': 'ポートとセレクターを確認します。',
  'Check its ready addresses. If there are none, no pod is ready or the selector matches no pods.':
    '準備完了のアドレスを確認します。ない場合は、準備完了の Pod がないか、セレクターがどれにも一致していません。',
  'Call it from your machine.': '自分のマシンから問い合わせます。',
  'In a second shell: every Elsa 3 server responds to this.':
    '別のシェルで: すべての Elsa 3 サーバーがこれに応答します。',
  'If it responds here but not from other pods, a network policy or the mesh blocks them.':
    'ここでは応答し、ほかの Pod からは応答しない場合、ネットワークポリシーかメッシュが拒否しています。',
  'Names do not resolve': '名前を解決できません',
  'A pod cannot resolve a Service or an external host. A network policy must allow port 53 over UDP and TCP, and nodes with a local DNS cache query 169.254.20.10.':
    'Pod が Service または外部のホストを解決できません。ネットワークポリシーは UDP と TCP のポート 53 を許可する必要があり、ローカル DNS キャッシュのあるノードは 169.254.20.10 に問い合わせます。',
  'Resolve the name from inside the namespace. The pod is removed afterwards.':
    '名前空間の中から名前を解決します。Pod はその後削除されます。',
  'Check that the DNS server is running.':
    'DNS サーバーが動作しているか確認します。',
  'Read its log.': 'そのログを読みます。',
  'See which egress traffic the network policies allow.':
    '名前空間のポリシーが許可する外向き通信を確認します。',
  'The public address does not work': '公開アドレスが機能しません',
  "The Ingress or HTTPRoute has no address or is not accepted: wrong class or gateway, a listener that does not allow this namespace, a Service or port that does not exist. Studio runs in the browser, so it needs the server's public address, not its Service.":
    'Ingress または HTTPRoute にアドレスがないか、受け入れられていません。クラスやゲートウェイの誤り、この名前空間を許可しないリスナー、存在しない Service やポートです。Studio はブラウザーで動くため、サーバーの Service ではなく公開アドレスが必要です。',
  'List the gateways, routes and their addresses.':
    'ゲートウェイ、ルート、そのアドレスを確認します。',
  'Find out why it is not accepted (Accepted, ResolvedRefs, Programmed).':
    '受け入れられない理由を読みます（Accepted、ResolvedRefs、Programmed）。',
  'See which classes exist and which controllers serve them.':
    '存在するクラスとその担当を確認します。',
  'Call the public address.': '公開アドレスに問い合わせます。',
  'See whether the request arrives.': 'リクエストが届くか確認します。',
  'The certificate is not valid': '証明書が有効ではありません',
  'cert-manager could not issue or renew it, its renewal is late, or it has expired. The chain of Certificate, CertificateRequest, Order and Challenge shows where it stopped.':
    'cert-manager が発行または更新できなかったか、更新が遅れているか、期限が切れています。Certificate、CertificateRequest、Order、Challenge の連鎖が、どこで止まったかを示します。',
  'Check the state and the last error.': '状態と直近のエラーを読みます。',
  'Follow the chain, newest last.': '連鎖をたどります。新しいものが最後です。',
  'Check that the issuer is ready.': '発行者が準備完了か確認します。',
  'See which certificate clients get.': '訪問者に何が返るか確認します。',
  "Read cert-manager's log.": 'cert-manager のログを読みます。',
  'Secrets are not synchronised': 'シークレットが同期されていません',
  'The operator cannot reach the secret store, is not allowed to read the key, or the key does not exist. Running pods keep the old values; new ones may not start.':
    'オペレーターがシークレットストアに到達できないか、キーを読む権限がないか、キーが存在しません。実行中の Pod は古い値を保持し、新しい Pod は起動しないことがあります。',
  'Read the error.': 'エラーを読みます。',
  'Check the stores.': 'ストアを確認します。',
  'After the fix, force a synchronisation: any new value of the annotation triggers it.':
    '修復後、すぐに同期します。アノテーションに新しい値を入れれば同期されます。',
  'Requests are slow': 'リクエストが遅くなっています',
  'CPU throttling, a slow database, waiting for locks or connections, or too few replicas. More replicas help only on a host that can be clustered.':
    'CPU のスロットリング、遅いデータベース、ロックや接続の待ち、またはレプリカ不足です。レプリカを増やして効果があるのは、クラスター化できるホストだけです。',
  'Compare CPU and memory with the limits.': 'CPU とメモリーを上限と比べます。',
  'See whether the autoscaler is at its limit.':
    'オートスケーラーが上限に達しているか確認します。',
  'Look for slow queries and time-outs in the log.':
    'ログで遅いクエリとタイムアウトを探します。',
  'Then follow the entries on connections and on locks.':
    '次に、接続とロックの項目に従ってください。',
  'Memory keeps growing': 'メモリーが際限なく増えます',
  'At steady load the memory of a healthy server levels off. Workflow definitions are cached for a day; large variables and journals are kept while instances run.':
    '負荷が一定なら、正常なサーバーのメモリーは横ばいになります。ワークフロー定義は 1 日キャッシュされ、大きな変数とジャーナルはインスタンスの実行中保持されます。',
  'Watch usage per container.': 'コンテナーごとの使用量を観察します。',
  'Take a dump with a debug container, because the images contain no tools. It writes to the shared /tmp and needs diagnostics enabled (DOTNET_EnableDiagnostics).':
    'イメージにはツールがないため、デバッグ用コンテナーでダンプを取ります。共有の /tmp に書き込み、診断が有効（DOTNET_EnableDiagnostics）である必要があります。',
  'A dump contains everything that was in memory, including secrets. Protect it accordingly.':
    'ダンプにはメモリー上のすべてが、秘密も含めて入っています。秘密と同じように安全に保管してください。',
  'The autoscaler is at its limit': 'オートスケーラーが上限に達しています',
  'It wants more replicas than its maximum allows. The service may be slow although nothing is broken.':
    '上限より多くのレプリカを必要としています。何も壊れていなくても、サービスが遅くなることがあります。',
  'Check metrics, targets and conditions.':
    'メトリクス、目標、コンディションを確認します。',
  'See whether the pods are really busy.': 'Pod が本当に忙しいか確認します。',
  'Raise the maximum in the environment spec. Check first that the database accepts the connections of that many pods.':
    '環境仕様で上限を上げます。その前に、データベースがそれだけの Pod の接続を受け入れるか確認してください。',
  'The autoscaler does not work': 'オートスケーラーが機能していません',
  'It cannot read a metric or scale its target. While one metric is missing it never scales down. CPU and memory need metrics-server, other metrics an adapter or KEDA.':
    'メトリクスを読めないか、対象をスケールできません。メトリクスが 1 つでも欠けている間は縮小しません。CPU とメモリーには metrics-server、ほかのメトリクスにはアダプターか KEDA が必要です。',
  'Find out which metric is missing and why.':
    '欠けているメトリクスとその理由を読みます。',
  'Check that the metrics APIs are served.':
    'メトリクス API が提供されているか確認します。',
  'Every container in the pod needs a CPU request, including injected ones.':
    'Pod のすべてのコンテナーに CPU リクエストが必要です。注入されたものも同じです。',
  'A disruption budget does not work': '中断バジェットが機能していません',
  'The controller could not compute it: two budgets match the same pod, or the selector matches pods without a scalable owner. Nodes with such pods cannot be drained.':
    'コントローラーが計算できませんでした。2 つのバジェットが同じ Pod に一致するか、セレクターがスケール可能なオーナーのない Pod に一致しています。そのような Pod があるノードはドレインできません。',
  'Check allowed disruptions and conditions.':
    '許可された中断とコンディションを確認します。',
  'List the pods.': '存在する Pod を確認します。',
  'Pods run old workflow definitions':
    'Pod が古いワークフロー定義を実行しています',
  'Definitions are cached in each pod for a day. Other pods learn of a change only through distributed cache invalidation (MassTransit over RabbitMQ), which needs a host built with it; Redis is for locks only. Stock images cannot do it, which is why they run as one replica.':
    '定義は各 Pod に 1 日キャッシュされます。ほかの Pod が変更を知るのは、分散キャッシュ無効化（RabbitMQ 上の MassTransit）によってのみで、それを組み込んだホストが必要です。Redis はロック専用です。標準イメージにはこの機能がないため、1 レプリカで動作します。',
  "See each pod's temporary queue.": '各 Pod の一時キューを確認します。',
  'See whether the bus started in the server.':
    'サーバーでバスが起動したか確認します。',
  'Make all pods reload the definitions.':
    'すべての Pod に定義を読み直させます。',
  'RabbitMQ is unhealthy': 'RabbitMQ が正常ではありません',
  'The operator could not apply the specification, or not all nodes are ready. Pods then miss changes of workflow definitions.':
    'オペレーターが仕様を適用できなかったか、準備完了でないノードがあります。その場合 Pod はワークフロー定義の変更を受け取れません。',
  "Read the operator's conditions.": 'オペレーターのコンディションを読みます。',
  'Check what the broker reports.': 'ブローカー自身の見方を確認します。',
  'An error budget is burning': 'エラーバジェットが消費されています',
  'Requests fail or are slow more often than the objective allows. At this rate, a page alert means that the error budget is exhausted within days, and a ticket alert that it will not last the period.':
    '目標が許すより速く、リクエストが失敗または遅延しています。呼び出しの組は、この速度では数日でバジェットがなくなることを、チケットの組は期間いっぱい持たないことを意味します。',
  'Look at what changed when it started: rollouts, configuration, load, database.':
    '始まったときに何が変わったか確認します: ロールアウト、設定、負荷、データベース。',
  'See whether pods fail or restart.':
    '失敗または再起動した Pod があるか確認します。',
  'Read the errors.': 'エラーを読みます。',
  'If a rollout caused it, roll it back first and find the cause afterwards. While the error budget is exhausted, hold back risky changes.':
    'ロールアウトがきっかけなら、まず元に戻し、原因はその後に調べます。バジェットがなくなったら、危険な変更は控えてください。',
  'An SLO has no data': 'SLO にデータがありません',
  'Prometheus has no samples for it: no traffic, a target that is not scraped, rules that were not loaded, or metrics that this image does not export (stock Elsa images export none). No data is not 100 %.':
    'Prometheus にサンプルがありません。トラフィックがない、ターゲットが収集されていない、ルールが読み込まれていない、またはこのイメージが出力しないメトリクスです（Elsa の標準イメージは何も出力しません）。データなしは 100 % ではありません。',
  'Check that rules, monitors and probes exist.':
    'ルール、モニター、プローブが存在するか確認します。',
  'Compare their labels with the selectors of your Prometheus (ruleSelector, serviceMonitorSelector, probeSelector), and look at its pages Targets and Rules.':
    'それらのラベルを Prometheus のセレクター（ruleSelector、serviceMonitorSelector、probeSelector）と比べ、Targets と Rules のページを確認します。',
  'Check that the metric profile of the environment spec fits the host.':
    '環境仕様のメトリクスプロファイルがホストに合っているか確認します。',
  'Argo CD and the repository disagree': 'Argo CD とリポジトリが一致しません',
  'The cluster differs from the deployment repository: a change was not applied yet, a sync failed, or someone changed objects by hand.':
    'クラスターがデプロイ用リポジトリと異なります。変更が未適用か、同期が失敗したか、誰かがオブジェクトを手で変更しました。',
  'Check the sync state, conditions and last operation.':
    '同期の状態、コンディション、直近の操作を読みます。',
  'See the differences.': '相違を確認します。',
  'Apply the repository. Check the differences first: manual changes are lost.':
    'リポジトリを適用します。先に相違を読んでください。手で変更した内容は失われます。',
  'The portal cannot read a source': 'ポータルが情報源を読み取れません',
  'The cluster, Prometheus or Alertmanager did not respond, refused access, or last responded too long ago. The environment itself may be healthy; its state is not known.':
    'クラスター、Prometheus、または Alertmanager が応答しないか、拒否したか、応答が古すぎます。環境自体は正常かもしれませんが、分かりません。',
  "Read the source's state and message on the environments page.":
    '環境ページで情報源の状態とメッセージを読みます。',
  "Unauthorized or forbidden: check the portal's service account and its role in the cluster.":
    'Unauthorized または forbidden: ポータルのサービスアカウントと、クラスターでのそのロールを確認します。',
  'Check the environment directly in the meantime.':
    'その間、環境を自分で確認します。',
  'Pods do not start': 'Pod が起動しません',
  'A pod is Pending or its containers are waiting. The pod events show what for: a node, a volume, an image or a Secret.':
    'Pod が Pending か、コンテナーが待機しています。何を待っているかは Pod のイベントに書かれています: ノード、ボリューム、イメージ、または Secret。',
  'Find the pods that are not ready.': '準備完了でない Pod を探します。',
  "Check the pod's conditions, container states and events.":
    'Pod のコンディション、コンテナーの状態、イベントを読みます。',
  'No node can run the pod': 'Pod を受け入れるノードがありません',
  'The scheduler finds no node with enough free CPU and memory, or affinity, spread constraints, taints or a volume in one zone rule all of them out. Requests count, not usage.':
    '十分な空き CPU とメモリーのあるノードをスケジューラーが見つけられないか、アフィニティ、分散制約、テイント、または特定ゾーンのボリュームがすべてのノードを除外しています。数えられるのは使用量ではなくリクエストです。',
  'Find out why each group of nodes was ruled out (event FailedScheduling).':
    '各ノード群が除外された理由を読みます（イベント FailedScheduling）。',
  'Compare the requests on the nodes with their capacity.':
    'ノードで要求されている量と、ノードの容量を比べます。',
  'Check actual usage.': '実際の使用量を確認します。',
  'Check the namespace quotas, which also limit requests.':
    '名前空間のクォータを確認します。リクエストも制限します。',
  'Lower the requests in the environment spec, add nodes, or relax spread constraints. A required anti-affinity by zone with a surge pod blocks every rollout.':
    '環境仕様でリクエストを下げるか、ノードを追加するか、分散制約を緩めます。ゾーン単位の必須アンチアフィニティとサージ Pod の組み合わせは、すべてのロールアウトを妨げます。',
  'The image cannot be pulled': 'イメージをプルできません',
  'The name or digest does not exist, the registry refuses the pull, or the node cannot reach it. Elsa publishes exact versions (such as 3.9.0), no `latest` for Elsa 3; the -v3-5 images have no version tags at all.':
    '名前またはダイジェストが存在しないか、レジストリが拒否したか、ノードから到達できません。Elsa が公開するのは正確なバージョン（3.9.0 など）で、Elsa 3 の `latest` はありません。-v3-5 のイメージにはバージョンタグがありません。',
  "Read the registry's answer (events Failed and BackOff).":
    'レジストリの応答を読みます（イベント Failed と BackOff）。',
  'Check which image is requested.': '要求されているイメージを確認します。',
  'See which pull secrets the pod uses; they must exist in its namespace and have type kubernetes.io/dockerconfigjson.':
    'Pod が使うプルシークレットを確認します。同じ名前空間にあり、型が kubernetes.io/dockerconfigjson である必要があります。',
  'List the pull secrets that exist (names only).':
    '存在するプルシークレットを一覧します（名前のみ）。',
  'Correct the image in the environment spec, or name the pull secret there. Do not create one by hand: delivery would remove it or not know about it.':
    '環境仕様でイメージを修正するか、プルシークレットを指定します。手で作らないでください。デリバリーが削除するか、存在を知らないままになります。',
  'A container keeps crashing': 'コンテナーが繰り返しクラッシュします',
  'The process exits soon after it starts. Exit code 137 with OOMKilled means out of memory, 143 a stop, 139 a native crash; 1 and 134 are usually an exception at startup: the database, a missing setting or a migration. A liveness probe on a path that the image does not serve also restarts the container.':
    'プロセスが起動直後に終了しています。終了コード 137 と OOMKilled はメモリー、143 は停止、139 はネイティブのクラッシュです。1 と 134 はたいてい起動時の例外で、データベース、設定の不足、またはマイグレーションです。イメージが提供しないパスへの liveness プローブもコンテナーを終了させます。',
  'Read the container log from before it exited.':
    '終了前にコンテナーが出力した内容を読みます。',
  'Check the exit code, probe failures and restarts.':
    '終了コード、プローブの失敗、再起動を読みます。',
  'Read the events in order.': 'イベントを順に読みます。',
  'Check that the services Elsa depends on are running: database, Redis, RabbitMQ.':
    'Elsa が依存するもの（データベース、Redis、RabbitMQ）が動作しているか確認します。',
  'Compare the probes with the image: official images answer `/` and `/elsa/api/package/version`; `/health/live` and `/health/ready` exist only in hosts built on Elsa 3.8 or later.':
    'プローブをイメージと比べます。公式イメージは `/` と `/elsa/api/package/version` に応答します。`/health/live` と `/health/ready` は Elsa 3.8 以降のホストにのみあります。',
  'A container cannot be created': 'コンテナーを作成できません',
  'The pod refers to a Secret, ConfigMap or key that does not exist, or its command, user or mounts are not valid.':
    'Pod が存在しない Secret、ConfigMap、またはそのキーを参照しているか、コマンド、ユーザー、マウントが実行不可能です。',
  'See which name or key is missing.': 'どの名前またはキーがないか読みます。',
  'See which keys a Secret has. This shows names and sizes, never values.':
    'Secret にあるキーを確認します。表示されるのは名前とサイズだけで、値は表示されません。',
  'Check whatever is meant to create the Secrets in the namespace.':
    'Secret を名前空間に届けるはずのものを確認します。',
  'List the ConfigMaps.': 'ConfigMap を一覧します。',
  'A container runs out of memory': 'コンテナーのメモリーが不足しています',
  'The kernel killed the container because it reached its memory limit. .NET uses up to 75 % of the limit for its heap; many parallel workflows, large variables and native memory need the rest.':
    'メモリーの上限に達したため、カーネルがコンテナーを終了しました。.NET は上限の 75 % までをヒープに使います。残りは、多数の並列ワークフロー、大きな変数、ネイティブメモリーが必要とします。',
  'Compare usage with the limit.': '使用量を上限と比べます。',
  'Check the limit, last termination and exit code.':
    '上限、直近の終了、終了コードを読みます。',
  'Raise the memory limit in the environment spec and keep request and limit equal. If usage keeps growing at steady load, follow the entry on memory growth.':
    '環境仕様でメモリーの上限を上げ、request と limit を同じにします。負荷が一定なのに使用量が増え続ける場合は、メモリー増加の項目に従ってください。',
  'Pods run but are not ready': 'Pod は動作していますが準備完了ではありません',
  'The readiness probe fails, so the Service sends no traffic. In Elsa 3.8 and later hosts the probe also fails while the database or the lock store is unavailable and while the runtime is paused or draining.':
    'readiness プローブが失敗しているため、Service はトラフィックを送りません。Elsa 3.8 以降のホストでは、データベースやロックストアがない間、またはランタイムが一時停止・ドレイン中の間も失敗します。',
  'Read the probe failures.': 'プローブの失敗を読みます。',
  'Call the server directly, bypassing probes and the Service.':
    'プローブと Service を通さず、サーバー自体に問い合わせます。',
  'Read the logs of the container that is not ready.':
    '準備完了でないコンテナーのログを読みます。',
  'A rollout does not finish': 'ロールアウトが完了しません',
  'New pods do not become available, so old ones stay. After its progress deadline a Deployment gives up waiting, but it does not roll back.':
    '新しい Pod が利用可能にならず、古い Pod が残っています。期限を過ぎると Deployment は待つのをやめますが、元には戻しません。',
  'Check the progress of the rollout.': 'ロールアウトの進み具合を確認します。',
  'See what changed between the revisions.': 'リビジョン間の変更を確認します。',
  'Revert the change in the deployment repository. `kubectl rollout undo` lasts only until the next sync.':
    'デプロイ用リポジトリで変更を元に戻します。`kubectl rollout undo` は次の同期までしか残りません。',
  'Pods are not created': 'Pod がまったく作成されません',
  'A quota, a LimitRange, Pod Security admission or an admission webhook refuses the pods. They never appear, so only the ReplicaSet or StatefulSet says why.':
    'クォータ、LimitRange、Pod Security アドミッション、またはアドミッション Webhook が Pod を拒否しています。Pod は現れないため、理由は ReplicaSet または StatefulSet にしかありません。',
  'Read the refusals (event FailedCreate).':
    '拒否の内容を読みます（イベント FailedCreate）。',
  'Check quotas and limit ranges.': 'クォータと LimitRange を確認します。',
  'Check the Pod Security level of the namespace (label pod-security.kubernetes.io/enforce).':
    '名前空間の Pod Security レベルを確認します（ラベル pod-security.kubernetes.io/enforce）。',
  'Expected objects do not exist': 'あるはずのオブジェクトが存在しません',
  'The deployment repository describes objects that the cluster does not have: never synchronised, pruned, deleted by hand, or without the labels used to find them.':
    'デプロイ用リポジトリにあるオブジェクトがクラスターにありません。未同期、プルーニング、手による削除、または検出用のラベルの欠落です。',
  'See what exists.': '存在するものを確認します。',
  'See what Argo CD reports about its last sync.':
    'Argo CD が直近の同期について示す内容を確認します。',
  'Synchronise the application, or check the cluster and namespace of the catalog entity.':
    'アプリケーションを同期するか、カタログエンティティのクラスターと名前空間が正しいか確認します。',
  'Stopped on purpose': '意図的に停止されています',
  'Someone scaled the workload to 0, paused it, suspended a schedule, or hibernated or fenced the database. Nothing is wrong, but nothing is running.':
    '誰かがワークロードを 0 にスケールしたか、一時停止したか、スケジュールを停止したか、データベースを休止またはフェンスしました。異常はなく、何も動作していません。',
  "Read the annotations of the database's cluster: who fences an instance or stops the operator does it there.":
    'データベースのクラスターのアノテーションを確認します。インスタンスのフェンスやオペレーターの停止はそこで行われます。',
  'Check replicas and pauses.': 'レプリカと一時停止を確認します。',
  'Change replicas or the pause in the environment spec, so that delivery does not undo it.':
    'デリバリーに元へ戻されないよう、環境仕様でレプリカまたは一時停止を変更します。',
  'An object is being deleted': 'オブジェクトが削除中です',
  'The object is marked for deletion and stays until its finalizers are done. Pods stay for their grace period; a claim stays while a pod uses it.':
    'オブジェクトには削除時刻があり、ファイナライザーが終わるまで残ります。Pod は猶予期間中、クレームは Pod が使用している間残ります。',
  'See which finalizers block it.':
    'どのファイナライザーが保持しているか確認します。',
  'Find out why the controller of the finalizer does not finish before you remove it by hand.':
    '手で取り除く前に、ファイナライザーのコントローラーが終わらない理由を調べてください。',
  'No scheduler takes the pod': 'Pod を引き受けるスケジューラーがありません',
  'The pod waits until a scheduling gate is removed, such as that of a queue, or it names a scheduler that does not run.':
    'Pod は、キューなどのスケジューリングゲートが外されるのを待っているか、動作していないスケジューラーを指定しています。',
  'See which gates and which scheduler the pod names.':
    'Pod が指定しているゲートとスケジューラーを確認します。',
  'Containers are not created': 'コンテナーが作成されません',
  'The pod has a node, but the node cannot attach or mount a volume, set up the network or find a Secret. The events FailedAttachVolume, FailedMount and FailedCreatePodSandBox name the cause.':
    'Pod にはノードがありますが、ノードがボリュームの接続やマウント、ネットワークの準備、または Secret の取得に失敗しています。イベント FailedAttachVolume、FailedMount、FailedCreatePodSandBox が原因を示します。',
  'See which node still holds the volume. Storage for one node moves only after that node has let go of it.':
    'どのノードがまだボリュームを保持しているかを確認します。単一ノード用のストレージは、そのノードが手放すまで移動しません。',
  'Check the nodes.': 'ノードを確認します。',
  'An init container does not finish': 'init コンテナーが完了しません',
  'An init container of the pod waits for something, usually the database, a migration or a name that does not resolve. The other containers start only after it.':
    'Pod の init コンテナーが何かを待っています。たいていはデータベース、マイグレーション、または解決できない名前です。ほかのコンテナーはその後に起動します。',
  'Read the log of the init container.': 'init コンテナーのログを読みます。',
  'The node does not answer': 'ノードが応答しません',
  'The node has stopped reporting, so nobody knows whether the pod still runs. A StatefulSet makes no new pod until the old one is certainly gone.':
    'ノードからの報告が止まったため、Pod がまだ動いているかどうかは誰にも分かりません。StatefulSet は、古い Pod が確実になくなるまで新しい Pod を作りません。',
  'If the machine is gone for good, delete its Node object. Before that, a pod that is deleted by force may still write to its volume.':
    'マシンが完全になくなった場合は、その Node オブジェクトを削除します。それより前に強制削除した Pod は、まだボリュームに書き込む可能性があります。',
  'A pod does not go away': 'Pod がなくなりません',
  'The pod is being deleted, but its node is lost, a finalizer holds it, or its preStop hook does not end. Until it is gone, a StatefulSet or a Deployment with strategy Recreate makes no new one.':
    'Pod は削除中ですが、ノードが失われたか、ファイナライザーが保持しているか、preStop フックが終わりません。なくなるまで、StatefulSet や Recreate 戦略の Deployment は新しい Pod を作りません。',
  'The namespace is being deleted': 'Namespace が削除されています',
  'Nothing can be created in a namespace that is being deleted. It stays until the last finalizer in it is done.':
    '削除中の Namespace には何も作成できません。中の最後のファイナライザーが終わるまで残ります。',
  'See what the namespace still waits for.':
    'Namespace がまだ何を待っているかを確認します。',
  'A volume cannot be resized': 'ボリュームのサイズを変更できません',
  'The storage system refuses the size that the claim asks for: a limit, a quota, or a class that does not allow it. The volume keeps the size it has and goes on working.':
    'ストレージシステムが、要求されたサイズを拒否しています。上限、クォータ、または許可しないクラスが原因です。ボリュームは今のサイズのまま動き続けます。',
  'Read what the storage system answers (conditions and events of the claim).':
    'ストレージシステムの応答（要求の条件とイベント）を読みます。',
  'Set a size in the environment spec that the storage system can give. Kubernetes 1.34 and later accept a smaller one than was asked for, never a smaller one than there is.':
    '環境仕様に、ストレージシステムが提供できるサイズを設定します。Kubernetes 1.34 以降は要求より小さいサイズを受け付けますが、現在より小さいサイズは受け付けません。',
};

export default texts;
