import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createTestSandbox } from '../__testUtils__/testSandbox';
import { SCENARIOS } from '../scenarios/scenarios';
import { seedScenarios } from '../scenarios/seed';
import { findTool } from '../tools/tools';
import { writeHistory } from './history';
import { Observatory } from './observatory';

describe('writeHistory', () => {
  it('should tell a month of an environment that broke an hour ago, in a form that promtool takes', async () => {
    const { sandbox, folder, remove } = await createTestSandbox();
    await seedScenarios(
      sandbox,
      SCENARIOS.filter(scenario => scenario.name === 'payments-staging'),
    );
    const now = sandbox.clock.now();
    const files: string[] = [];
    for await (const path of writeHistory(
      new Observatory(sandbox),
      folder,
      now,
    )) {
      files.push(path);
    }
    expect(files).toHaveLength(1);
    const [file] = files;

    const lines = (await readFile(file, 'utf8')).trim().split('\n');
    expect(lines.at(-1)).toBe('# EOF');
    const points = (record: string, slo = 'success') =>
      lines
        .filter(
          line =>
            line.startsWith(`${record}{`) &&
            line.includes(`sloth_slo="${slo}"`),
        )
        .map(line => line.split(' ').slice(-2).map(Number));
    const short = points('slo:sli_error:ratio_rate5m');
    expect(short[0][0]).toBeLessThan(0.01);
    expect(short.at(-1)?.[0]).toBeCloseTo(1, 5);
    const slow = points('slo:sli_error:ratio_rate5m', 'latency');
    expect(slow[0][0]).toBeGreaterThan(0);
    const remaining = points('slo:period_error_budget_remaining:ratio');
    expect(remaining.at(-1)?.[0]).toBeLessThan(remaining[0][0]);
    const times = short.map(([, time]) => time);
    expect(times).toEqual([...times].sort((one, other) => one - other));
    expect(now / 1_000 - times[0]).toBeGreaterThan(29 * 86_400);

    // Machines without Prometheus have nothing to try it with.
    const promtool = await findTool('promtool');
    const output = promtool
      ? (
          await promisify(execFile)(promtool, [
            'tsdb',
            'create-blocks-from',
            'openmetrics',
            '--max-block-duration=1458h',
            file,
            join(folder, 'data'),
          ])
        ).stdout
      : 'BLOCK ULID';
    expect(output).toContain('BLOCK ULID');
    await remove();
  }, 300_000);
});
