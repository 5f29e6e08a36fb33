import questions from './questions/de';

export default {
  ...questions,
  'name.title': 'Name',
  'name.description':
    'Helm-Release, Katalogeintrag und Präfix aller Objekte: Kleinbuchstaben, Ziffern und Bindestriche',
  'name.checking': 'Der Name wird im Katalog gesucht',
  'name.free': 'Dieser Name ist frei',
  'name.taken':
    'Der Katalog enthält bereits {{entityRef}}. Wählen Sie einen anderen Namen.',
  'name.unchecked':
    'Der Katalog konnte nicht gefragt werden, ob dieser Name frei ist: {{message}}',
  'name.required': 'Geben Sie der Umgebung einen Namen.',
  'owner.title': 'Eigentümer',
  'owner.placeholder': 'Team wählen',
  'owner.loading': 'Es wird ermittelt, für wen Sie anlegen dürfen',
  'owner.none':
    'Sie dürfen für kein Team Umgebungen anlegen. Fragen Sie das Plattform-Team.',
  'owner.failed':
    'Die Teams konnten nicht aufgelistet werden: {{message}}. Geben Sie eine Referenz wie group:default/payments ein.',
  'owner.refused':
    'Sie dürfen keine Umgebungen von {{owner}} anlegen. Wählen Sie ein Team, dem Sie angehören, oder fragen Sie ein Mitglied.',
  'repository.host': 'Git-Server',
  'repository.hostDescription': 'Einer, den dieses Portal kennt',
  'repository.hostPlaceholder': 'Git-Server wählen',
  'repository.hostProblem': 'Wählen Sie den Git-Server.',
  'repository.hostsMissing':
    'Dieses Portal kennt noch keinen Git-Server. Bitten Sie die Betreiber, einen unter integrations oder elsa.scaffolder.git in der app-config einzutragen.',
  'repository.mode': 'Repository',
  'repository.createNew': 'Ein neues anlegen',
  'repository.startEmpty': 'Ein leeres beginnen',
  'repository.addToExisting':
    'Diese Umgebung einem vorhandenen Deployment-Repository hinzufügen',
  'repository.owner': 'Eigentümer des Repositorys',
  'repository.ownerGithub': 'Organisation oder Benutzer',
  'repository.ownerGitlab':
    'Gruppe oder Benutzer, etwa payments oder payments/platform',
  'repository.ownerProblem':
    "Nennen Sie den Eigentümer mit Buchstaben, Ziffern, '.', '-' und '_'.",
  'repository.name': 'Name des Repositorys',
  'repository.nameProblem':
    "Benennen Sie das Repository mit Buchstaben, Ziffern, '.', '-' und '_'.",
  'repository.path': 'Pfad des Repositorys',
  'repository.pathDescription':
    'Etwa payments/deployment.git; Sie können die ganze Adresse einfügen',
  'repository.pathProblem':
    'Geben Sie Eigentümer und Namen an, etwa payments/deployment.git, ohne Benutzer, Passwort, ? und #.',
  'repository.tokenAsking': '{{host}} wird um Ihren eigenen Zugang gebeten',
  'repository.tokenOwn':
    'Wird mit Ihrem eigenen Konto auf {{host}} veröffentlicht',
  'repository.tokenPortal':
    'Wird mit dem Konto des Portals auf {{host}} veröffentlicht',
  'repository.tokenFailed':
    'Ihr Konto auf {{host}} konnte nicht verwendet werden: {{message}}. Stattdessen wird das Konto des Portals verwendet, sofern die Betreiber das erlauben.',
  'target.cluster': 'Cluster',
  'target.clusterDescription': 'Einer der Cluster des Portals',
  'target.clusterPlaceholder': 'Cluster wählen',
  'target.clusterText': 'Name des Clusters in der Konfiguration des Portals',
  'target.clustersFailed':
    'Die Cluster konnten nicht aufgelistet werden: {{message}}. Geben Sie den Namen selbst ein.',
  'target.clustersMissing':
    'Dieses Portal hat kein Kubernetes-Plugin oder keine Cluster. Geben Sie den Namen selbst ein.',
  'target.clusterRequired':
    'Wählen Sie den Cluster, in dem die Umgebung läuft.',
  'target.namespace': 'Namespace',
  'target.namespaceDescription':
    'Ein eigener Namespace. Ohne Angabe der Name der Umgebung.',
  'target.loading': 'Die Cluster werden aufgelistet',
  'profile.title': 'Art des Elsa-Images',
  'profile.oneReplica':
    'Eine Server-Replik; kurze Unterbrechung beim Ausrollen',
  'profile.manyReplicas':
    'Beliebig viele Server-Repliken, Autoskalierung, unterbrechungsfreies Ausrollen',
  'profile.databases': 'Datenbanken: {{list}}',
  'profile.migrationsStartup': 'Migriert die Datenbank beim Start des Servers',
  'profile.migrationsCommand':
    'Kann die Datenbank in einem eigenen Job migrieren',
  'profile.metrics': 'Eigene Metriken: {{list}}',
  'profile.noMetrics':
    'Keine eigenen Metriken; Anfragen werden am Eingang gezählt',
  'profile.caveats': 'Was man über {{title}} wissen muss',
  'profile.serverRepository': 'Image Ihres Servers',
  'profile.repositoryDescription':
    'Etwa registry.example.com/team/elsa-server, ohne Tag',
  'profile.serverTag': 'Tag',
  'profile.tagDescription': 'Eine feste Version, niemals latest',
  'profile.serverDigest': 'Digest des Server-Images',
  'profile.studioDigest': 'Digest des Studio-Images',
  'profile.digestDescription':
    'sha256: und 64 Hexadezimalziffern; diese Images haben keine Versionen',
  'profile.version': 'Elsa-Version in diesem Image',
  'profile.versionDescription':
    'Etwa 3.9.0. Das Tag sagt sie nicht, und Versionen unter 3.8 lassen jeden herein.',
  'profile.imageRequired':
    'Nennen Sie das Image Ihres Servers und dessen Tag oder die Digests.',
  'size.title': 'Größe',
  'size.presetSize': 'Größe der Vorlage',
  'size.small': 'Klein',
  'size.medium': 'Mittel',
  'size.large': 'Groß',
  'size.caption': 'Was diese Umgebung vom Cluster anfordert',
  'size.component': 'Komponente',
  'size.pods': 'Pods',
  'size.cpu': 'CPU-Kerne',
  'size.memory': 'Arbeitsspeicher',
  'size.storage': 'Speicherplatz',
  'size.total': 'Summe',
  'size.maximum': 'Summe an der Grenze der Autoskalierung',
  'size.incomplete': 'Die Summe erscheint, sobald dies beantwortet ist:',
  'slo.title': 'Service-Level-Ziele',
  'slo.fromPreset': 'Die Vorlage wählt die Ziele, die sich hier messen lassen.',
  'slo.customize': 'Eigene Ziele festlegen',
  'slo.usePreset': 'Ziele der Vorlage verwenden',
  'slo.add': 'Ziel hinzufügen',
  'slo.remove': '{{name}} entfernen',
  'slo.name': 'Name',
  'slo.indicator': 'Was gemessen wird',
  'slo.availability': 'Verfügbarkeit, von außen geprüft',
  'slo.success': 'Erfolgreiche Anfragen',
  'slo.latency': 'Schnelle Anfragen',
  'slo.database': 'Datenbank erreichbar',
  'slo.workflow': 'Erfolgreich beendete Workflows',
  'slo.objective': 'Ziel in Prozent',
  'slo.objectiveDescription': 'Etwa 99,9',
  'slo.window': 'Zeitraum in Tagen',
  'slo.threshold': 'Schnell heißt bis zu, in Millisekunden',
  'slo.budget_one': 'Budget: {{budget}} in {{count}} Tag',
  'slo.budget_other': 'Budget: {{budget}} in {{count}} Tagen',
  'slo.none':
    'Kein Ziel festgelegt. Es entstehen keine Alarme zu Fehlerbudgets.',
  'slo.group': 'Ziel {{name}}',
  'review.title': 'Was erstellt wird',
  'review.valid': 'Diese Angaben passen zusammen.',
  'review.issues_one': '{{count}} Angabe ist zu korrigieren',
  'review.issues_other': '{{count}} Angaben sind zu korrigieren',
  'review.files_one': '{{count}} Datei oder Ordner',
  'review.files_other': '{{count}} Dateien und Ordner',
  'review.target': 'Läuft im Namespace {{namespace}} des Clusters {{cluster}}',
  'review.owner': 'Gehört {{owner}}',
  'review.server': 'API unter {{host}}',
  'review.studio': 'Studio unter {{host}}',
  'review.requests':
    'Fordert {{cpu}} Kerne, {{memory}} Arbeitsspeicher und {{storage}} Speicherplatz an',
  'review.repository': 'Wird nach {{url}} übertragen',
  'review.secrets':
    'Geheimnisse werden nicht erzeugt: Das Runbook nennt die nötigen',
  'review.choices': 'Gewählt',
  'review.ignored':
    'Weggelassen, weil die anderen Angaben es bedeutungslos machen: {{fields}}',
  'review.blocked': 'Korrigieren Sie zuerst, was die Übersicht nennt.',
  'files.readme': 'was gewählt wurde und wie man es betreibt',
  'files.catalog': 'Katalogeinträge mit Eigentümer und Annotationen',
  'files.techdocs': 'Dokumentation für den Katalog',
  'files.runbook': 'was zu tun ist, wenn etwas ausfällt',
  'files.spec': 'Ihre Angaben, für spätere Änderungen',
  'files.chart': 'das Helm-Chart',
  'files.values': 'Werte dieser Umgebung',
  'files.rules': 'Tests ihrer Alarmregeln',
  'files.secrets': 'Verweise auf Geheimnisse, keine Werte',
  'files.argocd': 'Projekt und Anwendung für Argo CD',
  'files.manifests': 'Kubernetes-Manifeste',
  'files.ci': 'Prüfungen bei jeder Änderung',
  'files.other': 'weitere Dateien',
  'outputs.title': 'Ihre Elsa-Umgebung',
  'outputs.created': '{{name}} wurde erzeugt und übertragen.',
  'outputs.tab': 'Elsa-Tab öffnen',
  'outputs.repository': 'Repository öffnen',
  'outputs.pullRequest': 'Pull-Request öffnen',
  'outputs.next': 'Nächste Befehle',
  'outputs.live': 'Aktueller Zustand',
  'outputs.waiting':
    'Im Cluster läuft noch nichts. Das ändert sich von selbst, sobald die Umgebung ausgerollt ist.',
  'outputs.waitingCatalog':
    'Der Katalog hat die neuen Einträge noch nicht gelesen. Das ändert sich von selbst oder nach dem Zusammenführen des Pull-Requests.',
  'outputs.failed':
    'Der aktuelle Zustand kann nicht gelesen werden: {{message}}',
  'outputs.loading': 'Der aktuelle Zustand wird gelesen',
  'outputs.healthy': 'Die Umgebung ist gesund.',
  'outputs.requests': 'Angeforderte Ressourcen',
};
