import { Box } from '@backstage/ui';
import type { ReactNode } from 'react';

/**
 * Ground for the fields. The scaffolder's form lies on a surface of Material
 * UI, on which the inputs of Backstage UI have no visible edge.
 */
export function FieldSurface(props: { children: ReactNode }) {
  return (
    <Box bg="neutral" p="4" style={{ borderRadius: 'var(--bui-radius-3)' }}>
      {props.children}
    </Box>
  );
}
