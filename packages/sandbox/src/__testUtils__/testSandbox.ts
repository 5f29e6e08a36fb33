import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock, SECOND } from '../clock';
import { portsFrom } from '../config';
import { Sandbox } from '../sandbox';
import { StageClock } from '../stageClock';

/** A stage without network ports whose time passes only when a test says so. */
export async function createTestSandbox() {
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-test-'));
  const clock = new FakeClock('2026-11-20T10:00:00Z');
  const sandbox = await Sandbox.create(
    {
      host: '127.0.0.1',
      ports: portsFrom(7100),
      stateFolder: folder,
      seed: 'test',
      isMonitored: false,
    },
    new StageClock(clock),
  );
  return {
    sandbox,
    folder,
    pass: (seconds: number) => {
      for (let second = 0; second < seconds; second += 1) {
        clock.advance(SECOND);
        sandbox.step();
      }
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
