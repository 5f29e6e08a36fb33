import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reservePorts } from './freePorts.cjs';
import { PORT_COUNT, portsFrom, portVariables } from './ports.mjs';

/**
 * Ports and a sandbox's folder for a portal that disturbs no other one on this
 * machine, and that no other one disturbs.
 *
 * @returns {Promise<{ports: ReturnType<typeof portsFrom>, variables: Record<string, string>, release: () => Promise<void>}>}
 */
export async function ownPortal() {
  const { first, release } = await reservePorts(PORT_COUNT);
  const state = mkdtempSync(join(tmpdir(), 'elsa-portal-sandbox-'));
  const ports = portsFrom(first);
  return {
    ports,
    variables: {
      ...portVariables(ports),
      SANDBOX_STATE: state,
      ELSA_BUNDLER_CACHE: 'off',
    },
    release: async () => {
      rmSync(state, { recursive: true, force: true });
      await release();
    },
  };
}
