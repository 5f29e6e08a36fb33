import {
  checkEnvironmentSpec,
  type EnvironmentSpec,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { unstatedFields } from './lib/coverage';
import { statedCases } from './lib/statedCases';

describe('environments that are generated', () => {
  it.each(statedCases)(
    'should be made from a valid spec: $name',
    ({ input }) => {
      expect(checkEnvironmentSpec(input).issues).toEqual([]);
    },
  );

  it('should notice a field that no environment states', () => {
    const spec = { metadata: { name: 'a' } } as EnvironmentSpec;
    const missing = unstatedFields([spec]);
    expect(missing).toContain('host.probes.live');
    expect(missing).toContain('mesh.kind: istio');
    expect(missing).toContain('slos[].indicator: custom');
    expect(missing).not.toContain('metadata.name');
    // The default of a choice is generated whenever nothing is stated.
    expect(missing).not.toContain('mesh.kind: none');
  });
});
