import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { maximumBackupAgeSeconds } from '@elsa-portal/backstage-plugin-elsa-common/schedule';
import {
  findTemplateDirectory,
  readTemplate,
  renderInput,
} from '@elsa-portal/backstage-plugin-elsa-node';
import {
  type EnvironmentSpec,
  resolveEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { parseManifests } from './lib/kubernetesObject';
import { helmTemplate, releaseOf, withFiles } from './lib/render';
import { testRules } from './lib/rules';

const HOUR = 3600;
const STEP = 900;

function inputOf(schedule: string): EnvironmentSpec {
  return {
    metadata: { name: 'payments' },
    owner: 'group:default/payments',
    preset: 'development',
    target: { cluster: 'production-eu', namespace: 'payments' },
    exposure: { kind: 'none' },
    studio: { enabled: false },
    monitoring: { enabled: true },
    backup: { enabled: true, method: 'dump', schedule },
  };
}

async function renderRules(schedule: string) {
  const input = inputOf(schedule);
  const template = await readTemplate(findTemplateDirectory());
  const environment = resolveEnvironment(input);
  const { chart, valuesFile } = renderInput(environment, template);
  return withFiles(chart, async folder => {
    const values = join(folder, 'values-of-test.yaml');
    await writeFile(values, valuesFile);
    return parseManifests(
      await helmTemplate('HELM4', releaseOf(environment.spec, folder, values)),
    );
  });
}

/** Whether the alert fires so many seconds after the last good backup. */
function expectation(seconds: number, fires: boolean) {
  return {
    expr: 'count(ALERTS{alertname="ElsaBackupTooOld",alertstate="firing"})',
    eval_time: `${Math.floor(seconds / STEP) * STEP}s`,
    exp_samples: fires ? [{ labels: '{}', value: 1 }] : [],
  };
}

describe('the alert of a late backup', () => {
  it.each([
    ['0 3 * * 0', 170],
    ['15 2 * * *', 26],
    ['0 */6 * * *', 8],
  ])('should be as patient as health is: %s', async (schedule, hours) => {
    const limit = hours * HOUR;
    expect(maximumBackupAgeSeconds(schedule)).toBe(limit);
    const test = stringify({
      rule_files: ['rules.yaml'],
      evaluation_interval: `${STEP}s`,
      tests: [
        {
          interval: `${STEP}s`,
          input_series: [
            {
              series:
                'kube_cronjob_status_last_successful_time{namespace="payments",cronjob="payments-backup"}',
              values: `0x${Math.ceil(limit / STEP) + 8}`,
            },
          ],
          promql_expr_test: [
            expectation(limit, false),
            expectation(limit + 3 * STEP, true),
          ],
        },
      ],
    });
    await testRules(await renderRules(schedule), test);
  });
});
