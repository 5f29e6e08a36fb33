/* eslint-disable max-lines -- a table of translated runbook entries */
import type { RunbookTexts } from '../RunbookTexts';

/** French. */
const texts: RunbookTexts = {
  'The server cannot connect to its database':
    'Le serveur ne peut pas se connecter à sa base de données',
  'Wrong password (28P01), unknown database (3D000), TLS that one side does not offer, a name that does not resolve, or a network policy. With a missing or misspelt DatabaseProvider the server silently uses SQLite instead.':
    'Mot de passe erroné (28P01), base inconnue (3D000), TLS que l’un des deux côtés ne propose pas, nom qui ne se résout pas, ou politique réseau. Si DatabaseProvider manque ou est mal écrit, le serveur utilise SQLite sans rien dire.',
  'Read the exact error from the last start.':
    'Lisez l’erreur exacte du dernier démarrage.',
  'Check that the database responds.':
    'Vérifiez que la base de données répond.',
  "Check the cluster's state and its primary.":
    'Vérifiez l’état du cluster et son instance primaire.',
  'Check that the database runs and is ready.':
    'Vérifiez que la base de données tourne et est prête.',
  'Check that its Service has ready addresses.':
    'Vérifiez que son Service a des adresses prêtes.',
  'Check the provider and the setting names. Values from Secrets are shown as references.':
    'Regardez le fournisseur et les noms des réglages. Les valeurs qui viennent de Secrets n’apparaissent que comme références.',
  'Running pods pick up a rotated password only after a restart.':
    'Un mot de passe renouvelé n’atteint les pods en cours que par un redémarrage.',
  'An embedded database keeps the password that its volume was first set up with: changing the Secret does not change it. Change it in the database too.':
    'Une base de données embarquée garde le mot de passe avec lequel son volume a été créé : changer le Secret ne le change pas. Changez-le aussi dans la base.',
  'The PostgreSQL cluster is unhealthy': 'Le cluster PostgreSQL ne va pas bien',
  'The operator reports a phase that needs attention, or instances that are not ready: a failover, a restart that does not end, an invalid definition, a full volume, or a state it cannot recover from by itself.':
    'L’opérateur signale une phase qui demande attention, ou des instances qui ne sont pas prêtes : un basculement, un redémarrage qui ne finit pas, une définition invalide, un volume plein, ou un état dont il ne peut sortir seul.',
  'A pooler waits for its cluster and its Secrets. Read why in its status.':
    'Un pooler attend son cluster et ses Secrets. Lisez pourquoi dans son statut.',
  'Check the phase, conditions and current primary.':
    'Lisez la phase, les conditions et l’instance primaire actuelle.',
  'List the instances and their roles.':
    'Regardez les instances et leurs rôles.',
  'Read replication lag and archiving (needs the cnpg plugin of kubectl).':
    'Lisez le retard de réplication et l’archivage (demande le plugin cnpg de kubectl).',
  'List the warnings in the namespace.':
    'Lisez les avertissements de l’espace de noms.',
  'A database migration fails': 'Une migration de la base de données échoue',
  'Elsa migrates its database when a pod starts; there is no SDK in the images, so `dotnet ef` cannot be run in them. The database user must be allowed to create the schemas Elsa and quartz. Two pods that start together race unless locks are shared.':
    'Elsa migre sa base au démarrage d’un pod ; les images ne contiennent pas de SDK, `dotnet ef` ne peut donc pas y être exécuté. L’utilisateur de la base doit pouvoir créer les schémas Elsa et quartz. Deux pods qui démarrent ensemble se gênent si les verrous ne sont pas partagés.',
  'Find the migration that failed.': 'Lisez la migration qui a échoué.',
  'If a Job runs the migration, read its log.':
    'Si un Job fait la migration, lisez son journal.',
  'See which migrations were applied.':
    'Regardez quelles migrations ont été appliquées.',
  'Let a single pod run the migration.':
    'Laissez un seul pod faire la migration.',
  'An older image cannot use a newer schema. Restore the backup before you roll back to an earlier version.':
    'Une image plus ancienne ne peut pas utiliser un schéma plus récent. Restaurez la sauvegarde avant de revenir à une version antérieure.',
  'The database runs out of connections':
    'Les connexions à la base de données s’épuisent',
  'Pods x pools x Max Pool Size exceed what the server accepts (max_connections), or connections are held too long. Locks and Quartz use their own connections.':
    'Pods × pools × Max Pool Size dépassent ce que le serveur accepte (max_connections), ou des connexions sont retenues trop longtemps. Les verrous et Quartz utilisent leurs propres connexions.',
  'Count the connections and see who holds them.':
    'Comptez les connexions et qui les tient.',
  'Count the connections.': 'Comptez les connexions.',
  'Compare with the limit.': 'Comparez avec la limite.',
  'See how many pods share the limit.':
    'Regardez combien de pods se partagent la limite.',
  "Lower the pool size in the environment spec so that (replicas at the autoscaler's maximum) x (pools per pod) x (pool size) stays 20 below max_connections. Editing the StatefulSet lasts only until the next sync.":
    'Réduisez la taille du pool dans la spécification de l’environnement, pour que (réplicas au maximum de l’autoscaler) × (pools par pod) × (taille du pool) reste 20 au-dessous de max_connections. Une modification du StatefulSet ne dure que jusqu’à la prochaine synchronisation.',
  'PgBouncer helps only for queries: locks and migrations need session mode or a direct connection, because PostgreSQL advisory locks do not survive transaction pooling.':
    'PgBouncer n’aide que pour les requêtes : les verrous et les migrations demandent le mode session ou une connexion directe, car les verrous consultatifs de PostgreSQL ne survivent pas au pooling par transaction.',
  'Distributed locks cannot be acquired':
    'Les verrous distribués ne peuvent pas être acquis',
  'With the PostgreSQL provider, locks are session advisory locks: there is no lock table. A lock ends with the session that holds it. A misspelt provider (Postgres, Redis, File) means no locks at all; PgBouncer in transaction mode and a Redis that evicts keys lose locks.':
    'Avec le fournisseur PostgreSQL, les verrous sont des verrous consultatifs de session : il n’y a pas de table de verrous. Un verrou finit avec la session qui le tient. Un fournisseur mal écrit (Postgres, Redis, File) signifie aucun verrou ; PgBouncer en mode transaction et un Redis qui évince des clés perdent des verrous.',
  'See which sessions wait for locks and which hold them.':
    'Regardez qui attend et qui tient.',
  'With Redis locks: keys must never be evicted (noeviction).':
    'Avec des verrous Redis : les clés ne doivent jamais être évincées (noeviction).',
  'Find out which lock times out.': 'Lisez quel verrou dépasse son délai.',
  'Release a lock held by a dead pod by ending its session: SELECT pg_terminate_backend(<pid>). A lock held by a running pod is working as intended.':
    'Libérez le verrou d’un pod mort en terminant sa session : SELECT pg_terminate_backend(<pid>). Le verrou d’un pod vivant est comme il doit être.',
  'Backups are missing or failing': 'Des sauvegardes manquent ou échouent',
  'The last run failed, never ran, or is older than its schedule allows. What was not backed up cannot be restored.':
    'La dernière exécution a échoué, n’a jamais eu lieu, ou est plus ancienne que ne le permet sa planification. Ce qui n’a pas été sauvegardé ne peut pas être restauré.',
  'List the schedules and last runs.':
    'Regardez les planifications et les dernières exécutions.',
  'List the runs, newest last.':
    'Regardez les exécutions, les plus récentes à la fin.',
  'Read the logs of the runs that still exist.':
    'Lisez le journal des exécutions qui sont encore là.',
  'List the backups and their errors.':
    'Regardez les sauvegardes et leurs erreurs.',
  'See whether the write-ahead log is archived (needs the cnpg plugin of kubectl). While it is not, nothing newer than the last backup can be restored, and the volume fills up.':
    'Regardez si le journal de transactions (WAL) est archivé (demande le plugin cnpg de kubectl). Tant qu’il ne l’est pas, rien de plus récent que la dernière sauvegarde ne peut être restauré, et le volume se remplit.',
  'In a mesh without native sidecars a backup Job never ends, because its proxy keeps running.':
    'Dans un maillage sans sidecars natifs, un Job de sauvegarde ne finit jamais, car son proxy continue de tourner.',
  'After the fix, run a backup and test a restore.':
    'Après la réparation, lancez une sauvegarde et essayez une restauration.',
  'A volume claim is not bound': 'Une demande de volume n’est pas liée',
  'No volume was provisioned: the storage class does not exist, the driver is not installed, the access mode is not supported, or (WaitForFirstConsumer) no pod uses the claim. Lost means that the volume behind it is gone.':
    'Aucun volume n’a été provisionné : la classe de stockage n’existe pas, le pilote n’est pas installé, le mode d’accès n’est pas possible, ou (WaitForFirstConsumer) aucun pod n’utilise la demande. Lost signifie que le volume derrière elle a disparu.',
  'Find out why it is pending.': 'Lisez pourquoi elle attend.',
  'Check the storage classes and which is the default.':
    'Vérifiez les classes de stockage et laquelle est celle par défaut.',
  'Do not delete a Lost claim until you know whether the volume or a snapshot still exists.':
    'Une demande Lost : ne la supprimez pas avant de savoir si le volume ou un instantané existe encore.',
  'A volume is nearly full': 'Un volume est presque plein',
  'PostgreSQL stops when it cannot write its log. Old dumps, unused replication slots and workflow history that is never removed fill volumes.':
    'PostgreSQL s’arrête quand il ne peut plus écrire son journal. De vieux dumps, un slot de réplication que personne ne lit et un historique de workflows jamais supprimé remplissent les volumes.',
  'See what uses the space.': 'Regardez ce qui le remplit.',
  'Check that the class allows expansion (ALLOWVOLUMEEXPANSION).':
    'Vérifiez que la classe permet l’agrandissement (ALLOWVOLUMEEXPANSION).',
  'Raise the size in the environment spec and deploy. The claim grows in place while its pod keeps running; this command shows the progress. A volume never shrinks.':
    'Augmentez la taille dans la spécification de l’environnement et déployez. La demande grandit sur place pendant que son pod continue de tourner ; vous voyez ici où elle en est. Un volume ne rétrécit jamais.',
  'If the class does not allow expansion, the API server rejects the larger size and nothing is lost: set the old size again, and move to another class by backup and restore.':
    'Si la classe ne permet pas l’agrandissement, le serveur d’API refuse la nouvelle taille et rien n’est perdu : remettez l’ancienne taille et passez à une autre classe par sauvegarde et restauration.',
  'A StatefulSet from an earlier chart version still has a claim template, and changing it is rejected as Forbidden. Delete it once without its pod and deploy again; the pod, claim and data stay.':
    'Un StatefulSet d’un chart antérieur a encore un modèle de demande, et sa modification est refusée avec Forbidden. Supprimez-le une fois sans son pod et déployez de nouveau ; le pod, la demande et les données restent.',
  'The Service does not respond': 'Le Service ne répond pas',
  'A Service sends requests only to ready pods. Without ready addresses, every request fails, whatever the route in front of it says.':
    'Un Service n’atteint que des pods prêts. Sans adresses prêtes, chaque requête échoue, quoi que dise la route devant lui.',
  'Check its ports and selector.': 'Regardez les ports et le sélecteur.',
  'Check its ready addresses. If there are none, no pod is ready or the selector matches no pods.':
    'Regardez ses adresses prêtes. Aucune signifie qu’aucun pod n’est prêt ou que le sélecteur n’en désigne aucun.',
  'Call it from your machine.': 'Interrogez-le depuis votre machine.',
  'In a second shell: every Elsa 3 server responds to this.':
    'Dans un second shell : tout serveur Elsa 3 répond à ceci.',
  'If it responds here but not from other pods, a network policy or the mesh blocks them.':
    'S’il répond ici mais pas depuis d’autres pods, une politique réseau ou le maillage les refuse.',
  'Names do not resolve': 'Les noms ne se résolvent pas',
  'A pod cannot resolve a Service or an external host. A network policy must allow port 53 over UDP and TCP, and nodes with a local DNS cache query 169.254.20.10.':
    'Un pod ne peut pas résoudre un Service ou un hôte extérieur. Une politique réseau doit permettre le port 53 en UDP et en TCP, et les nœuds avec un cache DNS local interrogent 169.254.20.10.',
  'Resolve the name from inside the namespace. The pod is removed afterwards.':
    'Résolvez le nom depuis l’espace de noms. Le pod est ensuite supprimé.',
  'Check that the DNS server is running.': 'Regardez si le serveur DNS tourne.',
  'Read its log.': 'Lisez son journal.',
  'See which egress traffic the network policies allow.':
    'Regardez quel trafic sortant les politiques de l’espace de noms permettent.',
  'The public address does not work': 'L’adresse publique ne fonctionne pas',
  "The Ingress or HTTPRoute has no address or is not accepted: wrong class or gateway, a listener that does not allow this namespace, a Service or port that does not exist. Studio runs in the browser, so it needs the server's public address, not its Service.":
    'L’Ingress ou la HTTPRoute n’a pas d’adresse ou n’est pas acceptée : mauvaise classe ou mauvaise gateway, listener qui n’admet pas cet espace de noms, Service ou port qui n’existe pas. Studio s’exécute dans le navigateur : il lui faut l’adresse publique du serveur, pas son Service.',
  'List the gateways, routes and their addresses.':
    'Regardez les gateways, les routes et leurs adresses.',
  'Find out why it is not accepted (Accepted, ResolvedRefs, Programmed).':
    'Lisez pourquoi elle n’est pas acceptée (Accepted, ResolvedRefs, Programmed).',
  'See which classes exist and which controllers serve them.':
    'Regardez quelles classes existent et qui les sert.',
  'Call the public address.': 'Interrogez l’adresse publique.',
  'See whether the request arrives.': 'Regardez si la requête arrive.',
  'The certificate is not valid': 'Le certificat n’est pas valide',
  'cert-manager could not issue or renew it, its renewal is late, or it has expired. The chain of Certificate, CertificateRequest, Order and Challenge shows where it stopped.':
    'cert-manager n’a pas pu l’émettre ou le renouveler, son renouvellement est en retard, ou il a expiré. La chaîne Certificate, CertificateRequest, Order et Challenge dit où cela s’est arrêté.',
  'Check the state and the last error.': 'Lisez l’état et la dernière erreur.',
  'Follow the chain, newest last.':
    'Suivez la chaîne ; les plus récents viennent à la fin.',
  'Check that the issuer is ready.': 'Vérifiez que l’émetteur est prêt.',
  'See which certificate clients get.':
    'Regardez ce que reçoivent les visiteurs.',
  "Read cert-manager's log.": 'Lisez le journal de cert-manager.',
  'Secrets are not synchronised': 'Les secrets ne sont pas synchronisés',
  'The operator cannot reach the secret store, is not allowed to read the key, or the key does not exist. Running pods keep the old values; new ones may not start.':
    'L’opérateur ne peut pas joindre le coffre de secrets, n’a pas le droit de lire la clé, ou la clé n’existe pas. Les pods en cours gardent les anciennes valeurs ; de nouveaux peuvent ne pas démarrer.',
  'Read the error.': 'Lisez l’erreur.',
  'Check the stores.': 'Vérifiez les coffres.',
  'After the fix, force a synchronisation: any new value of the annotation triggers it.':
    'Après la réparation, synchronisez aussitôt ; toute nouvelle valeur de l’annotation le fait.',
  'Requests are slow': 'Les requêtes sont lentes',
  'CPU throttling, a slow database, waiting for locks or connections, or too few replicas. More replicas help only on a host that can be clustered.':
    'CPU bridé, base de données lente, attente de verrous ou de connexions, ou trop peu de réplicas. Plus de réplicas n’aident que sur un hôte qui peut être mis en grappe.',
  'Compare CPU and memory with the limits.':
    'Comparez le CPU et la mémoire aux limites.',
  'See whether the autoscaler is at its limit.':
    'Regardez si l’autoscaler est à sa limite.',
  'Look for slow queries and time-outs in the log.':
    'Cherchez dans le journal des requêtes lentes et des dépassements de délai.',
  'Then follow the entries on connections and on locks.':
    'Suivez ensuite les fiches sur les connexions et sur les verrous.',
  'Memory keeps growing': 'La mémoire croît sans fin',
  'At steady load the memory of a healthy server levels off. Workflow definitions are cached for a day; large variables and journals are kept while instances run.':
    'À charge constante, la mémoire d’un serveur sain se stabilise. Les définitions de workflow restent un jour en cache ; les grandes variables et les journaux sont gardés tant que des instances tournent.',
  'Watch usage per container.': 'Observez l’utilisation par conteneur.',
  'Take a dump with a debug container, because the images contain no tools. It writes to the shared /tmp and needs diagnostics enabled (DOTNET_EnableDiagnostics).':
    'Prenez un dump avec un conteneur de débogage, car les images ne contiennent pas d’outils. Il écrit dans le /tmp partagé et demande que les diagnostics soient activés (DOTNET_EnableDiagnostics).',
  'A dump contains everything that was in memory, including secrets. Protect it accordingly.':
    'Un dump contient tout ce qui était en mémoire, secrets compris : gardez-le aussi sûrement qu’eux.',
  'The autoscaler is at its limit': 'L’autoscaler est à sa limite',
  'It wants more replicas than its maximum allows. The service may be slow although nothing is broken.':
    'Il veut plus de réplicas que ne le permet son maximum. Le service peut être lent alors que rien n’est cassé.',
  'Check metrics, targets and conditions.':
    'Regardez les métriques, les cibles et les conditions.',
  'See whether the pods are really busy.':
    'Regardez si les pods sont vraiment occupés.',
  'Raise the maximum in the environment spec. Check first that the database accepts the connections of that many pods.':
    'Augmentez le maximum dans la spécification de l’environnement. Vérifiez d’abord que la base de données accepte les connexions d’autant de pods.',
  'The autoscaler does not work': 'L’autoscaler ne fonctionne pas',
  'It cannot read a metric or scale its target. While one metric is missing it never scales down. CPU and memory need metrics-server, other metrics an adapter or KEDA.':
    'Il ne peut pas lire une métrique ou redimensionner sa cible. Tant qu’une métrique manque, il ne réduit jamais. Le CPU et la mémoire demandent metrics-server, les autres métriques un adaptateur ou KEDA.',
  'Find out which metric is missing and why.':
    'Lisez quelle métrique manque et pourquoi.',
  'Check that the metrics APIs are served.':
    'Vérifiez que les API de métriques sont servies.',
  'Every container in the pod needs a CPU request, including injected ones.':
    'Chaque conteneur du pod doit demander du CPU, même ceux qui sont injectés.',
  'A disruption budget does not work':
    'Un budget d’interruption ne fonctionne pas',
  'The controller could not compute it: two budgets match the same pod, or the selector matches pods without a scalable owner. Nodes with such pods cannot be drained.':
    'Le contrôleur n’a pas pu le calculer : deux budgets désignent le même pod, ou le sélecteur désigne des pods sans propriétaire redimensionnable. Les nœuds qui portent ces pods ne peuvent pas être vidés.',
  'Check allowed disruptions and conditions.':
    'Regardez les interruptions permises et les conditions.',
  'List the pods.': 'Regardez quels pods il y a.',
  'Pods run old workflow definitions':
    'Des pods exécutent d’anciennes définitions de workflow',
  'Definitions are cached in each pod for a day. Other pods learn of a change only through distributed cache invalidation (MassTransit over RabbitMQ), which needs a host built with it; Redis is for locks only. Stock images cannot do it, which is why they run as one replica.':
    'Les définitions restent un jour en cache dans chaque pod. Les autres pods n’apprennent un changement que par l’invalidation distribuée du cache (MassTransit sur RabbitMQ), pour laquelle l’hôte doit avoir été construit ; Redis ne sert qu’aux verrous. Les images standard ne le peuvent pas, c’est pourquoi elles tournent avec un seul réplica.',
  "See each pod's temporary queue.":
    'Regardez la file temporaire de chaque pod.',
  'See whether the bus started in the server.':
    'Regardez si le bus a démarré dans le serveur.',
  'Make all pods reload the definitions.':
    'Faites relire les définitions à tous les pods.',
  'RabbitMQ is unhealthy': 'RabbitMQ ne va pas bien',
  'The operator could not apply the specification, or not all nodes are ready. Pods then miss changes of workflow definitions.':
    'L’opérateur n’a pas pu appliquer la spécification, ou tous les nœuds ne sont pas prêts. Des pods manquent alors des changements de définitions de workflow.',
  "Read the operator's conditions.": 'Lisez les conditions de l’opérateur.',
  'Check what the broker reports.':
    'Regardez ce que le broker dit de lui-même.',
  'An error budget is burning': 'Un budget d’erreur se consume',
  'Requests fail or are slow more often than the objective allows. At this rate, a page alert means that the error budget is exhausted within days, and a ticket alert that it will not last the period.':
    'Des requêtes échouent ou tardent plus vite que l’objectif ne le permet. Une paire d’astreinte signifie qu’à ce rythme le budget est épuisé en quelques jours, une paire de ticket qu’il ne durera pas toute la période.',
  'Look at what changed when it started: rollouts, configuration, load, database.':
    'Regardez ce qui a changé quand cela a commencé : déploiements, configuration, charge, base de données.',
  'See whether pods fail or restart.':
    'Regardez si des pods échouent ou redémarrent.',
  'Read the errors.': 'Lisez les erreurs.',
  'If a rollout caused it, roll it back first and find the cause afterwards. While the error budget is exhausted, hold back risky changes.':
    'Si un déploiement en est la cause, annulez-le d’abord et cherchez la cause ensuite. Quand le budget est épuisé, retenez les changements risqués.',
  'An SLO has no data': 'Un SLO n’a pas de données',
  'Prometheus has no samples for it: no traffic, a target that is not scraped, rules that were not loaded, or metrics that this image does not export (stock Elsa images export none). No data is not 100 %.':
    'Prometheus n’a pas d’échantillons pour lui : pas de trafic, une cible qui n’est pas collectée, des règles non chargées, ou des métriques que cette image n’expose pas (les images standard d’Elsa n’en exposent aucune). Pas de données n’est pas 100 %.',
  'Check that rules, monitors and probes exist.':
    'Vérifiez que les règles, les moniteurs et les sondes existent.',
  'Compare their labels with the selectors of your Prometheus (ruleSelector, serviceMonitorSelector, probeSelector), and look at its pages Targets and Rules.':
    'Comparez leurs labels aux sélecteurs de votre Prometheus (ruleSelector, serviceMonitorSelector, probeSelector), et regardez ses pages Targets et Rules.',
  'Check that the metric profile of the environment spec fits the host.':
    'Vérifiez que le profil de métriques de la spécification convient à l’hôte.',
  'Argo CD and the repository disagree':
    'Argo CD et le dépôt ne sont pas d’accord',
  'The cluster differs from the deployment repository: a change was not applied yet, a sync failed, or someone changed objects by hand.':
    'Le cluster diffère du dépôt de déploiement : un changement n’est pas encore appliqué, une synchronisation a échoué, ou quelqu’un a modifié des objets à la main.',
  'Check the sync state, conditions and last operation.':
    'Lisez l’état de synchronisation, les conditions et la dernière opération.',
  'See the differences.': 'Regardez les différences.',
  'Apply the repository. Check the differences first: manual changes are lost.':
    'Appliquez le dépôt. Lisez d’abord les différences : ce qui a été modifié à la main est perdu.',
  'The portal cannot read a source': 'Le portail ne peut pas lire une source',
  'The cluster, Prometheus or Alertmanager did not respond, refused access, or last responded too long ago. The environment itself may be healthy; its state is not known.':
    'Le cluster, Prometheus ou Alertmanager n’a pas répondu, a refusé, ou a répondu il y a trop longtemps. L’environnement lui-même va peut-être bien ; personne ne le sait.',
  "Read the source's state and message on the environments page.":
    'Lisez l’état et le message de la source sur la page des environnements.',
  "Unauthorized or forbidden: check the portal's service account and its role in the cluster.":
    'Unauthorized ou forbidden : vérifiez le compte de service du portail et son rôle dans le cluster.',
  'Check the environment directly in the meantime.':
    'En attendant, regardez l’environnement vous-même.',
  'Pods do not start': 'Des pods ne démarrent pas',
  'A pod is Pending or its containers are waiting. The pod events show what for: a node, a volume, an image or a Secret.':
    'Un pod est Pending ou ses conteneurs attendent. Les événements du pod disent quoi : un nœud, un volume, une image ou un Secret.',
  'Find the pods that are not ready.':
    'Trouvez les pods qui ne sont pas prêts.',
  "Check the pod's conditions, container states and events.":
    'Lisez les conditions, les états des conteneurs et les événements du pod.',
  'No node can run the pod': 'Aucun nœud ne prend le pod',
  'The scheduler finds no node with enough free CPU and memory, or affinity, spread constraints, taints or a volume in one zone rule all of them out. Requests count, not usage.':
    'L’ordonnanceur ne trouve aucun nœud avec assez de CPU et de mémoire libres, ou l’affinité, les contraintes de répartition, les taints ou un volume dans une seule zone les excluent tous. Ce sont les requests qui comptent, pas l’utilisation.',
  'Find out why each group of nodes was ruled out (event FailedScheduling).':
    'Lisez pourquoi chaque groupe de nœuds a été exclu (événement FailedScheduling).',
  'Compare the requests on the nodes with their capacity.':
    'Comparez ce qui est demandé sur les nœuds à ce qu’ils ont.',
  'Check actual usage.': 'Regardez l’utilisation réelle.',
  'Check the namespace quotas, which also limit requests.':
    'Vérifiez les quotas de l’espace de noms, qui limitent aussi les requests.',
  'Lower the requests in the environment spec, add nodes, or relax spread constraints. A required anti-affinity by zone with a surge pod blocks every rollout.':
    'Réduisez les requests dans la spécification de l’environnement, ajoutez des nœuds, ou assouplissez les contraintes de répartition. Une anti-affinité obligatoire par zone avec un pod supplémentaire bloque tout déploiement.',
  'The image cannot be pulled': 'L’image ne peut pas être téléchargée',
  'The name or digest does not exist, the registry refuses the pull, or the node cannot reach it. Elsa publishes exact versions (such as 3.9.0), no `latest` for Elsa 3; the -v3-5 images have no version tags at all.':
    'Le nom ou l’empreinte n’existe pas, le registre refuse, ou le nœud ne peut pas le joindre. Elsa publie des versions exactes (comme 3.9.0), pas de `latest` pour Elsa 3 ; les images -v3-5 n’ont aucun tag de version.',
  "Read the registry's answer (events Failed and BackOff).":
    'Lisez la réponse du registre (événements Failed et BackOff).',
  'Check which image is requested.': 'Vérifiez l’image qui est demandée.',
  'See which pull secrets the pod uses; they must exist in its namespace and have type kubernetes.io/dockerconfigjson.':
    'Regardez quels secrets de téléchargement le pod utilise ; ils doivent exister dans son espace de noms et être du type kubernetes.io/dockerconfigjson.',
  'List the pull secrets that exist (names only).':
    'Listez les secrets de téléchargement qui existent (noms seulement).',
  'Correct the image in the environment spec, or name the pull secret there. Do not create one by hand: delivery would remove it or not know about it.':
    'Corrigez l’image dans la spécification de l’environnement, ou nommez-y le secret de téléchargement. N’en créez pas à la main : la livraison le supprimerait ou n’en saurait rien.',
  'A container keeps crashing': 'Un conteneur plante sans cesse',
  'The process exits soon after it starts. Exit code 137 with OOMKilled means out of memory, 143 a stop, 139 a native crash; 1 and 134 are usually an exception at startup: the database, a missing setting or a migration. A liveness probe on a path that the image does not serve also restarts the container.':
    'Le processus finit peu après son démarrage. Le code de sortie 137 avec OOMKilled est la mémoire, 143 un arrêt, 139 un plantage natif ; 1 et 134 sont le plus souvent une exception au démarrage : la base de données, un réglage manquant ou une migration. Une sonde liveness sur un chemin que l’image ne sert pas met aussi fin au conteneur.',
  'Read the container log from before it exited.':
    'Lisez ce que le conteneur a dit avant de finir.',
  'Check the exit code, probe failures and restarts.':
    'Lisez le code de sortie, les échecs des sondes et les redémarrages.',
  'Read the events in order.': 'Lisez les événements dans l’ordre.',
  'Check that the services Elsa depends on are running: database, Redis, RabbitMQ.':
    'Vérifiez que ce dont Elsa dépend tourne : base de données, Redis, RabbitMQ.',
  'Compare the probes with the image: official images answer `/` and `/elsa/api/package/version`; `/health/live` and `/health/ready` exist only in hosts built on Elsa 3.8 or later.':
    'Comparez les sondes à l’image : les images officielles répondent à `/` et `/elsa/api/package/version` ; `/health/live` et `/health/ready` n’existent que dans les hôtes construits sur Elsa 3.8 ou plus récent.',
  'A container cannot be created': 'Un conteneur ne peut pas être créé',
  'The pod refers to a Secret, ConfigMap or key that does not exist, or its command, user or mounts are not valid.':
    'Le pod renvoie à un Secret, une ConfigMap ou une clé qui n’existe pas, ou sa commande, son utilisateur ou ses montages ne sont pas possibles.',
  'See which name or key is missing.': 'Lisez quel nom ou quelle clé manque.',
  'See which keys a Secret has. This shows names and sizes, never values.':
    'Regardez quelles clés a un Secret. Cela montre des noms et des tailles, jamais des valeurs.',
  'Check whatever is meant to create the Secrets in the namespace.':
    'Vérifiez ce qui doit apporter les Secrets dans l’espace de noms.',
  'List the ConfigMaps.': 'Listez les ConfigMaps.',
  'A container runs out of memory': 'Un conteneur manque de mémoire',
  'The kernel killed the container because it reached its memory limit. .NET uses up to 75 % of the limit for its heap; many parallel workflows, large variables and native memory need the rest.':
    'Le noyau a mis fin au conteneur parce qu’il a atteint sa limite de mémoire. .NET prend jusqu’à 75 % de la limite pour son tas ; de nombreux workflows parallèles, de grandes variables et la mémoire native ont besoin du reste.',
  'Compare usage with the limit.': 'Comparez l’utilisation à la limite.',
  'Check the limit, last termination and exit code.':
    'Lisez la limite, la dernière fin et le code de sortie.',
  'Raise the memory limit in the environment spec and keep request and limit equal. If usage keeps growing at steady load, follow the entry on memory growth.':
    'Augmentez la limite de mémoire dans la spécification de l’environnement et gardez request et limit égaux. Si l’utilisation croît sans fin à charge constante, suivez la fiche sur la croissance de la mémoire.',
  'Pods run but are not ready': 'Des pods tournent mais ne sont pas prêts',
  'The readiness probe fails, so the Service sends no traffic. In Elsa 3.8 and later hosts the probe also fails while the database or the lock store is unavailable and while the runtime is paused or draining.':
    'La sonde readiness échoue, le Service n’envoie donc pas de trafic. Dans les hôtes Elsa 3.8 ou plus récents, elle échoue aussi quand la base ou le magasin de verrous est absent et pendant que le moteur est en pause ou se vide.',
  'Read the probe failures.': 'Lisez les échecs de la sonde.',
  'Call the server directly, bypassing probes and the Service.':
    'Interrogez le serveur lui-même, sans passer par les sondes ni le Service.',
  'Read the logs of the container that is not ready.':
    'Lisez les journaux du conteneur qui n’est pas prêt.',
  'A rollout does not finish': 'Un déploiement ne finit pas',
  'New pods do not become available, so old ones stay. After its progress deadline a Deployment gives up waiting, but it does not roll back.':
    'Les nouveaux pods ne deviennent pas disponibles, les anciens restent donc. Passé son délai, un Deployment cesse d’attendre mais ne revient pas en arrière.',
  'Check the progress of the rollout.': 'Regardez où en est le déploiement.',
  'See what changed between the revisions.':
    'Regardez ce qui a changé entre les révisions.',
  'Revert the change in the deployment repository. `kubectl rollout undo` lasts only until the next sync.':
    'Annulez le changement dans le dépôt de déploiement. `kubectl rollout undo` ne dure que jusqu’à la prochaine synchronisation.',
  'Pods are not created': 'Des pods ne sont pas créés du tout',
  'A quota, a LimitRange, Pod Security admission or an admission webhook refuses the pods. They never appear, so only the ReplicaSet or StatefulSet says why.':
    'Un quota, un LimitRange, l’admission Pod Security ou un webhook d’admission refuse les pods. Ils n’apparaissent jamais : seul le ReplicaSet ou le StatefulSet dit pourquoi.',
  'Read the refusals (event FailedCreate).':
    'Lisez les refus (événement FailedCreate).',
  'Check quotas and limit ranges.': 'Vérifiez les quotas et les LimitRanges.',
  'Check the Pod Security level of the namespace (label pod-security.kubernetes.io/enforce).':
    'Vérifiez le niveau Pod Security de l’espace de noms (label pod-security.kubernetes.io/enforce).',
  'Expected objects do not exist': 'Des objets attendus n’existent pas',
  'The deployment repository describes objects that the cluster does not have: never synchronised, pruned, deleted by hand, or without the labels used to find them.':
    'Le dépôt de déploiement décrit des objets que le cluster n’a pas : jamais synchronisés, élagués, supprimés à la main, ou sans les labels qui permettent de les trouver.',
  'See what exists.': 'Regardez ce qui existe.',
  'See what Argo CD reports about its last sync.':
    'Regardez ce qu’Argo CD dit de sa dernière synchronisation.',
  'Synchronise the application, or check the cluster and namespace of the catalog entity.':
    'Synchronisez l’application, ou vérifiez que le cluster et l’espace de noms de l’entité du catalogue sont justes.',
  'Stopped on purpose': 'Arrêté volontairement',
  'Someone scaled the workload to 0, paused it, suspended a schedule, or hibernated or fenced the database. Nothing is wrong, but nothing is running.':
    'Quelqu’un a réduit la charge de travail à 0, l’a mise en pause, a suspendu une planification, ou a mis la base de données en hibernation ou à l’écart. Rien n’est cassé, et rien ne tourne.',
  "Read the annotations of the database's cluster: who fences an instance or stops the operator does it there.":
    'Lisez les annotations du cluster de la base de données : qui met une instance à l’écart ou arrête l’opérateur le fait là.',
  'Check replicas and pauses.': 'Regardez les réplicas et les pauses.',
  'Change replicas or the pause in the environment spec, so that delivery does not undo it.':
    'Changez les réplicas ou la pause dans la spécification de l’environnement, pour que la livraison ne l’annule pas.',
  'An object is being deleted': 'Un objet est en cours de suppression',
  'The object is marked for deletion and stays until its finalizers are done. Pods stay for their grace period; a claim stays while a pod uses it.':
    'L’objet a une heure de suppression et reste jusqu’à ce que ses finalizers aient fini. Les pods restent pendant leur délai de grâce ; une demande de volume reste tant qu’un pod l’utilise.',
  'See which finalizers block it.': 'Regardez quels finalizers le retiennent.',
  'Find out why the controller of the finalizer does not finish before you remove it by hand.':
    'Trouvez pourquoi le contrôleur du finalizer ne finit pas avant de le retirer à la main.',
  'No scheduler takes the pod': 'Aucun planificateur ne prend le pod',
  'The pod waits until a scheduling gate is removed, such as that of a queue, or it names a scheduler that does not run.':
    'Le pod attend qu’une barrière d’ordonnancement soit retirée, comme celle d’une file, ou il nomme un planificateur qui ne tourne pas.',
  'See which gates and which scheduler the pod names.':
    'Voyez quelles barrières et quel planificateur le pod nomme.',
  'Containers are not created': 'Les conteneurs ne sont pas créés',
  'The pod has a node, but the node cannot attach or mount a volume, set up the network or find a Secret. The events FailedAttachVolume, FailedMount and FailedCreatePodSandBox name the cause.':
    'Le pod a un nœud, mais le nœud ne peut pas attacher ou monter un volume, préparer le réseau ou trouver un Secret. Les événements FailedAttachVolume, FailedMount et FailedCreatePodSandBox nomment la cause.',
  'See which node still holds the volume. Storage for one node moves only after that node has let go of it.':
    'Voyez quel nœud tient encore le volume. Un stockage pour un seul nœud ne se déplace qu’une fois libéré par ce nœud.',
  'Check the nodes.': 'Vérifiez les nœuds.',
  'An init container does not finish':
    'Un conteneur d’initialisation ne finit pas',
  'An init container of the pod waits for something, usually the database, a migration or a name that does not resolve. The other containers start only after it.':
    'Un conteneur d’initialisation du pod attend quelque chose, le plus souvent la base de données, une migration ou un nom qui ne se résout pas. Les autres conteneurs ne démarrent qu’après lui.',
  'Read the log of the init container.':
    'Lisez le journal du conteneur d’initialisation.',
  'The node does not answer': 'Le nœud ne répond pas',
  'The node has stopped reporting, so nobody knows whether the pod still runs. A StatefulSet makes no new pod until the old one is certainly gone.':
    'Le nœud ne donne plus de nouvelles, donc personne ne sait si le pod tourne encore. Un StatefulSet ne crée pas de nouveau pod tant que l’ancien n’a pas disparu avec certitude.',
  'If the machine is gone for good, delete its Node object. Before that, a pod that is deleted by force may still write to its volume.':
    'Si la machine a disparu pour de bon, supprimez son objet Node. Avant cela, un pod supprimé de force peut encore écrire sur son volume.',
  'A pod does not go away': 'Un pod ne disparaît pas',
  'The pod is being deleted, but its node is lost, a finalizer holds it, or its preStop hook does not end. Until it is gone, a StatefulSet or a Deployment with strategy Recreate makes no new one.':
    'Le pod est en cours de suppression, mais son nœud est perdu, un finalizer le retient ou son hook preStop ne finit pas. Tant qu’il est là, un StatefulSet ou un Deployment avec la stratégie Recreate n’en crée pas d’autre.',
  'The namespace is being deleted':
    'L’espace de noms est en cours de suppression',
  'Nothing can be created in a namespace that is being deleted. It stays until the last finalizer in it is done.':
    'Rien ne peut être créé dans un espace de noms en cours de suppression. Il reste jusqu’à ce que son dernier finalizer ait fini.',
  'See what the namespace still waits for.':
    'Voyez ce que l’espace de noms attend encore.',
  'A volume cannot be resized': 'Un volume ne peut pas être redimensionné',
  'The storage system refuses the size that the claim asks for: a limit, a quota, or a class that does not allow it. The volume keeps the size it has and goes on working.':
    'Le système de stockage refuse la taille que demande la revendication : une limite, un quota ou une classe qui ne le permet pas. Le volume garde sa taille et continue de fonctionner.',
  'Read what the storage system answers (conditions and events of the claim).':
    'Lisez ce que répond le système de stockage (conditions et événements de la revendication).',
  'Set a size in the environment spec that the storage system can give. Kubernetes 1.34 and later accept a smaller one than was asked for, never a smaller one than there is.':
    'Indiquez dans la spécification de l’environnement une taille que le système de stockage peut donner. Kubernetes 1.34 et ultérieur en accepte une plus petite que celle demandée, jamais une plus petite que l’actuelle.',
};

export default texts;
