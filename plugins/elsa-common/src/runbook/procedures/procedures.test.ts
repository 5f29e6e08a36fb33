import { PROCEDURE_IDS } from './procedureIds';
import { dataProcedures } from './dataProcedures';

const modes = ['embedded', 'external', 'cloudnativepg'] as const;
const providers = ['postgresql', 'sqlserver', 'mysql', 'sqlite'] as const;

describe('procedures of the runbook', () => {
  it.each(
    providers.flatMap(provider => modes.map(mode => [provider, mode] as const)),
  )(
    'should have the steps that a refusal names, for %s %s',
    (provider, mode) => {
      const procedures = dataProcedures({
        environment: 'payments',
        namespace: 'elsa',
        provider,
        mode,
        database: 'elsa',
        username: 'elsa',
        hasKeda: true,
        hasRabbitmq: true,
        packaging: 'helm',
        argocd: { application: 'payments', namespace: 'argocd' },
      });
      expect(procedures.map(({ id }) => id).sort()).toEqual(
        [...PROCEDURE_IDS].sort(),
      );
      for (const { steps } of procedures) {
        expect(steps.length).toBeGreaterThan(0);
        expect(JSON.stringify(steps)).not.toContain('undefined');
      }
    },
  );
});
