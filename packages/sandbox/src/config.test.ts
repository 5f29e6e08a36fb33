import { join } from 'node:path';
import { readConfig, repositoryRoot } from './config';

describe('readConfig', () => {
  it('should count all ports from the first one', () => {
    expect(readConfig({ SANDBOX_PORT_BASE: '21000' }).ports).toEqual({
      control: 21_000,
      clusters: { 'production-eu': 21_001, 'staging-eu': 21_002 },
      git: 21_003,
      prometheus: 21_004,
      alertmanager: 21_005,
    });
  });

  it('should keep what holds its own address apart from that of other ports', () => {
    const folder = join(repositoryRoot(), '.sandbox');
    expect(readConfig({}).stateFolder).toBe(folder);
    expect(readConfig({ SANDBOX_PORT_BASE: '7100' }).stateFolder).toBe(folder);
    expect(readConfig({ SANDBOX_PORT_BASE: '7200' }).stateFolder).toBe(
      join(folder, 'ports-7200'),
    );
    expect(
      readConfig({ SANDBOX_PORT_BASE: '7200', SANDBOX_STATE: '/var/stage' })
        .stateFolder,
    ).toBe('/var/stage');
  });

  it.each(['0', '-1', '7100.5', '65531', 'seven'])(
    'should refuse %s as the first port',
    base => {
      expect(() => readConfig({ SANDBOX_PORT_BASE: base })).toThrow(
        `SANDBOX_PORT_BASE is ${base}: use a whole number from 1 to 65530`,
      );
    },
  );
});
