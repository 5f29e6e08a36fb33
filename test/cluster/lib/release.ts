import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { findTemplateDirectory } from '@elsa-portal/backstage-plugin-elsa-node';

export const chart = join(findTemplateDirectory(), 'chart');

const OWN_CLAIM =
  / {8}- name: data\n {10}persistentVolumeClaim:\n.*\n---\n\{\{ include "elsa\.data\.claim".*\n/;
const CLAIM_TEMPLATE = `  volumeClaimTemplates:
    - apiVersion: v1
      kind: PersistentVolumeClaim
      metadata:
        name: data
      spec:
        accessModes: [ReadWriteOnce]
        resources: { requests: { storage: {{ .settings.persistence.size | quote }} } }
`;

/** The chart as it was when StatefulSets had claim templates. */
export function earlierChart(): string {
  const folder = join(mkdtempSync(join(tmpdir(), 'elsa-portal-chart-')), 'old');
  cpSync(chart, folder, { recursive: true });
  const file = join(folder, 'templates', 'data', '_parts.tpl');
  const text = readFileSync(file, 'utf8');
  if (!OWN_CLAIM.test(text)) throw new Error(`${file} has no claim of its own`);
  writeFileSync(file, text.replace(OWN_CLAIM, CLAIM_TEMPLATE));
  return folder;
}

/** Runs a program against the cluster; what it printed stands in its error. */
export async function run(
  kubeconfig: string,
  program: string,
  args: string[],
): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(program, args, {
      env: {
        ...process.env,
        KUBECONFIG: kubeconfig,
        PATH: `${dirname(process.env.KUBECTL ?? '')}:${process.env.PATH}`,
      },
    });
    return stdout;
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${stdout ?? ''}${stderr ?? ''}`, { cause: error });
  }
}
