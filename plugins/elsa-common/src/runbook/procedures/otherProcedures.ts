import { changeSecret, downgradeServer, keepFewerBackups } from './lessSafe';
import { deployStep, startSteps, stopSteps } from './traffic';
import type { ProcedureContext, RunbookProcedure } from './types';
import { kubectl } from './words';

/** Claims and operators' objects that nothing deletes with the environment. */
const listKept = (context: ProcedureContext) =>
  kubectl(
    context,
    'get',
    [
      'persistentvolumeclaims',
      ...(context.mode === 'cloudnativepg'
        ? ['clusters.postgresql.cnpg.io', 'backups.postgresql.cnpg.io']
        : []),
    ].join(','),
    `--selector=app.kubernetes.io/instance=${context.environment}`,
  );

const MOVE_ENVIRONMENT: RunbookProcedure = {
  id: 'move-environment',
  title: 'Move to another name, namespace or cluster',
  meaning:
    'Volumes belong to a namespace in a cluster, and the name identifies the release. The new location is another environment; the data is moved with a dump.',
  steps: [
    {
      text: 'Generate the new environment from a copy of the spec outside of this repository, or under another name in it, and deploy it with its server stopped.',
    },
    {
      text: 'Stop the old server, dump and load as under move-database; the commands that load are those of the new environment.',
    },
    {
      text: 'Move the hostnames last: two environments with the same hostname interfere with each other.',
    },
    {
      text: 'Remove the old environment once you no longer need to go back: see keep-data.',
    },
  ],
};

function moveBackups(context: ProcedureContext): RunbookProcedure {
  return {
    id: 'move-backups',
    title: 'Put backups somewhere else, or stop making them',
    meaning:
      'Existing backups are neither moved nor deleted, and no new ones replace them.',
    steps: [
      {
        text: 'Deploy the new location, and check that a first backup completes there before you rely on it.',
      },
      {
        text: 'See what remains in the old location. A restore from there needs its claim, bucket or snapshots.',
        command: listKept(context),
      },
      {
        text: 'Delete the old backups once those in the new location go back far enough.',
      },
    ],
  };
}

function changeLocks(context: ProcedureContext): RunbookProcedure {
  return {
    id: 'change-locks',
    title: 'Change where locks are held',
    meaning:
      "Elsa holds its distributed locks there. While old and new pods run side by side they do not see each other's locks, and one workflow may run twice.",
    steps: [...stopSteps(context), deployStep(context), ...startSteps(context)],
  };
}

function changeBroker(context: ProcedureContext): RunbookProcedure {
  return {
    id: 'change-rabbitmq',
    title: 'Change the message broker',
    meaning:
      'Elsa sends cache changes through it. Messages in a queue of the old broker are no longer delivered; servers reload everything when they start.',
    steps: [
      ...stopSteps(context),
      {
        text: 'Queues of your own modules: check that they are empty before you continue (rabbitmqctl list_queues name messages).',
      },
      deployStep(context),
      ...startSteps(context),
    ],
  };
}

function changeHost(context: ProcedureContext): RunbookProcedure {
  return {
    id: 'change-host',
    title: 'Change the kind of host image',
    meaning:
      'Each kind of image reads its own environment variables. One that finds no database under the names that it knows starts with an empty SQLite file inside its pod.',
    steps: [
      {
        text: 'Read in the README, under what the image has to read, that the new image knows these names. Take a backup first: a newer image migrates the database for good.',
      },
      deployStep(context),
      {
        text: 'Check in the log that it uses your database before anyone uses it.',
        command: kubectl(
          context,
          'logs',
          `deployment/${context.environment}-server`,
          '--tail=200',
        ),
      },
    ],
  };
}

function changePackaging(context: ProcedureContext): RunbookProcedure {
  return {
    id: 'change-packaging',
    title: 'Change between Helm and Kustomize',
    meaning:
      'The objects are the same, but a different tool manages them. Data is marked so that neither Helm nor Argo CD deletes it.',
    steps: [
      {
        text: 'From Helm to Kustomize without Argo CD: forget the release without uninstalling it. That deletes the records of Helm and nothing else.',
        command: kubectl(
          context,
          'delete',
          'secret',
          `--selector=owner=helm,name=${context.environment}`,
        ),
      },
      {
        text: 'From Kustomize to Helm: let the release take over the existing objects.',
        command: `helm upgrade --install ${context.environment} charts/elsa-workflows --namespace ${context.namespace} --values environments/${context.environment}/values.yaml --take-ownership`,
      },
      {
        text: 'With Argo CD the Application stays; sync it by hand and check that it prunes nothing.',
      },
    ],
  };
}

function changeExtraObject(context: ProcedureContext): RunbookProcedure {
  return {
    id: 'change-extra-object',
    title: 'Change or remove an object of your own that holds data',
    meaning:
      'Objects under extra.objects belong to operators that this template does not know. Neither Helm nor Argo CD deletes one that could hold data: it keeps running until someone deletes it, and what happens to its data then depends on its operator.',
    steps: [
      {
        text: "Take a backup as described in its operator's documentation, and test a restore elsewhere. An object that holds nothing worth keeping needs no backup.",
      },
      {
        text: 'For another name, a smaller volume or another storage class: make the new object beside the old one, load the backup into it, and point what uses it at the new one.',
      },
      {
        text: 'Remove the old object from the spec with the acknowledgement that elsa-manifests asks for (dataMoves), generate, commit and deploy.',
      },
      {
        text: 'Delete the old object by hand once you no longer need to go back. First check which claims it leaves.',
        command: kubectl(context, 'get', 'persistentvolumeclaims'),
      },
    ],
  };
}

function keepData(context: ProcedureContext): RunbookProcedure {
  return {
    id: 'keep-data',
    title:
      'What remains after the environment is removed, and how to delete it',
    meaning:
      "Claims, CloudNativePG's and RabbitMQ's clusters and the place of their backups stay when a release is uninstalled, an Application is deleted, or a spec no longer asks for them. Their pods keep running. An installation with the same name in the same namespace reuses them.",
    steps: [
      { text: 'See what is left.', command: listKept(context) },
      {
        text: 'Helm under another release name refuses objects of the old one. Let it take them over with --take-ownership, or delete them.',
      },
      {
        text: 'To remove the data for good: this cannot be undone. Delete each object by its name; a claim whose storage class says Retain leaves a volume, which is deleted after it.',
        command: kubectl(context, 'delete', '<kind>/<name>'),
      },
    ],
  };
}

/** What needs care rather than a dump. */
export function otherProcedures(context: ProcedureContext): RunbookProcedure[] {
  return [
    MOVE_ENVIRONMENT,
    moveBackups(context),
    keepFewerBackups(context),
    changeLocks(context),
    ...(context.hasRabbitmq ? [changeBroker(context)] : []),
    changeHost(context),
    downgradeServer(context),
    changeSecret(context),
    changePackaging(context),
    changeExtraObject(context),
    keepData(context),
  ];
}
