import type { ROUTES } from './generated/routes';
import type { operations } from './generated/openapi';

/** Name of one operation of the API. @public */
export type ElsaOperationId = keyof operations;

/** What an operation takes in its path and its query. @public */
export type ElsaParameters<Id extends ElsaOperationId> = Pick<
  operations[Id]['parameters'],
  'path' | 'query'
>;

/** The query of an operation. @public */
export type ElsaQuery<Id extends ElsaOperationId> = NonNullable<
  ElsaParameters<Id>['query']
>;

/** What an operation answers. @public */
export type ElsaAnswer<Id extends ElsaOperationId> =
  operations[Id]['responses'][200]['content']['application/json'];

type AnyAnswer<Responses> = {
  [Status in keyof Responses]: Responses[Status] extends {
    content: { 'application/json': infer Body };
  }
    ? Body
    : never;
}[keyof Responses];

type Key<Id extends ElsaOperationId> =
  `#${Lowercase<(typeof ROUTES)[Id]['method']>}|${(typeof ROUTES)[Id]['path']}`;

/**
 * All operations by method and path, as `@backstage/backend-openapi-utils`
 * wants them for a router.
 *
 * @public
 */
export type ElsaEndpointMap = {
  [Id in ElsaOperationId as Key<Id>]: {
    path: NonNullable<ElsaParameters<Id>['path']>;
    query: ElsaQuery<Id>;
    response: AnyAnswer<operations[Id]['responses']>;
  };
};
