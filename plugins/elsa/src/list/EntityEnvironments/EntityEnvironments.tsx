import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { useMemo } from 'react';
import { EnvironmentsOverview } from '../EnvironmentsOverview';

/** The environments of the system or group whose page this is. */
export function EntityEnvironments() {
  const { entity } = useEntity();
  const ref = stringifyEntityRef(entity);
  const isSystem = entity.kind.toLocaleLowerCase('en-US') === 'system';
  const scope = useMemo(
    () => (isSystem ? { system: ref } : { owner: ref }),
    [isSystem, ref],
  );
  return <EnvironmentsOverview scope={scope} />;
}
