import { z } from 'zod';
import { annotations, labels, objectName } from '../../fields/primitives';

export const extra = () =>
  z.strictObject({
    labels: labels().default({}).describe('On every object'),
    annotations: annotations().default({}).describe('On every object'),
    objects: z
      .array(
        z.looseObject({
          apiVersion: z.string().regex(/^([a-z0-9.-]+\/)?v[a-z0-9]+$/),
          kind: z.string().regex(/^[A-Z][A-Za-z0-9]{0,62}$/),
          metadata: z.looseObject({ name: objectName() }),
        }),
      )
      .max(100)
      .default([])
      .describe('Whole Kubernetes objects that this template does not know'),
  });
