import { promises as fs } from 'node:fs';
import path from 'node:path';
import {
  type BackendFeature,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import scaffolderPlugin from '@backstage/plugin-scaffolder-backend';
import githubModule from '@backstage/plugin-scaffolder-backend-module-github';
import gitlabModule from '@backstage/plugin-scaffolder-backend-module-gitlab';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import request from 'supertest';
import { parse } from 'yaml';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { scaffolderModuleElsa } from '../module';

export const TEMPLATE_FOLDER = resolvePackagePath(
  '@elsa-portal/backstage-plugin-scaffolder-backend-module-elsa',
  '../../templates/create-elsa-environment',
);
const TEMPLATE_FILE = path.join(TEMPLATE_FOLDER, 'template.yaml');

/** A step of a template. */
export type TaskStep = {
  id: string;
  name: string;
  action: string;
  if?: string;
  input?: JsonObject;
};

/** The template as it lies in the repository. */
export async function readTemplateEntity() {
  const entity: Entity & { spec: { steps: TaskStep[] } } = parse(
    await fs.readFile(TEMPLATE_FILE, 'utf8'),
  );
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      namespace: 'default',
      annotations: {
        'backstage.io/managed-by-location': `file:${TEMPLATE_FILE}`,
      },
    },
  };
}

async function readContents(
  folder: string,
  relative = '',
): Promise<Array<{ path: string; base64Content: string }>> {
  const entries = await fs.readdir(path.join(folder, relative), {
    withFileTypes: true,
  });
  const contents = await Promise.all(
    entries.map(async entry => {
      const name = path.posix.join(relative, entry.name);
      if (entry.isDirectory()) {
        return readContents(folder, name);
      }
      const content = await fs.readFile(path.join(folder, name));
      return [{ path: name, base64Content: content.toString('base64') }];
    }),
  );
  return contents.flat();
}

/** A real scaffolder backend with our module, over HTTP. */
export async function startScaffolder(
  config: JsonObject,
  features: BackendFeature[] = [],
) {
  const template = await readTemplateEntity();
  const locations = new Set<string>();
  const catalog = catalogServiceMock.mock({
    getEntityByRef: async ref =>
      (typeof ref === 'string' ? ref : stringifyEntityRef(ref)) ===
      'template:default/create-elsa-environment'
        ? template
        : undefined,
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref =>
        ref.endsWith('/nobody')
          ? undefined
          : { apiVersion: 'v1', kind: 'Group', metadata: { name: ref } },
      ),
    }),
    // As the real one: an address is registered once.
    addLocation: async ({ target, onConflict }) => {
      if (locations.has(target) && onConflict !== 'refresh') {
        throw new ConflictError(`Location url:${target} already exists`);
      }
      locations.add(target);
      return {
        location: {
          id: '1',
          type: 'url',
          target,
          entityRef: 'location:default/generated-1',
        },
        entities: [],
      };
    },
  });
  const backend = await startTestBackend({
    features: [
      scaffolderPlugin,
      githubModule,
      gitlabModule,
      scaffolderModuleElsa,
      catalog.factory,
      mockServices.rootConfig.factory({ data: config }),
      ...features,
    ],
  });
  const api = request(backend.server);

  const authorize = (user?: string) => mockCredentials.user.header(user);

  async function waitForTask(id: string, user?: string) {
    for (;;) {
      const { body: task } = await api
        .get(`/api/scaffolder/v2/tasks/${id}`)
        .set('Authorization', authorize(user));
      if (!['open', 'processing'].includes(task.status)) {
        const { body: events } = await api
          .get(`/api/scaffolder/v2/tasks/${id}/events`)
          .set('Authorization', authorize(user));
        return { task, events };
      }
      await new Promise(resolve => {
        setTimeout(resolve, 100);
      });
    }
  }

  /** Creates a task as the form does, and waits for its end. */
  async function run(
    values: JsonObject,
    secrets: Record<string, string> = {},
    user?: string,
  ) {
    const created = await api
      .post('/api/scaffolder/v2/tasks')
      .set('Authorization', authorize(user))
      .send({
        templateRef: 'template:default/create-elsa-environment',
        values,
        secrets,
      });
    if (created.status !== 201) {
      return { status: created.status, body: created.body };
    }
    const { task, events } = await waitForTask(created.body.id, user);
    return { status: created.status, task, events };
  }

  /** Creates a task as an assistant does, by a registered action. */
  async function runByAction(values: JsonObject, user: string) {
    const { status, body } = await api
      .post(
        '/api/scaffolder/.backstage/actions/v1/actions/scaffolder:execute-template/invoke',
      )
      .set(
        'Authorization',
        mockCredentials.service.header({
          onBehalfOf: mockCredentials.user(user),
          targetPluginId: 'scaffolder',
        }),
      )
      .send({
        templateRef: 'template:default/create-elsa-environment',
        values,
      });
    expect({ status, body }).toMatchObject({ status: 200 });
    return waitForTask(body.output.taskId, user);
  }

  /** Runs the template's dry run as the editor does. */
  async function dryRun(
    values: JsonObject,
    options: {
      user?: string;
      steps?: TaskStep[];
      files?: Record<string, string>;
    } = {},
  ) {
    const tried = options.steps
      ? { ...template, spec: { ...template.spec, steps: options.steps } }
      : template;
    return api
      .post('/api/scaffolder/v2/dry-run')
      .set('Authorization', authorize(options.user))
      .send({
        template: tried,
        values,
        secrets: {},
        directoryContents: [
          ...(await readContents(TEMPLATE_FOLDER)),
          ...Object.entries(options.files ?? {}).map(([name, content]) => ({
            path: name,
            base64Content: Buffer.from(content).toString('base64'),
          })),
        ],
      });
  }

  return { api, catalog, run, runByAction, dryRun, stop: () => backend.stop() };
}
