import { promises as fs } from 'fs';
import os from 'os';
import path from 'path';
import { renderWithHelm } from './renderWithHelm';

const TOKEN = ['glpat', 'a1B2c3D4e5F6g7H8i9J0'].join('-');

describe('renderWithHelm', () => {
  it('should say why Helm refused, without the credentials that it quotes', async () => {
    const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'elsa-helm-'));
    const helm = path.join(folder, 'helm.sh');
    await fs.writeFile(
      helm,
      `#!/bin/sh\necho "Error: server.replicas: token=${TOKEN} is no number" >&2\nexit 1\n`,
      { mode: 0o755 },
    );
    const error: Error = await renderWithHelm(
      {
        chart: [],
        valuesFile: '',
        releaseName: 'payments',
        namespace: 'payments',
        kubernetesVersion: '1.36',
      },
      { helm },
    ).then(
      () => new Error('was accepted'),
      (caught: Error) => caught,
    );
    await fs.rm(folder, { recursive: true });
    expect(error.message).toContain('server.replicas');
    expect(error.message).toContain('***');
    expect(error.message).not.toContain(TOKEN);
  });
});
