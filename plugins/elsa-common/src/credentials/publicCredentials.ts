import type { PublicCredentials } from './types';

/**
 * The images that the Elsa project releases from its apps repository. Built
 * from 3.6.3 and run: the key created and executed a workflow with a C#
 * expression, which printed the server's environment variables.
 *
 * @public
 */
export const officialAppCredentials: PublicCredentials = {
  imageName:
    /^elsa-server-(app|and-studio(-app)?|studio-blazor-(wasm|server)(-app)?)$/,
  organisation: { imageName: /^elsa-server(-.*)?$/, name: 'elsaworkflows' },
  firstMinorWithout: 8,
  firstCandidateWithout: 2,
  credentials: [
    {
      what: 'any user name with the password "password"',
      evidence: 'run',
      source: 'elsa-core 3.6.3, AdminUserProvider.cs:19,32-35',
    },
    {
      what: 'the API key 00000000-0000-0000-0000-000000000000',
      evidence: 'run',
      source: 'elsa-core 3.6.3, AdminApiKeyProvider.cs:15',
    },
  ],
};

/** The reference servers that Elsa's core repository pushed until 3.5. @public */
export const referenceServerCredentials: PublicCredentials = {
  imageName: /^elsa-server(-and-studio)?-v3(-[0-9].*)?$/,
  versionInName: /-v3(?:-([0-9]+))?/,
  firstMinorWithout: 8,
  firstCandidateWithout: 2,
  credentials: [
    {
      what: 'the users admin, alice and bob with the password "password"',
      replacedBy: 'Identity__Users__0 to 2',
      evidence: 'read',
      source: 'elsa-core patch/3.5.2, Elsa.Server.Web/appsettings.json:136-199',
    },
    {
      what: 'an API key that its README prints',
      replacedBy: 'Identity__Applications__0',
      evidence: 'read',
      source: 'elsa-core patch/3.5.2, README.md',
    },
    {
      what: 'the key that signs its access tokens',
      replacedBy: 'Identity__Tokens__SigningKey',
      evidence: 'read',
      source: 'elsa-core patch/3.5.2, Elsa.Server.Web/Program.cs:270',
    },
  ],
};

/** Every line of images with public credentials. @public */
export const PUBLIC_CREDENTIALS: readonly PublicCredentials[] = [
  referenceServerCredentials,
  officialAppCredentials,
];
