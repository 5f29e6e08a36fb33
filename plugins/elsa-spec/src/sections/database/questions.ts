import {
  DATABASE_PROVIDERS,
  databaseEngines,
  databaseModes,
} from '../../profiles';
import { modeChoices } from '../modeChoices';
import { defineSection, type Draft, YES_OR_NO } from '../question';

const database = ({ spec }: Draft) => spec.database;

// SQLite is a file of the server's own, whatever was answered before.
const isExternal = (draft: Draft) =>
  !draft.profiles.database.isOwn && draft.profiles.database.isServer;

const isLicensedHere = (draft: Draft) =>
  draft.profiles.database.isLicensed && !isExternal(draft);

export const databaseSection = defineSection({
  id: 'database',
  root: 'database',
  questions: [
    {
      path: 'database.provider',
      text: 'databaseProvider',
      kind: 'choice',
      choices: DATABASE_PROVIDERS.map(value => {
        const { title, text } = databaseEngines[value];
        return text ? { value, text } : { value, name: title };
      }),
    },
    {
      path: 'database.mode',
      text: 'databaseMode',
      kind: 'choice',
      isAsked: draft => draft.profiles.database.isServer,
      choices: modeChoices(databaseModes),
    },
    {
      path: 'database.external.host',
      text: 'externalHost',
      kind: 'text',
      isAsked: isExternal,
      isRequired: true,
    },
    {
      path: 'database.external.port',
      text: 'externalPort',
      kind: 'number',
      isAsked: isExternal,
      minimum: 1,
      maximum: 65535,
    },
    {
      path: 'database.external.tls',
      text: 'databaseTls',
      kind: 'choice',
      isAsked: isExternal,
      choices: [
        { value: 'verify-full', text: 'tlsVerified' },
        { value: 'require', text: 'tlsUnverified' },
        { value: 'disable', text: 'tlsNone' },
      ],
    },
    {
      path: 'database.external.caSecret.name',
      text: 'caSecretName',
      kind: 'text',
      isAsked: draft =>
        isExternal(draft) && database(draft).external?.tls !== 'disable',
    },
    {
      path: 'database.external.caSecret.key',
      text: 'caSecretKey',
      kind: 'text',
      isAsked: draft =>
        isExternal(draft) && database(draft).external?.tls !== 'disable',
    },
    {
      path: 'database.sqlserver.acceptEula',
      text: 'acceptEula',
      ...YES_OR_NO,
      isAsked: isLicensedHere,
    },
    {
      path: 'database.sqlserver.edition',
      text: 'sqlServerEdition',
      kind: 'choice',
      isAsked: isLicensedHere,
      choices: ['Developer', 'Express', 'Standard', 'Enterprise'].map(
        value => ({ value, name: value }),
      ),
    },
    {
      path: 'database.instances',
      text: 'databaseInstances',
      kind: 'number',
      isAsked: draft => draft.profiles.database.isReplicated,
      minimum: 1,
      maximum: 9,
    },
    {
      path: 'database.storage.size',
      text: 'storageSize',
      kind: 'text',
      isAsked: draft => !isExternal(draft),
    },
  ],
});
