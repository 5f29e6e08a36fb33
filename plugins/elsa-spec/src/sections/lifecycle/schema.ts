import { z } from 'zod';

export const lifecycle = () =>
  z
    .string()
    .refine(
      value =>
        value.length <= 63 && /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(value),
      {
        message: 'This is not a lifecycle that the catalog accepts.',
        params: {
          remedy:
            'Use experimental, staging, production, deprecated or another lower-case word.',
        },
      },
    )
    .optional();
