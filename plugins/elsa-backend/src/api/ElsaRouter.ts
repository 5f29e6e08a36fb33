import type { TypedRouter } from '@backstage/backend-openapi-utils';
import type { ElsaEndpointMap } from '@elsa-portal/backstage-plugin-elsa-common/contract';

/** A router whose paths, parameters and answers are those of openapi.yaml. */
export type ElsaRouter = TypedRouter<ElsaEndpointMap>;
