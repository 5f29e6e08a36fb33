import questions from './questions/es';

export default {
  ...questions,
  'name.title': 'Nombre',
  'name.description':
    'Release de Helm, entidad del catálogo y prefijo de cada objeto: minúsculas, cifras y guiones',
  'name.checking': 'Buscando el nombre en el catálogo',
  'name.free': 'Este nombre está libre',
  'name.taken': 'El catálogo ya contiene {{entityRef}}. Elija otro nombre.',
  'name.unchecked':
    'No se pudo preguntar al catálogo si este nombre está libre: {{message}}',
  'name.required': 'Dé un nombre al entorno.',
  'owner.title': 'Responsable',
  'owner.placeholder': 'Elija un equipo',
  'owner.loading': 'Buscando para quién puede crear',
  'owner.none':
    'No puede crear entornos para ningún equipo. Pregunte al equipo de plataforma.',
  'owner.failed':
    'No se pudieron listar los equipos: {{message}}. Escriba una referencia como group:default/payments.',
  'owner.refused':
    'No puede crear entornos de {{owner}}. Elija un equipo al que pertenezca o pregunte a un miembro de ese equipo.',
  'repository.host': 'Servidor Git',
  'repository.hostDescription': 'Uno que este portal conoce',
  'repository.hostPlaceholder': 'Elija un servidor Git',
  'repository.hostProblem': 'Elija el servidor Git.',
  'repository.hostsMissing':
    'Este portal aún no conoce ningún servidor Git. Pida a sus operadores que indiquen uno en integrations o elsa.scaffolder.git del app-config.',
  'repository.mode': 'Repositorio',
  'repository.createNew': 'Crear uno nuevo',
  'repository.startEmpty': 'Empezar uno vacío',
  'repository.addToExisting':
    'Añadir este entorno a un repositorio de despliegue existente',
  'repository.owner': 'Propietario del repositorio',
  'repository.ownerGithub': 'Organización o usuario',
  'repository.ownerGitlab':
    'Grupo o usuario, como payments o payments/platform',
  'repository.ownerProblem':
    "Indique el propietario con letras, cifras, '.', '-' y '_'.",
  'repository.name': 'Nombre del repositorio',
  'repository.nameProblem':
    "Nombre el repositorio con letras, cifras, '.', '-' y '_'.",
  'repository.path': 'Ruta del repositorio',
  'repository.pathDescription':
    'Como payments/deployment.git; puede pegar la dirección completa',
  'repository.pathProblem':
    'Indique propietario y nombre, como payments/deployment.git, sin usuario, contraseña, ? ni #.',
  'repository.tokenAsking': 'Pidiendo a {{host}} su propio acceso',
  'repository.tokenOwn': 'Se publica con su propia cuenta en {{host}}',
  'repository.tokenPortal': 'Se publica con la cuenta del portal en {{host}}',
  'repository.tokenFailed':
    'No se pudo usar su cuenta en {{host}}: {{message}}. En su lugar se usa la del portal, si sus operadores lo permiten.',
  'target.cluster': 'Clúster',
  'target.clusterDescription': 'Uno de los clústeres del portal',
  'target.clusterPlaceholder': 'Elegir un clúster',
  'target.clusterText': 'Nombre del clúster en la configuración del portal',
  'target.clustersFailed':
    'No se pudieron listar los clústeres: {{message}}. Escriba el nombre.',
  'target.clustersMissing':
    'Este portal no tiene el plugin de Kubernetes o no tiene clústeres. Escriba el nombre.',
  'target.clusterRequired': 'Elija el clúster en el que funciona el entorno.',
  'target.namespace': 'Namespace',
  'target.namespaceDescription':
    'Un namespace propio. El nombre del entorno si no indica otro.',
  'target.loading': 'Listando los clústeres',
  'profile.title': 'Tipo de imagen de Elsa',
  'profile.oneReplica':
    'Una réplica del servidor; breve interrupción durante un despliegue',
  'profile.manyReplicas':
    'Cualquier número de réplicas, autoescalado, actualizaciones graduales',
  'profile.databases': 'Bases de datos: {{list}}',
  'profile.migrationsStartup': 'Migra la base de datos al arrancar el servidor',
  'profile.migrationsCommand': 'Puede migrar la base de datos en un job propio',
  'profile.metrics': 'Métricas propias: {{list}}',
  'profile.noMetrics':
    'Sin métricas propias; las solicitudes se cuentan en el borde',
  'profile.caveats': 'Qué saber sobre {{title}}',
  'profile.serverRepository': 'Imagen de su servidor',
  'profile.repositoryDescription':
    'Por ejemplo registry.example.com/team/elsa-server, sin etiqueta',
  'profile.serverTag': 'Etiqueta',
  'profile.tagDescription': 'Una versión fija, nunca latest',
  'profile.serverDigest': 'Digest de la imagen del servidor',
  'profile.studioDigest': 'Digest de la imagen del Studio',
  'profile.digestDescription':
    'sha256: y 64 cifras hexadecimales; estas imágenes no tienen versiones',
  'profile.version': 'Versión de Elsa en esta imagen',
  'profile.versionDescription':
    'Por ejemplo 3.9.0. La etiqueta no la dice, y las versiones anteriores a 3.8 dejan entrar a cualquiera.',
  'profile.imageRequired':
    'Indique la imagen de su servidor y su etiqueta, o los digests.',
  'size.title': 'Tamaño',
  'size.presetSize': 'Tamaño del preajuste',
  'size.small': 'Pequeño',
  'size.medium': 'Mediano',
  'size.large': 'Grande',
  'size.caption': 'Lo que este entorno solicita al clúster',
  'size.component': 'Componente',
  'size.pods': 'Pods',
  'size.cpu': 'Núcleos de CPU',
  'size.memory': 'Memoria',
  'size.storage': 'Almacenamiento',
  'size.total': 'Total',
  'size.maximum': 'Total en el límite del autoescalado',
  'size.incomplete': 'La suma se muestra en cuanto se responda a esto:',
  'slo.title': 'Objetivos de nivel de servicio',
  'slo.fromPreset':
    'El preajuste elige los objetivos que el entorno puede medir.',
  'slo.customize': 'Definir objetivos propios',
  'slo.usePreset': 'Usar los objetivos del preajuste',
  'slo.add': 'Añadir objetivo',
  'slo.remove': 'Quitar {{name}}',
  'slo.name': 'Nombre',
  'slo.indicator': 'Qué se mide',
  'slo.availability': 'Disponibilidad, comprobada desde fuera',
  'slo.success': 'Solicitudes correctas',
  'slo.latency': 'Solicitudes rápidas',
  'slo.database': 'Base de datos accesible',
  'slo.workflow': 'Workflows completados con éxito',
  'slo.objective': 'Objetivo en porcentaje',
  'slo.objectiveDescription': 'Por ejemplo 99,9',
  'slo.window': 'Periodo en días',
  'slo.threshold': 'Rápido significa hasta, en milisegundos',
  'slo.budget_one': 'Presupuesto: {{budget}} en {{count}} día',
  'slo.budget_other': 'Presupuesto: {{budget}} en {{count}} días',
  'slo.none':
    'No hay objetivos definidos. No se crean alertas de presupuesto de errores.',
  'slo.group': 'Objetivo {{name}}',
  'review.title': 'Lo que se creará',
  'review.valid': 'Estas elecciones son coherentes.',
  'review.issues_one': '{{count}} cosa que corregir',
  'review.issues_other': '{{count}} cosas que corregir',
  'review.files_one': '{{count}} archivo o carpeta',
  'review.files_other': '{{count}} archivos y carpetas',
  'review.target':
    'Funciona en el namespace {{namespace}} del clúster {{cluster}}',
  'review.owner': 'Pertenece a {{owner}}',
  'review.server': 'API en {{host}}',
  'review.studio': 'Studio en {{host}}',
  'review.requests':
    'Solicita {{cpu}} núcleos, {{memory}} de memoria y {{storage}} de almacenamiento',
  'review.repository': 'Se envía a {{url}}',
  'review.secrets':
    'Los secretos no se generan: el runbook dice cuáles hacen falta',
  'review.choices': 'Elegido',
  'review.ignored':
    'Omitido, porque las demás respuestas lo dejan sin sentido: {{fields}}',
  'review.blocked': 'Corrija lo que indica el resumen antes de continuar.',
  'files.readme': 'qué se eligió y cómo operarlo',
  'files.catalog': 'entidades del catálogo con propietario y anotaciones',
  'files.techdocs': 'documentación para el catálogo',
  'files.runbook': 'qué hacer cuando algo falla',
  'files.spec': 'sus elecciones, para cambios posteriores',
  'files.chart': 'el chart de Helm',
  'files.values': 'valores de este entorno',
  'files.rules': 'pruebas de sus reglas de alerta',
  'files.secrets': 'referencias a secretos, sin valores',
  'files.argocd': 'proyecto y aplicación de Argo CD',
  'files.manifests': 'manifiestos de Kubernetes',
  'files.ci': 'comprobaciones en cada cambio',
  'files.other': 'otros archivos',
  'outputs.title': 'Su entorno de Elsa',
  'outputs.created': '{{name}} se ha generado y enviado.',
  'outputs.tab': 'Abrir la pestaña de Elsa',
  'outputs.repository': 'Abrir el repositorio',
  'outputs.pullRequest': 'Abrir la pull request',
  'outputs.next': 'Próximos comandos',
  'outputs.live': 'Estado actual',
  'outputs.waiting':
    'Todavía no funciona nada en el clúster. Cambia por sí solo cuando el entorno se despliega.',
  'outputs.waitingCatalog':
    'El catálogo aún no ha leído las nuevas entidades. Cambia por sí solo, o tras fusionar la pull request.',
  'outputs.failed': 'No se puede leer el estado actual: {{message}}',
  'outputs.loading': 'Leyendo el estado actual',
  'outputs.healthy': 'El entorno está sano.',
  'outputs.requests': 'Recursos solicitados',
};
