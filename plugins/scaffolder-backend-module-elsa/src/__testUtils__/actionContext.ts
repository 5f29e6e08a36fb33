import { promises as fs } from 'node:fs';
import path from 'node:path';
import {
  type MockDirectory,
  mockServices,
} from '@backstage/backend-test-utils';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import type { JsonObject } from '@backstage/types';

/** A context whose workspace and temporary folders are real, and whose outputs can be read. */
export function createActionContext<T extends JsonObject>(
  directory: MockDirectory,
  input: T,
  extra: {
    isDryRun?: boolean;
    signal?: AbortSignal;
    templateInfo?: { entityRef: string; baseUrl?: string };
  } = {},
) {
  const outputs: Record<string, unknown> = {};
  const workspacePath = directory.resolve('workspace');
  return {
    ...createMockActionContext<T>({
      input,
      workspacePath,
      logger: mockServices.logger.mock(),
      templateInfo: extra.templateInfo,
    }),
    isDryRun: extra.isDryRun,
    signal: extra.signal,
    output: (name: string | number | symbol, value: unknown) => {
      outputs[String(name)] = value;
    },
    createTemporaryDirectory: async () => {
      const parent = directory.resolve('temporary');
      await fs.mkdir(parent, { recursive: true });
      return fs.mkdtemp(path.join(parent, 'folder-'));
    },
    outputs,
  };
}
