/** Where a repository holds the spec of an environment. @public */
export const specPath = (environment: string) => `.elsa/${environment}.yaml`;
