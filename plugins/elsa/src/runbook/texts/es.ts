/* eslint-disable max-lines -- a table of translated runbook entries */
import type { RunbookTexts } from '../RunbookTexts';

/** Spanish. */
const texts: RunbookTexts = {
  'The server cannot connect to its database':
    'El servidor no puede conectarse a su base de datos',
  'Wrong password (28P01), unknown database (3D000), TLS that one side does not offer, a name that does not resolve, or a network policy. With a missing or misspelt DatabaseProvider the server silently uses SQLite instead.':
    'Contraseña errónea (28P01), base de datos desconocida (3D000), TLS que uno de los lados no ofrece, un nombre que no se resuelve o una política de red. Si DatabaseProvider falta o está mal escrito, el servidor usa SQLite sin avisar.',
  'Read the exact error from the last start.':
    'Lea el error exacto del último arranque.',
  'Check that the database responds.':
    'Compruebe que la base de datos responde.',
  "Check the cluster's state and its primary.":
    'Compruebe el estado del clúster y su instancia primaria.',
  'Check that the database runs and is ready.':
    'Compruebe que la base de datos se ejecuta y está lista.',
  'Check that its Service has ready addresses.':
    'Compruebe que su Service tiene direcciones listas.',
  'Check the provider and the setting names. Values from Secrets are shown as references.':
    'Vea el proveedor y los nombres de los ajustes. Los valores que vienen de Secrets se muestran solo como referencias.',
  'Running pods pick up a rotated password only after a restart.':
    'Una contraseña renovada solo llega a los pods en ejecución con un reinicio.',
  'An embedded database keeps the password that its volume was first set up with: changing the Secret does not change it. Change it in the database too.':
    'Una base de datos incluida conserva la contraseña con la que se creó su volumen: cambiar el Secret no la cambia. Cámbiela también en la base de datos.',
  'The PostgreSQL cluster is unhealthy':
    'El clúster de PostgreSQL no está bien',
  'The operator reports a phase that needs attention, or instances that are not ready: a failover, a restart that does not end, an invalid definition, a full volume, or a state it cannot recover from by itself.':
    'El operador comunica una fase que requiere atención, o instancias que no están listas: una conmutación por error, un reinicio que no termina, una definición no válida, un volumen lleno o un estado del que no puede salir solo.',
  'A pooler waits for its cluster and its Secrets. Read why in its status.':
    'Un pooler espera a su clúster y a sus Secrets. El motivo está en su estado.',
  'Check the phase, conditions and current primary.':
    'Lea la fase, las condiciones y la instancia primaria actual.',
  'List the instances and their roles.': 'Vea las instancias y sus funciones.',
  'Read replication lag and archiving (needs the cnpg plugin of kubectl).':
    'Lea el retraso de la replicación y el archivado (necesita el plugin cnpg de kubectl).',
  'List the warnings in the namespace.':
    'Lea las advertencias del espacio de nombres.',
  'A database migration fails': 'Una migración de la base de datos falla',
  'Elsa migrates its database when a pod starts; there is no SDK in the images, so `dotnet ef` cannot be run in them. The database user must be allowed to create the schemas Elsa and quartz. Two pods that start together race unless locks are shared.':
    'Elsa migra su base de datos cuando arranca un pod; las imágenes no contienen ningún SDK, así que `dotnet ef` no se puede ejecutar en ellas. El usuario de la base de datos debe poder crear los esquemas Elsa y quartz. Dos pods que arrancan a la vez se estorban si no comparten bloqueos.',
  'Find the migration that failed.': 'Lea qué migración ha fallado.',
  'If a Job runs the migration, read its log.':
    'Si migra un Job, lea su registro.',
  'See which migrations were applied.': 'Vea qué migraciones se han aplicado.',
  'Let a single pod run the migration.': 'Deje que migre un solo pod.',
  'An older image cannot use a newer schema. Restore the backup before you roll back to an earlier version.':
    'Una imagen más antigua no puede usar un esquema más nuevo. Restaure la copia antes de volver a una versión anterior.',
  'The database runs out of connections':
    'Se agotan las conexiones a la base de datos',
  'Pods x pools x Max Pool Size exceed what the server accepts (max_connections), or connections are held too long. Locks and Quartz use their own connections.':
    'Pods × pools × Max Pool Size superan lo que acepta el servidor (max_connections), o las conexiones se retienen demasiado tiempo. Los bloqueos y Quartz usan conexiones propias.',
  'Count the connections and see who holds them.':
    'Cuente las conexiones y quién las tiene.',
  'Count the connections.': 'Cuente las conexiones.',
  'Compare with the limit.': 'Compare con el límite.',
  'See how many pods share the limit.': 'Vea cuántos pods comparten el límite.',
  "Lower the pool size in the environment spec so that (replicas at the autoscaler's maximum) x (pools per pod) x (pool size) stays 20 below max_connections. Editing the StatefulSet lasts only until the next sync.":
    'Reduzca el tamaño del pool en la especificación del entorno, de modo que (réplicas en el máximo del autoescalado) × (pools por pod) × (tamaño del pool) quede 20 por debajo de max_connections. Editar el StatefulSet solo dura hasta la próxima sincronización.',
  'PgBouncer helps only for queries: locks and migrations need session mode or a direct connection, because PostgreSQL advisory locks do not survive transaction pooling.':
    'PgBouncer solo ayuda con las consultas: los bloqueos y las migraciones necesitan el modo de sesión o una conexión directa, porque los bloqueos consultivos de PostgreSQL no sobreviven al pooling por transacción.',
  'Distributed locks cannot be acquired':
    'No se pueden adquirir bloqueos distribuidos',
  'With the PostgreSQL provider, locks are session advisory locks: there is no lock table. A lock ends with the session that holds it. A misspelt provider (Postgres, Redis, File) means no locks at all; PgBouncer in transaction mode and a Redis that evicts keys lose locks.':
    'Con el proveedor PostgreSQL, los bloqueos son bloqueos consultivos de sesión: no hay tabla de bloqueos. Un bloqueo termina con la sesión que lo tiene. Un proveedor mal escrito (Postgres, Redis, File) significa que no hay bloqueos; PgBouncer en modo de transacción y un Redis que expulsa claves pierden bloqueos.',
  'See which sessions wait for locks and which hold them.':
    'Vea quién espera y quién lo tiene.',
  'With Redis locks: keys must never be evicted (noeviction).':
    'Con bloqueos de Redis: las claves nunca deben expulsarse (noeviction).',
  'Find out which lock times out.': 'Lea a qué bloqueo se le agota el tiempo.',
  'Release a lock held by a dead pod by ending its session: SELECT pg_terminate_backend(<pid>). A lock held by a running pod is working as intended.':
    'Libere el bloqueo de un pod muerto terminando su sesión: SELECT pg_terminate_backend(<pid>). El bloqueo de un pod vivo está como debe estar.',
  'Backups are missing or failing': 'Faltan copias de seguridad o fallan',
  'The last run failed, never ran, or is older than its schedule allows. What was not backed up cannot be restored.':
    'La última ejecución falló, nunca tuvo lugar o es más antigua de lo que permite su programación. Lo que no se ha copiado no se puede restaurar.',
  'List the schedules and last runs.':
    'Vea las programaciones y las últimas ejecuciones.',
  'List the runs, newest last.':
    'Vea las ejecuciones, las más recientes al final.',
  'Read the logs of the runs that still exist.':
    'Lea el registro de las ejecuciones que aún existen.',
  'List the backups and their errors.': 'Vea las copias y sus errores.',
  'See whether the write-ahead log is archived (needs the cnpg plugin of kubectl). While it is not, nothing newer than the last backup can be restored, and the volume fills up.':
    'Vea si se archiva el registro de escritura anticipada (necesita el plugin cnpg de kubectl). Mientras no se archive, no se puede restaurar nada más reciente que la última copia de seguridad, y el volumen se llena.',
  'In a mesh without native sidecars a backup Job never ends, because its proxy keeps running.':
    'En una malla sin sidecars nativos, un Job de copia nunca termina, porque su proxy sigue ejecutándose.',
  'After the fix, run a backup and test a restore.':
    'Tras la reparación, haga una copia ahora y pruebe una restauración.',
  'A volume claim is not bound': 'Una solicitud de volumen no está enlazada',
  'No volume was provisioned: the storage class does not exist, the driver is not installed, the access mode is not supported, or (WaitForFirstConsumer) no pod uses the claim. Lost means that the volume behind it is gone.':
    'No se ha aprovisionado ningún volumen: la clase de almacenamiento no existe, el controlador no está instalado, el modo de acceso no es posible o (WaitForFirstConsumer) ningún pod usa la solicitud. Lost significa que el volumen que había detrás ha desaparecido.',
  'Find out why it is pending.': 'Lea por qué espera.',
  'Check the storage classes and which is the default.':
    'Compruebe las clases de almacenamiento y cuál es la predeterminada.',
  'Do not delete a Lost claim until you know whether the volume or a snapshot still exists.':
    'Una solicitud Lost: no la elimine antes de saber si el volumen o una instantánea existen todavía.',
  'A volume is nearly full': 'Un volumen está casi lleno',
  'PostgreSQL stops when it cannot write its log. Old dumps, unused replication slots and workflow history that is never removed fill volumes.':
    'PostgreSQL se detiene cuando no puede escribir su registro. Volcados viejos, un slot de replicación que nadie lee y un historial de workflows que nunca se borra llenan los volúmenes.',
  'See what uses the space.': 'Vea qué lo llena.',
  'Check that the class allows expansion (ALLOWVOLUMEEXPANSION).':
    'Compruebe que la clase permite la ampliación (ALLOWVOLUMEEXPANSION).',
  'Raise the size in the environment spec and deploy. The claim grows in place while its pod keeps running; this command shows the progress. A volume never shrinks.':
    'Aumente el tamaño en la especificación del entorno y despliegue. La solicitud crece en su sitio mientras su pod sigue en marcha; aquí ve cuánto ha avanzado. Un volumen nunca se reduce.',
  'If the class does not allow expansion, the API server rejects the larger size and nothing is lost: set the old size again, and move to another class by backup and restore.':
    'Si la clase no permite la ampliación, el servidor de API rechaza el tamaño mayor y no se pierde nada: vuelva a poner el tamaño anterior y pase a otra clase con copia de seguridad y restauración.',
  'A StatefulSet from an earlier chart version still has a claim template, and changing it is rejected as Forbidden. Delete it once without its pod and deploy again; the pod, claim and data stay.':
    'Un StatefulSet de un chart anterior aún tiene una plantilla de solicitud, y su cambio se rechaza con Forbidden. Elimínelo una vez sin su pod y despliegue de nuevo; el pod, la solicitud y los datos permanecen.',
  'The Service does not respond': 'El Service no responde',
  'A Service sends requests only to ready pods. Without ready addresses, every request fails, whatever the route in front of it says.':
    'Un Service solo llega a pods listos. Sin direcciones listas falla cada petición, diga lo que diga la ruta que tiene delante.',
  'Check its ports and selector.': 'Vea los puertos y el selector.',
  'Check its ready addresses. If there are none, no pod is ready or the selector matches no pods.':
    'Vea sus direcciones listas. Ninguna significa que ningún pod está listo o que el selector no coincide con ninguno.',
  'Call it from your machine.': 'Consúltelo desde su máquina.',
  'In a second shell: every Elsa 3 server responds to this.':
    'En una segunda consola: todo servidor Elsa 3 responde a esto.',
  'If it responds here but not from other pods, a network policy or the mesh blocks them.':
    'Si responde aquí pero no desde otros pods, una política de red o la malla los rechaza.',
  'Names do not resolve': 'Los nombres no se resuelven',
  'A pod cannot resolve a Service or an external host. A network policy must allow port 53 over UDP and TCP, and nodes with a local DNS cache query 169.254.20.10.':
    'Un pod no puede resolver un Service o un host externo. Una política de red debe permitir el puerto 53 por UDP y TCP, y los nodos con caché DNS local consultan 169.254.20.10.',
  'Resolve the name from inside the namespace. The pod is removed afterwards.':
    'Resuelva el nombre desde el espacio de nombres. Después se elimina el pod.',
  'Check that the DNS server is running.': 'Vea si el servidor DNS se ejecuta.',
  'Read its log.': 'Lea su registro.',
  'See which egress traffic the network policies allow.':
    'Vea qué tráfico de salida permiten las políticas del espacio de nombres.',
  'The public address does not work': 'La dirección pública no funciona',
  "The Ingress or HTTPRoute has no address or is not accepted: wrong class or gateway, a listener that does not allow this namespace, a Service or port that does not exist. Studio runs in the browser, so it needs the server's public address, not its Service.":
    'El Ingress o la HTTPRoute no tiene dirección o no se acepta: clase o gateway equivocados, un listener que no admite este espacio de nombres, un Service o puerto que no existe. Studio se ejecuta en el navegador, así que necesita la dirección pública del servidor, no su Service.',
  'List the gateways, routes and their addresses.':
    'Vea los gateways, las rutas y sus direcciones.',
  'Find out why it is not accepted (Accepted, ResolvedRefs, Programmed).':
    'Lea por qué no se acepta (Accepted, ResolvedRefs, Programmed).',
  'See which classes exist and which controllers serve them.':
    'Vea qué clases existen y quién las atiende.',
  'Call the public address.': 'Consulte la dirección pública.',
  'See whether the request arrives.': 'Vea si llega la petición.',
  'The certificate is not valid': 'El certificado no es válido',
  'cert-manager could not issue or renew it, its renewal is late, or it has expired. The chain of Certificate, CertificateRequest, Order and Challenge shows where it stopped.':
    'cert-manager no pudo emitirlo o renovarlo, su renovación se retrasa, o ha caducado. La cadena de Certificate, CertificateRequest, Order y Challenge dice dónde se detuvo.',
  'Check the state and the last error.': 'Lea el estado y el último error.',
  'Follow the chain, newest last.':
    'Siga la cadena; los más recientes van al final.',
  'Check that the issuer is ready.': 'Compruebe que el emisor está listo.',
  'See which certificate clients get.': 'Vea qué reciben los visitantes.',
  "Read cert-manager's log.": 'Lea el registro de cert-manager.',
  'Secrets are not synchronised': 'Los secretos no se sincronizan',
  'The operator cannot reach the secret store, is not allowed to read the key, or the key does not exist. Running pods keep the old values; new ones may not start.':
    'El operador no llega al almacén de secretos, no tiene permiso para leer la clave o la clave no existe. Los pods en ejecución conservan los valores antiguos; puede que los nuevos no arranquen.',
  'Read the error.': 'Lea el error.',
  'Check the stores.': 'Compruebe los almacenes.',
  'After the fix, force a synchronisation: any new value of the annotation triggers it.':
    'Tras la reparación, sincronice enseguida; cualquier valor nuevo de la anotación lo hace.',
  'Requests are slow': 'Las peticiones son lentas',
  'CPU throttling, a slow database, waiting for locks or connections, or too few replicas. More replicas help only on a host that can be clustered.':
    'CPU limitada, una base de datos lenta, espera de bloqueos o conexiones, o muy pocas réplicas. Más réplicas solo ayudan en un host que se pueda poner en clúster.',
  'Compare CPU and memory with the limits.':
    'Compare CPU y memoria con los límites.',
  'See whether the autoscaler is at its limit.':
    'Vea si el autoescalado está en su límite.',
  'Look for slow queries and time-outs in the log.':
    'Busque en el registro consultas lentas y tiempos agotados.',
  'Then follow the entries on connections and on locks.':
    'Siga después las entradas sobre conexiones y sobre bloqueos.',
  'Memory keeps growing': 'La memoria crece sin fin',
  'At steady load the memory of a healthy server levels off. Workflow definitions are cached for a day; large variables and journals are kept while instances run.':
    'Con carga constante, la memoria de un servidor sano se estabiliza. Las definiciones de workflow quedan un día en caché; las variables grandes y los diarios se conservan mientras se ejecutan instancias.',
  'Watch usage per container.': 'Observe el uso por contenedor.',
  'Take a dump with a debug container, because the images contain no tools. It writes to the shared /tmp and needs diagnostics enabled (DOTNET_EnableDiagnostics).':
    'Haga un volcado con un contenedor de depuración, ya que las imágenes no contienen herramientas. Escribe en el /tmp compartido y necesita que el diagnóstico esté activado (DOTNET_EnableDiagnostics).',
  'A dump contains everything that was in memory, including secrets. Protect it accordingly.':
    'Un volcado contiene todo lo que había en memoria, también secretos: guárdelo tan seguro como ellos.',
  'The autoscaler is at its limit': 'El autoescalado está en su límite',
  'It wants more replicas than its maximum allows. The service may be slow although nothing is broken.':
    'Quiere más réplicas de las que permite su máximo. El servicio puede ir lento aunque nada esté roto.',
  'Check metrics, targets and conditions.':
    'Vea métricas, objetivos y condiciones.',
  'See whether the pods are really busy.':
    'Vea si los pods están realmente ocupados.',
  'Raise the maximum in the environment spec. Check first that the database accepts the connections of that many pods.':
    'Aumente el máximo en la especificación del entorno. Compruebe antes que la base de datos acepta las conexiones de tantos pods.',
  'The autoscaler does not work': 'El autoescalado no funciona',
  'It cannot read a metric or scale its target. While one metric is missing it never scales down. CPU and memory need metrics-server, other metrics an adapter or KEDA.':
    'No puede leer una métrica o escalar su objetivo. Mientras falte una métrica, nunca reduce. CPU y memoria necesitan metrics-server; otras métricas, un adaptador o KEDA.',
  'Find out which metric is missing and why.':
    'Lea qué métrica falta y por qué.',
  'Check that the metrics APIs are served.':
    'Compruebe que las API de métricas se sirven.',
  'Every container in the pod needs a CPU request, including injected ones.':
    'Cada contenedor del pod necesita una petición de CPU, también los inyectados.',
  'A disruption budget does not work':
    'Un presupuesto de interrupciones no funciona',
  'The controller could not compute it: two budgets match the same pod, or the selector matches pods without a scalable owner. Nodes with such pods cannot be drained.':
    'El controlador no pudo calcularlo: dos presupuestos coinciden con el mismo pod, o el selector coincide con pods sin propietario escalable. Los nodos con esos pods no se pueden vaciar.',
  'Check allowed disruptions and conditions.':
    'Vea las interrupciones permitidas y las condiciones.',
  'List the pods.': 'Vea qué pods hay.',
  'Pods run old workflow definitions':
    'Hay pods que ejecutan definiciones de workflow antiguas',
  'Definitions are cached in each pod for a day. Other pods learn of a change only through distributed cache invalidation (MassTransit over RabbitMQ), which needs a host built with it; Redis is for locks only. Stock images cannot do it, which is why they run as one replica.':
    'Las definiciones quedan un día en la caché de cada pod. Los demás pods solo se enteran de un cambio por la invalidación distribuida de la caché (MassTransit sobre RabbitMQ), que requiere un host construido con ella; Redis sirve solo para bloqueos. Las imágenes estándar no pueden hacerlo, por eso se ejecutan con una sola réplica.',
  "See each pod's temporary queue.": 'Vea la cola temporal de cada pod.',
  'See whether the bus started in the server.':
    'Vea si el bus arrancó en el servidor.',
  'Make all pods reload the definitions.':
    'Haga que todos los pods lean de nuevo las definiciones.',
  'RabbitMQ is unhealthy': 'RabbitMQ no está bien',
  'The operator could not apply the specification, or not all nodes are ready. Pods then miss changes of workflow definitions.':
    'El operador no pudo aplicar la especificación, o no todos los nodos están listos. Entonces los pods se pierden cambios de definiciones de workflow.',
  "Read the operator's conditions.": 'Lea las condiciones del operador.',
  'Check what the broker reports.': 'Vea lo que dice el propio broker.',
  'An error budget is burning': 'Un presupuesto de errores se consume',
  'Requests fail or are slow more often than the objective allows. At this rate, a page alert means that the error budget is exhausted within days, and a ticket alert that it will not last the period.':
    'Las peticiones fallan o llegan tarde más deprisa de lo que permite el objetivo. Una pareja de aviso urgente significa que a este ritmo el presupuesto se acaba en días; una pareja de ticket, que no durará todo el periodo.',
  'Look at what changed when it started: rollouts, configuration, load, database.':
    'Vea qué cambió cuando empezó: despliegues, configuración, carga, base de datos.',
  'See whether pods fail or restart.':
    'Vea si hay pods que fallan o se reinician.',
  'Read the errors.': 'Lea los errores.',
  'If a rollout caused it, roll it back first and find the cause afterwards. While the error budget is exhausted, hold back risky changes.':
    'Si lo empezó un despliegue, reviértalo primero y busque la causa después. Cuando el presupuesto se ha agotado, retenga los cambios arriesgados.',
  'An SLO has no data': 'Un SLO no tiene datos',
  'Prometheus has no samples for it: no traffic, a target that is not scraped, rules that were not loaded, or metrics that this image does not export (stock Elsa images export none). No data is not 100 %.':
    'Prometheus no tiene muestras para él: no hay tráfico, un objetivo que no se consulta, reglas que no se cargaron o métricas que esta imagen no exporta (las imágenes estándar de Elsa no exportan ninguna). Sin datos no es 100 %.',
  'Check that rules, monitors and probes exist.':
    'Compruebe que existen reglas, monitores y sondas.',
  'Compare their labels with the selectors of your Prometheus (ruleSelector, serviceMonitorSelector, probeSelector), and look at its pages Targets and Rules.':
    'Compare sus etiquetas con los selectores de su Prometheus (ruleSelector, serviceMonitorSelector, probeSelector), y mire sus páginas Targets y Rules.',
  'Check that the metric profile of the environment spec fits the host.':
    'Compruebe que el perfil de métricas de la especificación encaja con el host.',
  'Argo CD and the repository disagree':
    'Argo CD y el repositorio no coinciden',
  'The cluster differs from the deployment repository: a change was not applied yet, a sync failed, or someone changed objects by hand.':
    'El clúster difiere del repositorio de despliegue: un cambio aún no se ha aplicado, una sincronización falló o alguien cambió objetos a mano.',
  'Check the sync state, conditions and last operation.':
    'Lea el estado de sincronización, las condiciones y la última operación.',
  'See the differences.': 'Vea las diferencias.',
  'Apply the repository. Check the differences first: manual changes are lost.':
    'Aplique el repositorio. Lea antes las diferencias: lo que se cambió a mano se pierde.',
  'The portal cannot read a source': 'El portal no puede leer una fuente',
  'The cluster, Prometheus or Alertmanager did not respond, refused access, or last responded too long ago. The environment itself may be healthy; its state is not known.':
    'El clúster, Prometheus o Alertmanager no respondió, rechazó la petición o respondió hace demasiado tiempo. El entorno puede estar bien; nadie lo sabe.',
  "Read the source's state and message on the environments page.":
    'Lea el estado y el mensaje de la fuente en la página de entornos.',
  "Unauthorized or forbidden: check the portal's service account and its role in the cluster.":
    'Unauthorized o forbidden: compruebe la cuenta de servicio del portal y su rol en el clúster.',
  'Check the environment directly in the meantime.':
    'Mientras tanto, mire el entorno usted mismo.',
  'Pods do not start': 'Hay pods que no arrancan',
  'A pod is Pending or its containers are waiting. The pod events show what for: a node, a volume, an image or a Secret.':
    'Un pod está Pending o sus contenedores esperan. Los eventos del pod dicen a qué: un nodo, un volumen, una imagen o un Secret.',
  'Find the pods that are not ready.':
    'Encuentre los pods que no están listos.',
  "Check the pod's conditions, container states and events.":
    'Lea las condiciones, los estados de los contenedores y los eventos del pod.',
  'No node can run the pod': 'Ningún nodo acepta el pod',
  'The scheduler finds no node with enough free CPU and memory, or affinity, spread constraints, taints or a volume in one zone rule all of them out. Requests count, not usage.':
    'El planificador no encuentra ningún nodo con suficiente CPU y memoria libres, o la afinidad, las restricciones de reparto, los taints o un volumen en una sola zona los descartan todos. Cuentan las peticiones, no el uso.',
  'Find out why each group of nodes was ruled out (event FailedScheduling).':
    'Lea por qué se descartó cada grupo de nodos (evento FailedScheduling).',
  'Compare the requests on the nodes with their capacity.':
    'Compare lo que se pide en los nodos con lo que tienen.',
  'Check actual usage.': 'Mire el uso real.',
  'Check the namespace quotas, which also limit requests.':
    'Compruebe las cuotas del espacio de nombres, que también limitan las peticiones.',
  'Lower the requests in the environment spec, add nodes, or relax spread constraints. A required anti-affinity by zone with a surge pod blocks every rollout.':
    'Reduzca las peticiones en la especificación del entorno, añada nodos o relaje las restricciones de reparto. Una antiafinidad obligatoria por zona con un pod adicional bloquea todo despliegue.',
  'The image cannot be pulled': 'No se puede descargar la imagen',
  'The name or digest does not exist, the registry refuses the pull, or the node cannot reach it. Elsa publishes exact versions (such as 3.9.0), no `latest` for Elsa 3; the -v3-5 images have no version tags at all.':
    'El nombre o el digest no existe, el registro rechaza la descarga o el nodo no llega a él. Elsa publica versiones exactas (como 3.9.0), no `latest` para Elsa 3; las imágenes -v3-5 no tienen ninguna etiqueta de versión.',
  "Read the registry's answer (events Failed and BackOff).":
    'Lea la respuesta del registro (eventos Failed y BackOff).',
  'Check which image is requested.': 'Compruebe la imagen que se pide.',
  'See which pull secrets the pod uses; they must exist in its namespace and have type kubernetes.io/dockerconfigjson.':
    'Vea qué secretos de descarga usa el pod; deben existir en su espacio de nombres y ser del tipo kubernetes.io/dockerconfigjson.',
  'List the pull secrets that exist (names only).':
    'Liste los secretos de descarga que existen (solo nombres).',
  'Correct the image in the environment spec, or name the pull secret there. Do not create one by hand: delivery would remove it or not know about it.':
    'Corrija la imagen en la especificación del entorno, o nombre allí el secreto de descarga. No cree uno a mano: la entrega lo eliminaría o nunca sabría de él.',
  'A container keeps crashing': 'Un contenedor falla una y otra vez',
  'The process exits soon after it starts. Exit code 137 with OOMKilled means out of memory, 143 a stop, 139 a native crash; 1 and 134 are usually an exception at startup: the database, a missing setting or a migration. A liveness probe on a path that the image does not serve also restarts the container.':
    'El proceso termina poco después de arrancar. El código de salida 137 con OOMKilled es memoria, 143 una parada, 139 un fallo nativo; 1 y 134 suelen ser una excepción al arrancar: la base de datos, un ajuste que falta o una migración. Una sonda de liveness en una ruta que la imagen no sirve también termina el contenedor.',
  'Read the container log from before it exited.':
    'Lea lo que dijo el contenedor antes de terminar.',
  'Check the exit code, probe failures and restarts.':
    'Lea el código de salida, los fallos de las sondas y los reinicios.',
  'Read the events in order.': 'Lea los eventos en orden.',
  'Check that the services Elsa depends on are running: database, Redis, RabbitMQ.':
    'Compruebe que se ejecuta aquello de lo que depende Elsa: base de datos, Redis, RabbitMQ.',
  'Compare the probes with the image: official images answer `/` and `/elsa/api/package/version`; `/health/live` and `/health/ready` exist only in hosts built on Elsa 3.8 or later.':
    'Compare las sondas con la imagen: las imágenes oficiales responden a `/` y `/elsa/api/package/version`; `/health/live` y `/health/ready` solo existen en hosts construidos sobre Elsa 3.8 o posterior.',
  'A container cannot be created': 'No se puede crear un contenedor',
  'The pod refers to a Secret, ConfigMap or key that does not exist, or its command, user or mounts are not valid.':
    'El pod remite a un Secret, un ConfigMap o una clave que no existe, o su comando, usuario o montajes no son posibles.',
  'See which name or key is missing.': 'Lea qué nombre o clave falta.',
  'See which keys a Secret has. This shows names and sizes, never values.':
    'Vea qué claves tiene un Secret. Esto muestra nombres y tamaños, nunca valores.',
  'Check whatever is meant to create the Secrets in the namespace.':
    'Compruebe qué debe llevar los Secrets al espacio de nombres.',
  'List the ConfigMaps.': 'Liste los ConfigMaps.',
  'A container runs out of memory': 'Un contenedor se queda sin memoria',
  'The kernel killed the container because it reached its memory limit. .NET uses up to 75 % of the limit for its heap; many parallel workflows, large variables and native memory need the rest.':
    'El núcleo terminó el contenedor porque alcanzó su límite de memoria. .NET usa hasta el 75 % del límite para su heap; muchos workflows paralelos, variables grandes y memoria nativa necesitan el resto.',
  'Compare usage with the limit.': 'Compare el uso con el límite.',
  'Check the limit, last termination and exit code.':
    'Lea el límite, el último final y el código de salida.',
  'Raise the memory limit in the environment spec and keep request and limit equal. If usage keeps growing at steady load, follow the entry on memory growth.':
    'Aumente el límite de memoria en la especificación del entorno y mantenga iguales request y limit. Si el uso crece sin fin con carga constante, siga la entrada sobre el crecimiento de la memoria.',
  'Pods run but are not ready': 'Hay pods que se ejecutan pero no están listos',
  'The readiness probe fails, so the Service sends no traffic. In Elsa 3.8 and later hosts the probe also fails while the database or the lock store is unavailable and while the runtime is paused or draining.':
    'La sonda de readiness falla, así que el Service no envía tráfico. En hosts de Elsa 3.8 y posteriores también falla mientras falta la base de datos o el almacén de bloqueos y mientras el motor está en pausa o vaciándose.',
  'Read the probe failures.': 'Lea los fallos de la sonda.',
  'Call the server directly, bypassing probes and the Service.':
    'Consulte al propio servidor, sin sondas ni Service.',
  'Read the logs of the container that is not ready.':
    'Lea los registros del contenedor que no está listo.',
  'A rollout does not finish': 'Un despliegue no termina',
  'New pods do not become available, so old ones stay. After its progress deadline a Deployment gives up waiting, but it does not roll back.':
    'Los pods nuevos no llegan a estar disponibles, así que los viejos se quedan. Pasado su plazo, un Deployment deja de esperar, pero no vuelve atrás.',
  'Check the progress of the rollout.':
    'Vea hasta dónde ha llegado el despliegue.',
  'See what changed between the revisions.':
    'Vea qué cambió entre las revisiones.',
  'Revert the change in the deployment repository. `kubectl rollout undo` lasts only until the next sync.':
    'Revierta el cambio en el repositorio de despliegue. `kubectl rollout undo` solo dura hasta la próxima sincronización.',
  'Pods are not created': 'Los pods ni siquiera se crean',
  'A quota, a LimitRange, Pod Security admission or an admission webhook refuses the pods. They never appear, so only the ReplicaSet or StatefulSet says why.':
    'Una cuota, un LimitRange, la admisión de Pod Security o un webhook de admisión rechaza los pods. Nunca aparecen, así que solo el ReplicaSet o el StatefulSet dice por qué.',
  'Read the refusals (event FailedCreate).':
    'Lea los rechazos (evento FailedCreate).',
  'Check quotas and limit ranges.': 'Compruebe cuotas y LimitRanges.',
  'Check the Pod Security level of the namespace (label pod-security.kubernetes.io/enforce).':
    'Compruebe el nivel de Pod Security del espacio de nombres (etiqueta pod-security.kubernetes.io/enforce).',
  'Expected objects do not exist': 'No existen objetos esperados',
  'The deployment repository describes objects that the cluster does not have: never synchronised, pruned, deleted by hand, or without the labels used to find them.':
    'El repositorio de despliegue describe objetos que el clúster no tiene: nunca sincronizados, podados, eliminados a mano o sin las etiquetas por las que se encuentran.',
  'See what exists.': 'Vea qué existe.',
  'See what Argo CD reports about its last sync.':
    'Vea qué dice Argo CD de su última sincronización.',
  'Synchronise the application, or check the cluster and namespace of the catalog entity.':
    'Sincronice la aplicación, o compruebe que el clúster y el espacio de nombres de la entidad del catálogo son correctos.',
  'Stopped on purpose': 'Detenido a propósito',
  'Someone scaled the workload to 0, paused it, suspended a schedule, or hibernated or fenced the database. Nothing is wrong, but nothing is running.':
    'Alguien escaló la carga de trabajo a 0, la pausó, suspendió una programación, o hibernó o aisló la base de datos. Nada está mal, y nada se ejecuta.',
  "Read the annotations of the database's cluster: who fences an instance or stops the operator does it there.":
    'Lea las anotaciones del clúster de la base de datos: quien aísla una instancia o detiene el operador lo hace ahí.',
  'Check replicas and pauses.': 'Vea réplicas y pausas.',
  'Change replicas or the pause in the environment spec, so that delivery does not undo it.':
    'Cambie las réplicas o la pausa en la especificación del entorno, para que la entrega no lo deshaga.',
  'An object is being deleted': 'Se está eliminando un objeto',
  'The object is marked for deletion and stays until its finalizers are done. Pods stay for their grace period; a claim stays while a pod uses it.':
    'El objeto tiene una hora de eliminación y se queda hasta que terminan sus finalizers. Los pods se quedan durante su periodo de gracia; una solicitud de volumen se queda mientras un pod la usa.',
  'See which finalizers block it.': 'Vea qué finalizers lo retienen.',
  'Find out why the controller of the finalizer does not finish before you remove it by hand.':
    'Averigüe por qué no termina el controlador del finalizer antes de quitarlo a mano.',
  'No scheduler takes the pod': 'Ningún planificador se ocupa del pod',
  'The pod waits until a scheduling gate is removed, such as that of a queue, or it names a scheduler that does not run.':
    'El pod espera a que se retire una puerta de planificación, como la de una cola, o nombra un planificador que no está en marcha.',
  'See which gates and which scheduler the pod names.':
    'Vea qué puertas y qué planificador nombra el pod.',
  'Containers are not created': 'Los contenedores no se crean',
  'The pod has a node, but the node cannot attach or mount a volume, set up the network or find a Secret. The events FailedAttachVolume, FailedMount and FailedCreatePodSandBox name the cause.':
    'El pod tiene un nodo, pero el nodo no puede conectar o montar un volumen, preparar la red o encontrar un Secret. Los eventos FailedAttachVolume, FailedMount y FailedCreatePodSandBox dicen la causa.',
  'See which node still holds the volume. Storage for one node moves only after that node has let go of it.':
    'Vea qué nodo retiene todavía el volumen. El almacenamiento para un solo nodo no se traslada hasta que ese nodo lo suelta.',
  'Check the nodes.': 'Compruebe los nodos.',
  'An init container does not finish':
    'Un contenedor de inicialización no termina',
  'An init container of the pod waits for something, usually the database, a migration or a name that does not resolve. The other containers start only after it.':
    'Un contenedor de inicialización del pod espera algo, casi siempre la base de datos, una migración o un nombre que no se resuelve. Los demás contenedores arrancan solo después.',
  'Read the log of the init container.':
    'Lea el registro del contenedor de inicialización.',
  'The node does not answer': 'El nodo no responde',
  'The node has stopped reporting, so nobody knows whether the pod still runs. A StatefulSet makes no new pod until the old one is certainly gone.':
    'El nodo ha dejado de informar, así que nadie sabe si el pod sigue en marcha. Un StatefulSet no crea otro pod hasta que el anterior ha desaparecido con certeza.',
  'If the machine is gone for good, delete its Node object. Before that, a pod that is deleted by force may still write to its volume.':
    'Si la máquina ha desaparecido para siempre, elimine su objeto Node. Antes de eso, un pod eliminado por la fuerza aún puede escribir en su volumen.',
  'A pod does not go away': 'Un pod no desaparece',
  'The pod is being deleted, but its node is lost, a finalizer holds it, or its preStop hook does not end. Until it is gone, a StatefulSet or a Deployment with strategy Recreate makes no new one.':
    'El pod se está eliminando, pero su nodo se ha perdido, un finalizador lo retiene o su hook preStop no termina. Hasta que desaparece, un StatefulSet o un Deployment con la estrategia Recreate no crea otro.',
  'The namespace is being deleted': 'El espacio de nombres se está eliminando',
  'Nothing can be created in a namespace that is being deleted. It stays until the last finalizer in it is done.':
    'En un espacio de nombres que se está eliminando no se puede crear nada. Permanece hasta que termina el último finalizador que contiene.',
  'See what the namespace still waits for.':
    'Vea a qué espera todavía el espacio de nombres.',
  'A volume cannot be resized': 'Un volumen no se puede redimensionar',
  'The storage system refuses the size that the claim asks for: a limit, a quota, or a class that does not allow it. The volume keeps the size it has and goes on working.':
    'El sistema de almacenamiento rechaza el tamaño que pide la reclamación: un límite, una cuota o una clase que no lo permite. El volumen conserva su tamaño y sigue funcionando.',
  'Read what the storage system answers (conditions and events of the claim).':
    'Lea lo que responde el sistema de almacenamiento (condiciones y eventos de la reclamación).',
  'Set a size in the environment spec that the storage system can give. Kubernetes 1.34 and later accept a smaller one than was asked for, never a smaller one than there is.':
    'Indique en la especificación del entorno un tamaño que el sistema de almacenamiento pueda dar. Kubernetes 1.34 y posteriores aceptan uno menor que el pedido, nunca uno menor que el actual.',
};

export default texts;
