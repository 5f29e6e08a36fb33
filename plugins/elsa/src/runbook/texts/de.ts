/* eslint-disable max-lines -- a table of translated runbook entries */
import type { RunbookTexts } from '../RunbookTexts';

/** German. */
const texts: RunbookTexts = {
  'The server cannot connect to its database':
    'Der Server kann sich nicht mit seiner Datenbank verbinden',
  'Wrong password (28P01), unknown database (3D000), TLS that one side does not offer, a name that does not resolve, or a network policy. With a missing or misspelt DatabaseProvider the server silently uses SQLite instead.':
    'Falsches Passwort (28P01), unbekannte Datenbank (3D000), TLS, das eine Seite nicht anbietet, ein Name, der sich nicht auflösen lässt, oder eine Netzwerkrichtlinie. Fehlt DatabaseProvider oder ist er falsch geschrieben, benutzt der Server stillschweigend SQLite.',
  'Read the exact error from the last start.':
    'Lesen Sie den genauen Fehler des letzten Starts.',
  'Check that the database responds.':
    'Prüfen Sie, ob die Datenbank antwortet.',
  "Check the cluster's state and its primary.":
    'Prüfen Sie den Zustand des Clusters und seine Primärinstanz.',
  'Check that the database runs and is ready.':
    'Prüfen Sie, ob die Datenbank läuft und bereit ist.',
  'Check that its Service has ready addresses.':
    'Prüfen Sie, ob ihr Service bereite Adressen hat.',
  'Check the provider and the setting names. Values from Secrets are shown as references.':
    'Sehen Sie Provider und Namen der Einstellungen an. Werte aus Secrets erscheinen nur als Verweise.',
  'Running pods pick up a rotated password only after a restart.':
    'Ein erneuertes Passwort erreicht laufende Pods erst durch einen Neustart.',
  'An embedded database keeps the password that its volume was first set up with: changing the Secret does not change it. Change it in the database too.':
    'Eine mitgelieferte Datenbank behält das Passwort, mit dem ihr Volume angelegt wurde: Eine Änderung des Secrets ändert es nicht. Ändern Sie es auch in der Datenbank.',
  'The PostgreSQL cluster is unhealthy':
    'Dem PostgreSQL-Cluster geht es nicht gut',
  'The operator reports a phase that needs attention, or instances that are not ready: a failover, a restart that does not end, an invalid definition, a full volume, or a state it cannot recover from by itself.':
    'Der Operator meldet eine Phase, die Aufmerksamkeit braucht, oder Instanzen, die nicht bereit sind: einen Failover, einen Neustart, der nicht endet, eine ungültige Definition, ein volles Volume oder einen Zustand, aus dem er allein nicht herauskommt.',
  'A pooler waits for its cluster and its Secrets. Read why in its status.':
    'Ein Pooler wartet auf seinen Cluster und seine Secrets. Warum, steht in seinem Status.',
  'Check the phase, conditions and current primary.':
    'Lesen Sie Phase, Conditions und die jetzige Primärinstanz.',
  'List the instances and their roles.':
    'Sehen Sie die Instanzen und ihre Rollen an.',
  'Read replication lag and archiving (needs the cnpg plugin of kubectl).':
    'Lesen Sie Replikationsrückstand und Archivierung (braucht das kubectl-Plugin cnpg).',
  'List the warnings in the namespace.':
    'Lesen Sie die Warnungen des Namespace.',
  'A database migration fails': 'Eine Datenbankmigration schlägt fehl',
  'Elsa migrates its database when a pod starts; there is no SDK in the images, so `dotnet ef` cannot be run in them. The database user must be allowed to create the schemas Elsa and quartz. Two pods that start together race unless locks are shared.':
    'Elsa migriert seine Datenbank, wenn ein Pod startet; die Images enthalten kein SDK, daher lässt sich `dotnet ef` in ihnen nicht ausführen. Der Datenbankbenutzer muss die Schemas Elsa und quartz anlegen dürfen. Zwei Pods, die zugleich starten, kommen sich in die Quere, wenn sie keine gemeinsamen Locks haben.',
  'Find the migration that failed.':
    'Lesen Sie, welche Migration fehlgeschlagen ist.',
  'If a Job runs the migration, read its log.':
    'Wenn ein Job migriert, lesen Sie sein Log.',
  'See which migrations were applied.':
    'Sehen Sie nach, welche Migrationen angewandt wurden.',
  'Let a single pod run the migration.':
    'Lassen Sie einen Pod allein migrieren.',
  'An older image cannot use a newer schema. Restore the backup before you roll back to an earlier version.':
    'Ein älteres Image kann kein neueres Schema benutzen. Spielen Sie die Sicherung zurück, bevor Sie auf eine ältere Version gehen.',
  'The database runs out of connections': 'Die Datenbankverbindungen gehen aus',
  'Pods x pools x Max Pool Size exceed what the server accepts (max_connections), or connections are held too long. Locks and Quartz use their own connections.':
    'Pods × Pools × Max Pool Size übersteigen, was der Server annimmt (max_connections), oder Verbindungen werden zu lange gehalten. Locks und Quartz benutzen eigene Verbindungen.',
  'Count the connections and see who holds them.':
    'Zählen Sie die Verbindungen und wer sie hält.',
  'Count the connections.': 'Zählen Sie die Verbindungen.',
  'Compare with the limit.': 'Vergleichen Sie mit der Grenze.',
  'See how many pods share the limit.':
    'Sehen Sie nach, wie viele Pods sich die Grenze teilen.',
  "Lower the pool size in the environment spec so that (replicas at the autoscaler's maximum) x (pools per pod) x (pool size) stays 20 below max_connections. Editing the StatefulSet lasts only until the next sync.":
    'Verkleinern Sie den Pool in der Umgebungsbeschreibung, sodass (Replicas am Maximum des Autoscalers) × (Pools je Pod) × (Poolgröße) 20 unter max_connections bleibt. Eine Änderung am StatefulSet hält nur bis zum nächsten Sync.',
  'PgBouncer helps only for queries: locks and migrations need session mode or a direct connection, because PostgreSQL advisory locks do not survive transaction pooling.':
    'PgBouncer hilft nur bei Abfragen: Locks und Migrationen brauchen den Session-Modus oder eine direkte Verbindung, weil Advisory Locks von PostgreSQL das Transaction Pooling nicht überstehen.',
  'Distributed locks cannot be acquired':
    'Verteilte Locks können nicht erworben werden',
  'With the PostgreSQL provider, locks are session advisory locks: there is no lock table. A lock ends with the session that holds it. A misspelt provider (Postgres, Redis, File) means no locks at all; PgBouncer in transaction mode and a Redis that evicts keys lose locks.':
    'Mit dem PostgreSQL-Provider sind Locks Advisory Locks der Sitzung: Es gibt keine Locktabelle. Ein Lock endet mit der Sitzung, die es hält. Ein falsch geschriebener Provider (Postgres, Redis, File) bedeutet gar keine Locks; PgBouncer im Transaction-Modus und ein Redis, das Schlüssel verdrängt, verlieren Locks.',
  'See which sessions wait for locks and which hold them.':
    'Sehen Sie nach, wer wartet und wer hält.',
  'With Redis locks: keys must never be evicted (noeviction).':
    'Bei Redis-Locks: Schlüssel dürfen nie verdrängt werden (noeviction).',
  'Find out which lock times out.':
    'Lesen Sie, bei welchem Lock die Zeit abläuft.',
  'Release a lock held by a dead pod by ending its session: SELECT pg_terminate_backend(<pid>). A lock held by a running pod is working as intended.':
    'Geben Sie das Lock eines toten Pods frei, indem Sie seine Sitzung beenden: SELECT pg_terminate_backend(<pid>). Ein Lock eines lebenden Pods ist so, wie es sein soll.',
  'Backups are missing or failing': 'Sicherungen fehlen oder schlagen fehl',
  'The last run failed, never ran, or is older than its schedule allows. What was not backed up cannot be restored.':
    'Der letzte Lauf ist fehlgeschlagen, hat nie stattgefunden oder ist älter, als sein Zeitplan erlaubt. Was nicht gesichert wurde, lässt sich nicht wiederherstellen.',
  'List the schedules and last runs.':
    'Sehen Sie Zeitpläne und letzte Läufe an.',
  'List the runs, newest last.':
    'Sehen Sie die Läufe an, die neuesten zuletzt.',
  'Read the logs of the runs that still exist.':
    'Lesen Sie das Log der Läufe, die noch da sind.',
  'List the backups and their errors.':
    'Sehen Sie die Sicherungen und ihre Fehler an.',
  'See whether the write-ahead log is archived (needs the cnpg plugin of kubectl). While it is not, nothing newer than the last backup can be restored, and the volume fills up.':
    'Sehen Sie nach, ob das Write-ahead-Log archiviert wird (braucht das kubectl-Plugin cnpg). Solange es das nicht wird, lässt sich nichts wiederherstellen, was neuer ist als das letzte Backup, und das Volume läuft voll.',
  'In a mesh without native sidecars a backup Job never ends, because its proxy keeps running.':
    'In einem Mesh ohne native Sidecars endet ein Sicherungs-Job nie, weil sein Proxy weiterläuft.',
  'After the fix, run a backup and test a restore.':
    'Machen Sie nach der Reparatur gleich eine Sicherung und probieren Sie eine Wiederherstellung.',
  'A volume claim is not bound': 'Ein Volume-Claim ist nicht gebunden',
  'No volume was provisioned: the storage class does not exist, the driver is not installed, the access mode is not supported, or (WaitForFirstConsumer) no pod uses the claim. Lost means that the volume behind it is gone.':
    'Es wurde kein Volume bereitgestellt: Die StorageClass gibt es nicht, der Treiber ist nicht installiert, der Zugriffsmodus ist nicht möglich, oder (WaitForFirstConsumer) kein Pod benutzt den Claim. Lost heißt, dass das Volume dahinter weg ist.',
  'Find out why it is pending.': 'Lesen Sie, warum er wartet.',
  'Check the storage classes and which is the default.':
    'Prüfen Sie die StorageClasses und welche der Standard ist.',
  'Do not delete a Lost claim until you know whether the volume or a snapshot still exists.':
    'Ein Claim im Zustand Lost: Löschen Sie ihn nicht, bevor Sie wissen, ob es das Volume oder einen Snapshot noch gibt.',
  'A volume is nearly full': 'Ein Volume ist fast voll',
  'PostgreSQL stops when it cannot write its log. Old dumps, unused replication slots and workflow history that is never removed fill volumes.':
    'PostgreSQL hält an, wenn es sein Log nicht schreiben kann. Alte Dumps, ein Replication Slot, den niemand liest, und ein Workflow-Verlauf, der nie entfernt wird, füllen Volumes.',
  'See what uses the space.': 'Sehen Sie nach, was es füllt.',
  'Check that the class allows expansion (ALLOWVOLUMEEXPANSION).':
    'Prüfen Sie, ob die Klasse eine Vergrößerung erlaubt (ALLOWVOLUMEEXPANSION).',
  'Raise the size in the environment spec and deploy. The claim grows in place while its pod keeps running; this command shows the progress. A volume never shrinks.':
    'Erhöhen Sie die Größe in der Umgebungsbeschreibung und rollen Sie aus. Der Claim wächst an Ort und Stelle, während sein Pod weiterläuft; hier sehen Sie, wie weit er ist. Ein Volume wird nie kleiner.',
  'If the class does not allow expansion, the API server rejects the larger size and nothing is lost: set the old size again, and move to another class by backup and restore.':
    'Erlaubt die Klasse keine Vergrößerung, lehnt der API-Server die neue Größe ab, und nichts geht verloren: Setzen Sie wieder die alte Größe und wechseln Sie mit Sicherung und Wiederherstellung in eine andere Klasse.',
  'A StatefulSet from an earlier chart version still has a claim template, and changing it is rejected as Forbidden. Delete it once without its pod and deploy again; the pod, claim and data stay.':
    'Ein StatefulSet aus einem früheren Chart hat noch eine Claim-Vorlage, und seine Änderung wird mit Forbidden abgelehnt. Löschen Sie es einmal ohne seinen Pod und rollen Sie erneut aus; Pod, Claim und Daten bleiben.',
  'The Service does not respond': 'Der Service antwortet nicht',
  'A Service sends requests only to ready pods. Without ready addresses, every request fails, whatever the route in front of it says.':
    'Ein Service erreicht nur bereite Pods. Ohne bereite Adressen schlägt jede Anfrage fehl, was auch immer die Route davor sagt.',
  'Check its ports and selector.': 'Sehen Sie Ports und Selektor an.',
  'Check its ready addresses. If there are none, no pod is ready or the selector matches no pods.':
    'Sehen Sie die bereiten Adressen an. Keine heißt, dass kein Pod bereit ist oder dass der Selektor zu keinem passt.',
  'Call it from your machine.': 'Fragen Sie ihn von Ihrem Rechner aus.',
  'In a second shell: every Elsa 3 server responds to this.':
    'In einer zweiten Shell: Das beantwortet jeder Elsa-3-Server.',
  'If it responds here but not from other pods, a network policy or the mesh blocks them.':
    'Antwortet er hier, aber nicht von anderen Pods aus, weist eine Netzwerkrichtlinie oder das Mesh sie ab.',
  'Names do not resolve': 'Namen lassen sich nicht auflösen',
  'A pod cannot resolve a Service or an external host. A network policy must allow port 53 over UDP and TCP, and nodes with a local DNS cache query 169.254.20.10.':
    'Ein Pod kann einen Service oder einen Host außerhalb nicht auflösen. Eine Netzwerkrichtlinie muss Port 53 über UDP und TCP erlauben, und Knoten mit lokalem DNS-Cache fragen 169.254.20.10.',
  'Resolve the name from inside the namespace. The pod is removed afterwards.':
    'Lösen Sie den Namen aus dem Namespace heraus auf. Der Pod wird danach entfernt.',
  'Check that the DNS server is running.':
    'Sehen Sie nach, ob der DNS-Server läuft.',
  'Read its log.': 'Lesen Sie sein Log.',
  'See which egress traffic the network policies allow.':
    'Sehen Sie nach, welchen ausgehenden Verkehr die Richtlinien des Namespace erlauben.',
  'The public address does not work':
    'Die öffentliche Adresse funktioniert nicht',
  "The Ingress or HTTPRoute has no address or is not accepted: wrong class or gateway, a listener that does not allow this namespace, a Service or port that does not exist. Studio runs in the browser, so it needs the server's public address, not its Service.":
    'Ingress oder HTTPRoute hat keine Adresse oder wird nicht angenommen: falsche Klasse oder falsches Gateway, ein Listener, der diesen Namespace nicht zulässt, ein Service oder Port, den es nicht gibt. Studio läuft im Browser und braucht daher die öffentliche Adresse des Servers, nicht seinen Service.',
  'List the gateways, routes and their addresses.':
    'Sehen Sie Gateways, Routen und ihre Adressen an.',
  'Find out why it is not accepted (Accepted, ResolvedRefs, Programmed).':
    'Lesen Sie, warum sie nicht angenommen wird (Accepted, ResolvedRefs, Programmed).',
  'See which classes exist and which controllers serve them.':
    'Sehen Sie nach, welche Klassen es gibt und wer sie bedient.',
  'Call the public address.': 'Fragen Sie die öffentliche Adresse.',
  'See whether the request arrives.': 'Sehen Sie nach, ob die Anfrage ankommt.',
  'The certificate is not valid': 'Das Zertifikat ist nicht gültig',
  'cert-manager could not issue or renew it, its renewal is late, or it has expired. The chain of Certificate, CertificateRequest, Order and Challenge shows where it stopped.':
    'cert-manager konnte es nicht ausstellen oder erneuern, seine Erneuerung ist überfällig, oder es ist abgelaufen. Die Kette aus Certificate, CertificateRequest, Order und Challenge sagt, wo es stehen blieb.',
  'Check the state and the last error.':
    'Lesen Sie den Zustand und den letzten Fehler.',
  'Follow the chain, newest last.':
    'Folgen Sie der Kette; die neuesten kommen zuletzt.',
  'Check that the issuer is ready.':
    'Prüfen Sie, ob der Aussteller bereit ist.',
  'See which certificate clients get.':
    'Sehen Sie nach, was Besucher bekommen.',
  "Read cert-manager's log.": 'Lesen Sie das Log von cert-manager.',
  'Secrets are not synchronised': 'Secrets werden nicht synchronisiert',
  'The operator cannot reach the secret store, is not allowed to read the key, or the key does not exist. Running pods keep the old values; new ones may not start.':
    'Der Operator erreicht den Secret-Speicher nicht, darf den Schlüssel nicht lesen, oder es gibt ihn nicht. Laufende Pods behalten die alten Werte; neue starten womöglich nicht.',
  'Read the error.': 'Lesen Sie den Fehler.',
  'Check the stores.': 'Prüfen Sie die Speicher.',
  'After the fix, force a synchronisation: any new value of the annotation triggers it.':
    'Synchronisieren Sie nach der Reparatur sofort; jeder neue Wert der Annotation bewirkt es.',
  'Requests are slow': 'Anfragen sind langsam',
  'CPU throttling, a slow database, waiting for locks or connections, or too few replicas. More replicas help only on a host that can be clustered.':
    'Gedrosselte CPU, eine langsame Datenbank, Warten auf Locks oder Verbindungen oder zu wenige Replicas. Mehr Replicas helfen nur bei einem Host, der clusterfähig ist.',
  'Compare CPU and memory with the limits.':
    'Vergleichen Sie CPU und Speicher mit den Grenzen.',
  'See whether the autoscaler is at its limit.':
    'Sehen Sie nach, ob der Autoscaler an seiner Grenze ist.',
  'Look for slow queries and time-outs in the log.':
    'Suchen Sie im Log nach langsamen Abfragen und Zeitüberschreitungen.',
  'Then follow the entries on connections and on locks.':
    'Folgen Sie danach den Einträgen zu Verbindungen und zu Locks.',
  'Memory keeps growing': 'Der Speicherverbrauch wächst ohne Ende',
  'At steady load the memory of a healthy server levels off. Workflow definitions are cached for a day; large variables and journals are kept while instances run.':
    'Bei gleichmäßiger Last pendelt sich der Speicher eines gesunden Servers ein. Workflow-Definitionen bleiben einen Tag im Cache; große Variablen und Journale werden gehalten, solange Instanzen laufen.',
  'Watch usage per container.': 'Beobachten Sie den Verbrauch je Container.',
  'Take a dump with a debug container, because the images contain no tools. It writes to the shared /tmp and needs diagnostics enabled (DOTNET_EnableDiagnostics).':
    'Ziehen Sie einen Dump mit einem Debug-Container, denn die Images enthalten keine Werkzeuge. Er schreibt in das gemeinsame /tmp und braucht eingeschaltete Diagnose (DOTNET_EnableDiagnostics).',
  'A dump contains everything that was in memory, including secrets. Protect it accordingly.':
    'Ein Dump enthält alles, was im Speicher war, auch Geheimnisse: Verwahren Sie ihn so sicher wie diese.',
  'The autoscaler is at its limit': 'Der Autoscaler ist an seiner Grenze',
  'It wants more replicas than its maximum allows. The service may be slow although nothing is broken.':
    'Er will mehr Replicas, als sein Maximum erlaubt. Der Dienst kann langsam sein, obwohl nichts kaputt ist.',
  'Check metrics, targets and conditions.':
    'Sehen Sie Metriken, Ziele und Conditions an.',
  'See whether the pods are really busy.':
    'Sehen Sie nach, ob die Pods wirklich ausgelastet sind.',
  'Raise the maximum in the environment spec. Check first that the database accepts the connections of that many pods.':
    'Erhöhen Sie das Maximum in der Umgebungsbeschreibung. Prüfen Sie vorher, ob die Datenbank die Verbindungen so vieler Pods annimmt.',
  'The autoscaler does not work': 'Der Autoscaler arbeitet nicht',
  'It cannot read a metric or scale its target. While one metric is missing it never scales down. CPU and memory need metrics-server, other metrics an adapter or KEDA.':
    'Er kann eine Metrik nicht lesen oder sein Ziel nicht skalieren. Solange eine Metrik fehlt, skaliert er nie herunter. CPU und Speicher brauchen metrics-server, andere Metriken einen Adapter oder KEDA.',
  'Find out which metric is missing and why.':
    'Lesen Sie, welche Metrik fehlt und warum.',
  'Check that the metrics APIs are served.':
    'Prüfen Sie, ob die Metrik-APIs bedient werden.',
  'Every container in the pod needs a CPU request, including injected ones.':
    'Jeder Container des Pods braucht einen CPU-Request, auch eingeschleuste.',
  'A disruption budget does not work': 'Ein Disruption Budget wirkt nicht',
  'The controller could not compute it: two budgets match the same pod, or the selector matches pods without a scalable owner. Nodes with such pods cannot be drained.':
    'Der Controller konnte es nicht berechnen: Zwei Budgets passen auf denselben Pod, oder der Selektor passt auf Pods ohne skalierbaren Eigentümer. Knoten mit solchen Pods lassen sich nicht leeren.',
  'Check allowed disruptions and conditions.':
    'Sehen Sie erlaubte Unterbrechungen und Conditions an.',
  'List the pods.': 'Sehen Sie nach, welche Pods es gibt.',
  'Pods run old workflow definitions':
    'Pods führen alte Workflow-Definitionen aus',
  'Definitions are cached in each pod for a day. Other pods learn of a change only through distributed cache invalidation (MassTransit over RabbitMQ), which needs a host built with it; Redis is for locks only. Stock images cannot do it, which is why they run as one replica.':
    'Definitionen bleiben in jedem Pod einen Tag im Cache. Andere Pods erfahren von einer Änderung nur durch verteilte Cache-Invalidierung (MassTransit über RabbitMQ), für die der Host gebaut sein muss; Redis dient nur den Locks. Die Standard-Images können das nicht, deshalb laufen sie mit einem Replica.',
  "See each pod's temporary queue.":
    'Sehen Sie die temporäre Queue jedes Pods an.',
  'See whether the bus started in the server.':
    'Sehen Sie nach, ob der Bus im Server gestartet ist.',
  'Make all pods reload the definitions.':
    'Lassen Sie alle Pods die Definitionen neu lesen.',
  'RabbitMQ is unhealthy': 'RabbitMQ geht es nicht gut',
  'The operator could not apply the specification, or not all nodes are ready. Pods then miss changes of workflow definitions.':
    'Der Operator konnte die Spezifikation nicht anwenden, oder nicht alle Knoten sind bereit. Pods entgehen dann Änderungen an Workflow-Definitionen.',
  "Read the operator's conditions.": 'Lesen Sie die Conditions des Operators.',
  'Check what the broker reports.':
    'Sehen Sie, wie der Broker selbst es sieht.',
  'An error budget is burning': 'Ein Fehlerbudget brennt',
  'Requests fail or are slow more often than the objective allows. At this rate, a page alert means that the error budget is exhausted within days, and a ticket alert that it will not last the period.':
    'Anfragen schlagen schneller fehl oder kommen schneller zu spät, als das Ziel erlaubt. Ein Bereitschaftspaar heißt, dass das Budget bei diesem Tempo in Tagen aufgebraucht ist, ein Ticketpaar, dass es nicht für den Zeitraum reicht.',
  'Look at what changed when it started: rollouts, configuration, load, database.':
    'Sehen Sie nach, was sich änderte, als es begann: Rollouts, Konfiguration, Last, Datenbank.',
  'See whether pods fail or restart.':
    'Sehen Sie nach, ob Pods ausfallen oder neu starten.',
  'Read the errors.': 'Lesen Sie die Fehler.',
  'If a rollout caused it, roll it back first and find the cause afterwards. While the error budget is exhausted, hold back risky changes.':
    'Hat ein Rollout es ausgelöst, nehmen Sie ihn zuerst zurück und suchen Sie die Ursache danach. Ist das Budget aufgebraucht, halten Sie riskante Änderungen zurück.',
  'An SLO has no data': 'Ein SLO hat keine Daten',
  'Prometheus has no samples for it: no traffic, a target that is not scraped, rules that were not loaded, or metrics that this image does not export (stock Elsa images export none). No data is not 100 %.':
    'Prometheus hat dafür keine Messwerte: kein Verkehr, ein Ziel, das nicht abgefragt wird, Regeln, die nicht geladen wurden, oder Metriken, die dieses Image nicht ausgibt (die Standard-Images von Elsa geben keine aus). Keine Daten sind nicht 100 %.',
  'Check that rules, monitors and probes exist.':
    'Prüfen Sie, ob es Regeln, Monitore und Probes gibt.',
  'Compare their labels with the selectors of your Prometheus (ruleSelector, serviceMonitorSelector, probeSelector), and look at its pages Targets and Rules.':
    'Vergleichen Sie ihre Labels mit den Selektoren Ihres Prometheus (ruleSelector, serviceMonitorSelector, probeSelector), und sehen Sie dort die Seiten Targets und Rules an.',
  'Check that the metric profile of the environment spec fits the host.':
    'Prüfen Sie, ob das Metrikprofil der Umgebungsbeschreibung zum Host passt.',
  'Argo CD and the repository disagree':
    'Argo CD und das Repository sind sich nicht einig',
  'The cluster differs from the deployment repository: a change was not applied yet, a sync failed, or someone changed objects by hand.':
    'Der Cluster weicht vom Deployment-Repository ab: Eine Änderung wurde noch nicht angewandt, ein Sync ist fehlgeschlagen, oder jemand hat Objekte von Hand geändert.',
  'Check the sync state, conditions and last operation.':
    'Lesen Sie Sync-Zustand, Conditions und den letzten Vorgang.',
  'See the differences.': 'Sehen Sie die Unterschiede an.',
  'Apply the repository. Check the differences first: manual changes are lost.':
    'Wenden Sie das Repository an. Lesen Sie zuerst die Unterschiede: Was von Hand geändert wurde, geht verloren.',
  'The portal cannot read a source': 'Das Portal kann eine Quelle nicht lesen',
  'The cluster, Prometheus or Alertmanager did not respond, refused access, or last responded too long ago. The environment itself may be healthy; its state is not known.':
    'Cluster, Prometheus oder Alertmanager hat nicht geantwortet, abgelehnt oder vor zu langer Zeit geantwortet. Der Umgebung selbst kann es gut gehen; niemand weiß es.',
  "Read the source's state and message on the environments page.":
    'Lesen Sie Zustand und Meldung der Quelle auf der Umgebungsseite.',
  "Unauthorized or forbidden: check the portal's service account and its role in the cluster.":
    'Unauthorized oder forbidden: Prüfen Sie das Dienstkonto des Portals und seine Rolle im Cluster.',
  'Check the environment directly in the meantime.':
    'Sehen Sie sich die Umgebung einstweilen selbst an.',
  'Pods do not start': 'Pods starten nicht',
  'A pod is Pending or its containers are waiting. The pod events show what for: a node, a volume, an image or a Secret.':
    'Ein Pod ist Pending, oder seine Container warten. Die Events des Pods sagen, worauf: einen Knoten, ein Volume, ein Image oder ein Secret.',
  'Find the pods that are not ready.':
    'Finden Sie die Pods, die nicht bereit sind.',
  "Check the pod's conditions, container states and events.":
    'Lesen Sie Conditions, Containerzustände und Events des Pods.',
  'No node can run the pod': 'Kein Knoten nimmt den Pod',
  'The scheduler finds no node with enough free CPU and memory, or affinity, spread constraints, taints or a volume in one zone rule all of them out. Requests count, not usage.':
    'Der Scheduler findet keinen Knoten mit genug freier CPU und freiem Speicher, oder Affinity, Spread Constraints, Taints oder ein Volume in nur einer Zone schließen alle aus. Es zählen Requests, nicht der Verbrauch.',
  'Find out why each group of nodes was ruled out (event FailedScheduling).':
    'Lesen Sie, warum jede Gruppe von Knoten ausgeschlossen wurde (Event FailedScheduling).',
  'Compare the requests on the nodes with their capacity.':
    'Vergleichen Sie, was auf den Knoten angefordert ist, mit dem, was sie haben.',
  'Check actual usage.': 'Sehen Sie den wirklichen Verbrauch an.',
  'Check the namespace quotas, which also limit requests.':
    'Prüfen Sie die Quotas des Namespace, die auch Requests begrenzen.',
  'Lower the requests in the environment spec, add nodes, or relax spread constraints. A required anti-affinity by zone with a surge pod blocks every rollout.':
    'Senken Sie die Requests in der Umgebungsbeschreibung, fügen Sie Knoten hinzu, oder lockern Sie Spread Constraints. Eine zwingende Anti-Affinity nach Zone mit einem Surge-Pod blockiert jeden Rollout.',
  'The image cannot be pulled': 'Das Image kann nicht gezogen werden',
  'The name or digest does not exist, the registry refuses the pull, or the node cannot reach it. Elsa publishes exact versions (such as 3.9.0), no `latest` for Elsa 3; the -v3-5 images have no version tags at all.':
    'Name oder Digest gibt es nicht, die Registry lehnt ab, oder der Knoten erreicht sie nicht. Elsa veröffentlicht genaue Versionen (wie 3.9.0), kein `latest` für Elsa 3; die Images -v3-5 haben gar keine Versions-Tags.',
  "Read the registry's answer (events Failed and BackOff).":
    'Lesen Sie die Antwort der Registry (Events Failed und BackOff).',
  'Check which image is requested.': 'Prüfen Sie das Image, das verlangt wird.',
  'See which pull secrets the pod uses; they must exist in its namespace and have type kubernetes.io/dockerconfigjson.':
    'Sehen Sie nach, welche Pull-Secrets der Pod benutzt; sie müssen in seinem Namespace liegen und vom Typ kubernetes.io/dockerconfigjson sein.',
  'List the pull secrets that exist (names only).':
    'Listen Sie die vorhandenen Pull-Secrets auf (nur Namen).',
  'Correct the image in the environment spec, or name the pull secret there. Do not create one by hand: delivery would remove it or not know about it.':
    'Berichtigen Sie das Image in der Umgebungsbeschreibung, oder nennen Sie dort das Pull-Secret. Legen Sie keines von Hand an: Die Auslieferung würde es entfernen oder nie davon wissen.',
  'A container keeps crashing': 'Ein Container stürzt immer wieder ab',
  'The process exits soon after it starts. Exit code 137 with OOMKilled means out of memory, 143 a stop, 139 a native crash; 1 and 134 are usually an exception at startup: the database, a missing setting or a migration. A liveness probe on a path that the image does not serve also restarts the container.':
    'Der Prozess endet bald nach seinem Start. Exit-Code 137 mit OOMKilled ist Speicher, 143 ein Stopp, 139 ein nativer Absturz; 1 und 134 sind meist eine Exception beim Start: die Datenbank, eine fehlende Einstellung oder eine Migration. Auch eine Liveness-Probe auf einen Pfad, den das Image nicht bedient, beendet den Container.',
  'Read the container log from before it exited.':
    'Lesen Sie, was der Container vor seinem Ende sagte.',
  'Check the exit code, probe failures and restarts.':
    'Lesen Sie Exit-Code, fehlgeschlagene Probes und Neustarts.',
  'Read the events in order.': 'Lesen Sie die Events der Reihe nach.',
  'Check that the services Elsa depends on are running: database, Redis, RabbitMQ.':
    'Prüfen Sie, ob läuft, was Elsa braucht: Datenbank, Redis, RabbitMQ.',
  'Compare the probes with the image: official images answer `/` and `/elsa/api/package/version`; `/health/live` and `/health/ready` exist only in hosts built on Elsa 3.8 or later.':
    'Vergleichen Sie die Probes mit dem Image: Offizielle Images antworten auf `/` und `/elsa/api/package/version`; `/health/live` und `/health/ready` gibt es nur in Hosts ab Elsa 3.8.',
  'A container cannot be created': 'Ein Container kann nicht erzeugt werden',
  'The pod refers to a Secret, ConfigMap or key that does not exist, or its command, user or mounts are not valid.':
    'Der Pod verweist auf ein Secret, eine ConfigMap oder einen Schlüssel darin, die es nicht gibt, oder Befehl, Benutzer oder Mounts sind nicht möglich.',
  'See which name or key is missing.':
    'Lesen Sie, welcher Name oder Schlüssel fehlt.',
  'See which keys a Secret has. This shows names and sizes, never values.':
    'Sehen Sie nach, welche Schlüssel ein Secret hat. Das zeigt Namen und Größen, nie Werte.',
  'Check whatever is meant to create the Secrets in the namespace.':
    'Prüfen Sie, was die Secrets in den Namespace bringen soll.',
  'List the ConfigMaps.': 'Listen Sie die ConfigMaps auf.',
  'A container runs out of memory': 'Einem Container geht der Speicher aus',
  'The kernel killed the container because it reached its memory limit. .NET uses up to 75 % of the limit for its heap; many parallel workflows, large variables and native memory need the rest.':
    'Der Kernel hat den Container beendet, weil er seine Speichergrenze erreichte. .NET nimmt bis zu 75 % der Grenze für seinen Heap; viele gleichzeitige Workflows, große Variablen und nativer Speicher brauchen den Rest.',
  'Compare usage with the limit.':
    'Vergleichen Sie den Verbrauch mit der Grenze.',
  'Check the limit, last termination and exit code.':
    'Lesen Sie Grenze, letztes Ende und Exit-Code.',
  'Raise the memory limit in the environment spec and keep request and limit equal. If usage keeps growing at steady load, follow the entry on memory growth.':
    'Erhöhen Sie die Speichergrenze in der Umgebungsbeschreibung, und halten Sie Request und Limit gleich. Wächst der Verbrauch bei gleichmäßiger Last ohne Ende, folgen Sie dem Eintrag zum Speicherwachstum.',
  'Pods run but are not ready': 'Pods laufen, sind aber nicht bereit',
  'The readiness probe fails, so the Service sends no traffic. In Elsa 3.8 and later hosts the probe also fails while the database or the lock store is unavailable and while the runtime is paused or draining.':
    'Die Readiness-Probe schlägt fehl, daher schickt der Service keinen Verkehr. In Hosts ab Elsa 3.8 schlägt sie auch fehl, solange Datenbank oder Lock-Speicher fehlen und während die Laufzeit pausiert oder ausläuft.',
  'Read the probe failures.': 'Lesen Sie, woran die Probe scheitert.',
  'Call the server directly, bypassing probes and the Service.':
    'Fragen Sie den Server selbst, an Probes und Service vorbei.',
  'Read the logs of the container that is not ready.':
    'Lesen Sie die Logs des Containers, der nicht bereit ist.',
  'A rollout does not finish': 'Ein Rollout wird nicht fertig',
  'New pods do not become available, so old ones stay. After its progress deadline a Deployment gives up waiting, but it does not roll back.':
    'Neue Pods werden nicht verfügbar, daher bleiben die alten. Nach seiner Frist wartet ein Deployment nicht weiter, rollt aber nicht zurück.',
  'Check the progress of the rollout.':
    'Sehen Sie nach, wie weit der Rollout ist.',
  'See what changed between the revisions.':
    'Sehen Sie nach, was sich zwischen den Revisionen änderte.',
  'Revert the change in the deployment repository. `kubectl rollout undo` lasts only until the next sync.':
    'Nehmen Sie die Änderung im Deployment-Repository zurück. `kubectl rollout undo` hält nur bis zum nächsten Sync.',
  'Pods are not created': 'Pods werden gar nicht erst erzeugt',
  'A quota, a LimitRange, Pod Security admission or an admission webhook refuses the pods. They never appear, so only the ReplicaSet or StatefulSet says why.':
    'Eine Quota, ein LimitRange, Pod Security Admission oder ein Admission-Webhook lehnt die Pods ab. Sie erscheinen nie, deshalb sagt nur das ReplicaSet oder StatefulSet, warum.',
  'Read the refusals (event FailedCreate).':
    'Lesen Sie die Ablehnungen (Event FailedCreate).',
  'Check quotas and limit ranges.': 'Prüfen Sie Quotas und LimitRanges.',
  'Check the Pod Security level of the namespace (label pod-security.kubernetes.io/enforce).':
    'Prüfen Sie die Pod-Security-Stufe des Namespace (Label pod-security.kubernetes.io/enforce).',
  'Expected objects do not exist': 'Erwartete Objekte gibt es nicht',
  'The deployment repository describes objects that the cluster does not have: never synchronised, pruned, deleted by hand, or without the labels used to find them.':
    'Das Deployment-Repository beschreibt Objekte, die der Cluster nicht hat: nie synchronisiert, aufgeräumt, von Hand gelöscht oder ohne die Labels, an denen man sie findet.',
  'See what exists.': 'Sehen Sie nach, was es gibt.',
  'See what Argo CD reports about its last sync.':
    'Sehen Sie nach, was Argo CD über seinen letzten Sync sagt.',
  'Synchronise the application, or check the cluster and namespace of the catalog entity.':
    'Synchronisieren Sie die Application, oder prüfen Sie, ob Cluster und Namespace der Katalogentität stimmen.',
  'Stopped on purpose': 'Absichtlich angehalten',
  'Someone scaled the workload to 0, paused it, suspended a schedule, or hibernated or fenced the database. Nothing is wrong, but nothing is running.':
    'Jemand hat den Workload auf 0 skaliert, pausiert, einen Zeitplan ausgesetzt oder die Datenbank in den Ruhezustand versetzt oder abgeschottet. Nichts ist falsch, und nichts läuft.',
  "Read the annotations of the database's cluster: who fences an instance or stops the operator does it there.":
    'Lesen Sie die Annotations des Datenbank-Clusters: Wer eine Instanz abschottet oder den Operator anhält, tut es dort.',
  'Check replicas and pauses.': 'Sehen Sie Replicas und Pausen an.',
  'Change replicas or the pause in the environment spec, so that delivery does not undo it.':
    'Ändern Sie Replicas oder Pause in der Umgebungsbeschreibung, damit die Auslieferung es nicht rückgängig macht.',
  'An object is being deleted': 'Ein Objekt wird gerade gelöscht',
  'The object is marked for deletion and stays until its finalizers are done. Pods stay for their grace period; a claim stays while a pod uses it.':
    'Das Objekt hat einen Löschzeitpunkt und bleibt, bis seine Finalizer fertig sind. Pods bleiben für ihre Gnadenfrist; ein Claim bleibt, solange ein Pod ihn benutzt.',
  'See which finalizers block it.':
    'Sehen Sie nach, welche Finalizer es halten.',
  'Find out why the controller of the finalizer does not finish before you remove it by hand.':
    'Finden Sie heraus, warum der Controller des Finalizers nicht fertig wird, bevor Sie ihn von Hand entfernen.',
  'No scheduler takes the pod': 'Kein Scheduler übernimmt den Pod',
  'The pod waits until a scheduling gate is removed, such as that of a queue, or it names a scheduler that does not run.':
    'Der Pod wartet darauf, dass ein Scheduling-Gate entfernt wird, etwa das einer Warteschlange, oder er nennt einen Scheduler, der nicht läuft.',
  'See which gates and which scheduler the pod names.':
    'Sehen Sie nach, welche Gates und welchen Scheduler der Pod nennt.',
  'Containers are not created': 'Container werden nicht erstellt',
  'The pod has a node, but the node cannot attach or mount a volume, set up the network or find a Secret. The events FailedAttachVolume, FailedMount and FailedCreatePodSandBox name the cause.':
    'Der Pod hat einen Knoten, aber der Knoten kann ein Volume nicht anhängen oder einhängen, das Netz nicht einrichten oder ein Secret nicht finden. Die Events FailedAttachVolume, FailedMount und FailedCreatePodSandBox nennen die Ursache.',
  'See which node still holds the volume. Storage for one node moves only after that node has let go of it.':
    'Sehen Sie nach, welcher Knoten das Volume noch hält. Speicher für einen einzelnen Knoten zieht erst um, wenn dieser ihn losgelassen hat.',
  'Check the nodes.': 'Prüfen Sie die Knoten.',
  'An init container does not finish': 'Ein Init-Container wird nicht fertig',
  'An init container of the pod waits for something, usually the database, a migration or a name that does not resolve. The other containers start only after it.':
    'Ein Init-Container des Pods wartet auf etwas, meist auf die Datenbank, eine Migration oder einen Namen, der sich nicht auflösen lässt. Die anderen Container starten erst nach ihm.',
  'Read the log of the init container.':
    'Lesen Sie das Log des Init-Containers.',
  'The node does not answer': 'Der Knoten antwortet nicht',
  'The node has stopped reporting, so nobody knows whether the pod still runs. A StatefulSet makes no new pod until the old one is certainly gone.':
    'Der Knoten meldet sich nicht mehr, also weiß niemand, ob der Pod noch läuft. Ein StatefulSet erstellt keinen neuen Pod, solange der alte nicht sicher weg ist.',
  'If the machine is gone for good, delete its Node object. Before that, a pod that is deleted by force may still write to its volume.':
    'Ist die Maschine endgültig weg, löschen Sie ihr Node-Objekt. Vorher kann ein Pod, der mit Gewalt gelöscht wird, noch auf sein Volume schreiben.',
  'A pod does not go away': 'Ein Pod verschwindet nicht',
  'The pod is being deleted, but its node is lost, a finalizer holds it, or its preStop hook does not end. Until it is gone, a StatefulSet or a Deployment with strategy Recreate makes no new one.':
    'Der Pod wird gelöscht, aber sein Knoten ist verloren, ein Finalizer hält ihn, oder sein preStop-Hook endet nicht. Bis er weg ist, erstellt ein StatefulSet oder ein Deployment mit der Strategie Recreate keinen neuen.',
  'The namespace is being deleted': 'Der Namespace wird gelöscht',
  'Nothing can be created in a namespace that is being deleted. It stays until the last finalizer in it is done.':
    'In einem Namespace, der gelöscht wird, kann nichts erstellt werden. Er bleibt, bis der letzte Finalizer darin fertig ist.',
  'See what the namespace still waits for.':
    'Sehen Sie nach, worauf der Namespace noch wartet.',
  'A volume cannot be resized': 'Ein Volume kann nicht vergrößert werden',
  'The storage system refuses the size that the claim asks for: a limit, a quota, or a class that does not allow it. The volume keeps the size it has and goes on working.':
    'Das Speichersystem lehnt die Größe ab, die der Claim verlangt: eine Grenze, ein Kontingent oder eine Klasse, die das nicht erlaubt. Das Volume behält seine Größe und arbeitet weiter.',
  'Read what the storage system answers (conditions and events of the claim).':
    'Lesen Sie, was das Speichersystem antwortet (Conditions und Events des Claims).',
  'Set a size in the environment spec that the storage system can give. Kubernetes 1.34 and later accept a smaller one than was asked for, never a smaller one than there is.':
    'Setzen Sie in der Umgebungsbeschreibung eine Größe, die das Speichersystem geben kann. Kubernetes 1.34 und neuer nimmt eine kleinere als die verlangte an, nie eine kleinere als die vorhandene.',
};

export default texts;
