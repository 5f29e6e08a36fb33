import { EXPOSURE_KINDS, exposureProfileOf, exposureProfiles } from '.';
import { gatewayImplementations, gatewayModes } from './gateway';

const settings = (
  Object.keys(gatewayModes) as Array<keyof typeof gatewayModes>
).flatMap(mode =>
  (
    Object.keys(gatewayImplementations) as Array<
      keyof typeof gatewayImplementations
    >
  ).map(implementation => ({ mode, implementation })),
);

describe('exposureProfileOf', () => {
  it.each(EXPOSURE_KINDS.filter(kind => kind !== 'gateway'))(
    'should not depend on the Gateway for %s',
    kind => {
      for (const gateway of settings) {
        expect(exposureProfileOf({ kind, gateway })).toEqual(
          exposureProfiles[kind],
        );
      }
    },
  );

  it('should take the certificate of a shared Gateway, and the limits of Envoy Gateway', () => {
    for (const gateway of settings) {
      const profile = exposureProfileOf({ kind: 'gateway', gateway });
      const isEnvoy = gateway.implementation === 'envoy-gateway';
      expect(profile).toMatchObject({
        certificate: gateway.mode === 'shared' ? 'edge' : 'environment',
        limitsRates: isEnvoy,
        limitsSources: isEnvoy,
      });
    }
  });

  it('should tell the controllers apart by the class of an Ingress', () => {
    const patterns = Object.entries(exposureProfiles).flatMap(
      ([kind, { classPattern }]) =>
        classPattern ? [{ kind, pattern: new RegExp(classPattern) }] : [],
    );
    const kindsOf = (name: string) =>
      patterns.flatMap(({ kind, pattern }) =>
        pattern.test(name) ? [kind] : [],
      );
    expect(kindsOf('nginx-internal')).toEqual(['ingress-nginx']);
    expect(kindsOf('traefik')).toEqual(['ingress-traefik']);
    expect(kindsOf('team.alb')).toEqual(['alb']);
    expect(kindsOf('enginx')).toEqual([]);
  });
});
