import questions from './questions/fr';

export default {
  ...questions,
  'name.title': 'Nom',
  'name.description':
    'Release Helm, entité du catalogue et préfixe de chaque objet : minuscules, chiffres et traits d’union',
  'name.checking': 'Recherche du nom dans le catalogue',
  'name.free': 'Ce nom est libre',
  'name.taken':
    'Le catalogue contient déjà {{entityRef}}. Choisissez un autre nom.',
  'name.unchecked':
    'Impossible de demander au catalogue si ce nom est libre : {{message}}',
  'name.required': 'Donnez un nom à l’environnement.',
  'owner.title': 'Propriétaire',
  'owner.placeholder': 'Choisir une équipe',
  'owner.loading': 'Recherche des équipes pour lesquelles vous pouvez créer',
  'owner.none':
    'Vous ne pouvez créer d’environnement pour aucune équipe. Demandez à l’équipe plateforme.',
  'owner.failed':
    'Impossible de lister les équipes : {{message}}. Saisissez une référence telle que group:default/payments.',
  'owner.refused':
    'Vous ne pouvez pas créer d’environnement de {{owner}}. Choisissez une équipe dont vous faites partie, ou demandez à l’un de ses membres.',
  'repository.host': 'Serveur Git',
  'repository.hostDescription': 'Un serveur connu de ce portail',
  'repository.hostPlaceholder': 'Choisir un serveur Git',
  'repository.hostProblem': 'Choisissez le serveur Git.',
  'repository.hostsMissing':
    'Ce portail ne connaît encore aucun serveur Git. Demandez à ses exploitants d’en indiquer un sous integrations ou elsa.scaffolder.git dans l’app-config.',
  'repository.mode': 'Dépôt',
  'repository.createNew': 'En créer un nouveau',
  'repository.startEmpty': 'En commencer un vide',
  'repository.addToExisting':
    'Ajouter cet environnement à un dépôt de déploiement existant',
  'repository.owner': 'Propriétaire du dépôt',
  'repository.ownerGithub': 'Organisation ou utilisateur',
  'repository.ownerGitlab':
    'Groupe ou utilisateur, par exemple payments ou payments/platform',
  'repository.ownerProblem':
    'Nommez le propriétaire avec des lettres, des chiffres, « . », « - » et « _ ».',
  'repository.name': 'Nom du dépôt',
  'repository.nameProblem':
    'Nommez le dépôt avec des lettres, des chiffres, « . », « - » et « _ ».',
  'repository.path': 'Chemin du dépôt',
  'repository.pathDescription':
    'Par exemple payments/deployment.git ; vous pouvez coller l’adresse entière',
  'repository.pathProblem':
    'Indiquez le propriétaire et le nom, par exemple payments/deployment.git, sans utilisateur, mot de passe, ? ni #.',
  'repository.tokenAsking': 'Demande de votre propre accès à {{host}}',
  'repository.tokenOwn': 'Publié avec votre propre compte sur {{host}}',
  'repository.tokenPortal': 'Publié avec le compte du portail sur {{host}}',
  'repository.tokenFailed':
    'Votre compte sur {{host}} n’a pas pu être utilisé : {{message}}. Celui du portail est utilisé à la place, si ses exploitants l’autorisent.',
  'target.cluster': 'Cluster',
  'target.clusterDescription': 'Un des clusters du portail',
  'target.clusterPlaceholder': 'Choisir un cluster',
  'target.clusterText': 'Nom du cluster dans la configuration du portail',
  'target.clustersFailed':
    'Impossible de lister les clusters : {{message}}. Saisissez le nom.',
  'target.clustersMissing':
    'Ce portail n’a pas de plugin Kubernetes ou pas de cluster. Saisissez le nom.',
  'target.clusterRequired':
    'Choisissez le cluster où l’environnement fonctionne.',
  'target.namespace': 'Namespace',
  'target.namespaceDescription':
    'Un namespace dédié. Le nom de l’environnement par défaut.',
  'target.loading': 'Chargement des clusters',
  'profile.title': 'Type d’image Elsa',
  'profile.oneReplica':
    'Un seul réplica du serveur ; courte interruption lors d’un déploiement',
  'profile.manyReplicas':
    'Nombre libre de réplicas, mise à l’échelle automatique, mises à jour progressives',
  'profile.databases': 'Bases de données : {{list}}',
  'profile.migrationsStartup':
    'Migre la base de données au démarrage du serveur',
  'profile.migrationsCommand':
    'Peut migrer la base de données dans un job dédié',
  'profile.metrics': 'Métriques propres : {{list}}',
  'profile.noMetrics':
    'Aucune métrique propre ; les requêtes sont comptées en périphérie',
  'profile.caveats': 'À savoir sur {{title}}',
  'profile.serverRepository': 'Image de votre serveur',
  'profile.repositoryDescription':
    'Par exemple registry.example.com/team/elsa-server, sans tag',
  'profile.serverTag': 'Tag',
  'profile.tagDescription': 'Une version fixe, jamais latest',
  'profile.serverDigest': "Digest de l'image du serveur",
  'profile.studioDigest': "Digest de l'image du Studio",
  'profile.digestDescription':
    "sha256: et 64 chiffres hexadécimaux ; ces images n'ont pas de versions",
  'profile.version': 'Version d’Elsa dans cette image',
  'profile.versionDescription':
    'Par exemple 3.9.0. L’étiquette ne la dit pas, et les versions inférieures à 3.8 laissent entrer tout le monde.',
  'profile.imageRequired':
    "Indiquez l'image de votre serveur et son tag, ou les digests.",
  'size.title': 'Taille',
  'size.presetSize': 'Taille du préréglage',
  'size.small': 'Petite',
  'size.medium': 'Moyenne',
  'size.large': 'Grande',
  'size.caption': 'Ce que cet environnement demande au cluster',
  'size.component': 'Composant',
  'size.pods': 'Pods',
  'size.cpu': 'Cœurs CPU',
  'size.memory': 'Mémoire',
  'size.storage': 'Stockage',
  'size.total': 'Total',
  'size.maximum': 'Total à la limite de la mise à l’échelle',
  'size.incomplete': 'Le total s’affiche dès que ceci est renseigné :',
  'slo.title': 'Objectifs de niveau de service',
  'slo.fromPreset':
    'Le préréglage choisit les objectifs que l’environnement peut mesurer.',
  'slo.customize': 'Définir ses propres objectifs',
  'slo.usePreset': 'Utiliser les objectifs du préréglage',
  'slo.add': 'Ajouter un objectif',
  'slo.remove': 'Supprimer {{name}}',
  'slo.name': 'Nom',
  'slo.indicator': 'Ce qui est mesuré',
  'slo.availability': 'Disponibilité, sondée de l’extérieur',
  'slo.success': 'Requêtes réussies',
  'slo.latency': 'Requêtes rapides',
  'slo.database': 'Base de données accessible',
  'slo.workflow': 'Workflows menés à bien',
  'slo.objective': 'Objectif en pour cent',
  'slo.objectiveDescription': 'Par exemple 99,9',
  'slo.window': 'Période en jours',
  'slo.threshold': 'Rapide signifie jusqu’à, en millisecondes',
  'slo.budget_one': 'Budget : {{budget}} sur {{count}} jour',
  'slo.budget_other': 'Budget : {{budget}} sur {{count}} jours',
  'slo.none':
    'Aucun objectif défini. Aucune alerte de budget d’erreur n’est créée.',
  'slo.group': 'Objectif {{name}}',
  'review.title': 'Ce qui sera créé',
  'review.valid': 'Ces choix sont cohérents.',
  'review.issues_one': '{{count}} point à corriger',
  'review.issues_other': '{{count}} points à corriger',
  'review.files_one': '{{count}} fichier ou dossier',
  'review.files_other': '{{count}} fichiers et dossiers',
  'review.target':
    'Fonctionne dans le namespace {{namespace}} du cluster {{cluster}}',
  'review.owner': 'Appartient à {{owner}}',
  'review.server': 'API à l’adresse {{host}}',
  'review.studio': 'Studio à l’adresse {{host}}',
  'review.requests':
    'Demande {{cpu}} cœurs, {{memory}} de mémoire et {{storage}} de stockage',
  'review.repository': 'Envoyé vers {{url}}',
  'review.secrets':
    'Les secrets ne sont pas générés : le runbook indique lesquels sont nécessaires',
  'review.choices': 'Choix',
  'review.ignored':
    'Laissé de côté, car les autres réponses le rendent sans objet : {{fields}}',
  'review.blocked':
    'Corrigez ce que la récapitulation indique avant de continuer.',
  'files.readme': 'ce qui a été choisi et comment l’exploiter',
  'files.catalog': 'entités du catalogue avec propriétaire et annotations',
  'files.techdocs': 'documentation pour le catalogue',
  'files.runbook': 'que faire en cas de panne',
  'files.spec': 'vos choix, pour les changements futurs',
  'files.chart': 'le chart Helm',
  'files.values': 'valeurs de cet environnement',
  'files.rules': 'tests de ses règles d’alerte',
  'files.secrets': 'références aux secrets, sans valeurs',
  'files.argocd': 'projet et application Argo CD',
  'files.manifests': 'manifestes Kubernetes',
  'files.ci': 'vérifications à chaque changement',
  'files.other': 'autres fichiers',
  'outputs.title': 'Votre environnement Elsa',
  'outputs.created': '{{name}} a été généré et envoyé.',
  'outputs.tab': 'Ouvrir l’onglet Elsa',
  'outputs.repository': 'Ouvrir le dépôt',
  'outputs.pullRequest': 'Ouvrir la pull request',
  'outputs.next': 'Prochaines commandes',
  'outputs.live': 'État actuel',
  'outputs.waiting':
    'Rien ne fonctionne encore dans le cluster. Cela change tout seul une fois l’environnement déployé.',
  'outputs.waitingCatalog':
    'Le catalogue n’a pas encore lu les nouvelles entités. Cela change tout seul, ou après la fusion de la pull request.',
  'outputs.failed': 'Impossible de lire l’état actuel : {{message}}',
  'outputs.loading': 'Lecture de l’état actuel',
  'outputs.healthy': 'L’environnement est sain.',
  'outputs.requests': 'Ressources demandées',
};
