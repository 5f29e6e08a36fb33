export interface Config {
  elsa?: {
    /** Read by the form's field for the repository. */
    scaffolder?: {
      git?: Array<{
        /** @visibility frontend */
        host: string;
        /** @visibility frontend */
        allowHttp?: boolean;
      }>;
    };
  };
  auth?: {
    /**
     * Only which of them are there: with one, people give their own token to
     * publish with. Nothing that is in them reaches the browser.
     */
    providers?: {
      /** @visibility frontend */
      github?: object;
      /** @visibility frontend */
      gitlab?: object;
      /** @visibility frontend */
      bitbucket?: object;
      /** @visibility frontend */
      bitbucketServer?: object;
      /** @visibility frontend */
      microsoft?: object;
    };
  };
}
