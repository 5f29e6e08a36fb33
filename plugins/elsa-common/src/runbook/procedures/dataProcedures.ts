import type { RunbookStep } from '../types';
import { dumpSteps, loadExternalSteps, loadSteps } from './dump';
import { otherProcedures } from './otherProcedures';
import { sqlServerSteps } from './sqlServer';
import { deployStep, startSteps, stopSteps } from './traffic';
import type { ProcedureContext, RunbookProcedure } from './types';
import { forgetOldVolume, setVolumeAsideSteps } from './volume';

const stopAgain: RunbookStep = {
  text: 'If the deployment started the server, stop it again as above.',
};

const toExternal: RunbookStep = {
  text: 'For an external server: create the database and user there first, with the names from the spec. The user must own the database.',
};

const sqliteStep: RunbookStep = {
  text: 'No tool converts an Elsa SQLite file to another type of database. Export the workflow definitions in the studio and import them there; instances and their history are not migrated. The claim stays.',
};

const fromExternal = (context: ProcedureContext): RunbookStep[] => [
  ...stopSteps(context),
  {
    text: "Dump with the client programs of the external server's release, the way its operators do, and count the rows: pg_dump --format=custom --no-owner --no-privileges, or mysqldump --single-transaction --routines --events --triggers --no-tablespaces.",
  },
  deployStep(context),
  stopAgain,
  {
    text: 'Load the dump into the new server as described under move-database in its own runbook, which now exists, and compare the counts.',
  },
  ...startSteps(context),
];

function move(context: ProcedureContext): RunbookStep[] {
  if (context.provider === 'sqlite') return [sqliteStep];
  if (context.provider === 'sqlserver') return sqlServerSteps(context);
  if (context.mode === 'external') return fromExternal(context);
  const target: ProcedureContext = {
    ...context,
    mode: context.mode === 'embedded' ? 'cloudnativepg' : 'embedded',
  };
  const isPostgresql = context.provider === 'postgresql';
  return [
    ...stopSteps(context),
    ...dumpSteps(context),
    toExternal,
    ...loadExternalSteps(context).map(step => ({
      ...step,
      text: `For an external server: ${step.text}`,
    })),
    deployStep(context),
    stopAgain,
    ...(isPostgresql
      ? loadSteps(target).map(step => ({
          ...step,
          text: `To ${target.mode === 'embedded' ? 'the embedded server' : 'CloudNativePG'}: ${step.text}`,
        }))
      : []),
    ...startSteps(context),
    {
      text: 'Volumes, clusters and dumps of the old database stay. Delete them by hand once you no longer need to go back: see keep-data.',
    },
  ];
}

function upgrade(context: ProcedureContext): RunbookStep[] {
  if (context.mode === 'cloudnativepg') {
    return [
      {
        text: 'Take a backup and check that it completes.',
        command: `kubectl cnpg backup ${context.environment}-postgresql --namespace=${context.namespace}`,
      },
      {
        text: 'From version 1.26, the operator upgrades the files itself (pg_upgrade), and the database is down meanwhile. It refuses major downgrades: restore the backup instead.',
      },
      ...stopSteps(context),
      ...dumpSteps(context),
      deployStep(context),
      ...startSteps(context),
    ];
  }
  if (context.mode === 'external' || context.provider === 'sqlite') {
    return [{ text: 'The operators of the database upgrade it.' }];
  }
  if (context.provider === 'sqlserver') return sqlServerSteps(context);
  return [
    ...stopSteps(context),
    ...dumpSteps(context),
    ...setVolumeAsideSteps(context),
    deployStep(context),
    stopAgain,
    ...loadSteps(context),
    ...startSteps(context),
    forgetOldVolume,
  ];
}

const meaning = {
  move: 'For another mode or kind of database, or another server. PostgreSQL and MySQL are dumped and loaded; a dump does not fit into another kind of database.',
  upgrade:
    'For a later major release. A server does not read the files of another major, so that the data goes through a dump. There is no way back by a newer dump: PostgreSQL 16 and earlier refuse one of 17 or later. Keep the dump that these steps make.',
};

/**
 * What to do with the data of an environment before a change that its spec
 * does not allow by itself.
 *
 * @public
 */
export function dataProcedures(context: ProcedureContext): RunbookProcedure[] {
  const viaNewVolume = upgrade(context);
  return [
    {
      id: 'move-database',
      title: 'Move the database to another server',
      meaning: meaning.move,
      steps: move(context),
    },
    {
      id: 'upgrade-database',
      title: 'Change the major release of the database',
      meaning: meaning.upgrade,
      steps: viaNewVolume,
    },
    {
      id: 'rename-database',
      title: 'Give the database another name or user',
      meaning:
        'Names are given when a volume is set up for the first time. The data goes through a dump into a new volume, as for another major release.',
      steps: viaNewVolume,
    },
    {
      id: 'replace-volume',
      title: 'Replace a volume by a smaller one or one of another class',
      meaning:
        'Neither can be changed. For the database the data goes through a dump into a new volume; Redis holds locks only, and RabbitMQ what is on its way.',
      steps: viaNewVolume,
    },
    ...otherProcedures(context),
  ];
}
