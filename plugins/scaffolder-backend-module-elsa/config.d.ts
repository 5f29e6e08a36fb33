export interface Config {
  elsa?: {
    /** Settings of the scaffolder actions `elsa:*`. */
    scaffolder?: {
      /**
       * Path of the Helm binary with which `elsa:environment:verify` lints and
       * renders the chart. Default: `helm` from the PATH of the backend, where
       * it is there.
       */
      helmPath?: string;

      /**
       * Hosts of Git servers where tasks must bring the user's own token, and
       * the portal's credentials are never used. Default: those where people
       * sign in by `auth.providers`, that is github.com for `github`
       * (`enterpriseInstanceUrl` where it is set), gitlab.com for `gitlab`
       * (`audience`), bitbucket.org for `bitbucket`, the `host` of
       * `bitbucketServer` and dev.azure.com for `microsoft`. An empty list lets
       * the portal's credentials be used everywhere.
       */
      userTokenHosts?: string[];

      /**
       * Git servers that `elsa:git:fetch` and `elsa:git:push` may use besides
       * those of `integrations`. No other host can be reached.
       */
      git?: Array<{
        /** Host name, with the port where it is not the scheme's own. */
        host: string;
        /** User of the token. Default: `git`. */
        username?: string;
        /**
         * Token or password.
         * @visibility secret
         */
        token?: string;
        /**
         * Allows addresses that start with `http://`. Token and content are
         * then readable on the network. Default: false.
         */
        allowHttp?: boolean;
        /**
         * Address of a raw file with `{repository}`, `{branch}` and `{path}`,
         * from which the catalog reads `catalog-info.yaml`, such as
         * `https://git.example.com/{repository}/raw/branch/{branch}/{path}`.
         * Needed only for servers that are not in `integrations`.
         */
        rawFileUrl?: string;
        /**
         * Address of the repository's page with `{repository}` and `{branch}`.
         * Default: the repository's own address.
         */
        browseUrl?: string;
      }>;
    };
  };
}
