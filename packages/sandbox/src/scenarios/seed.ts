import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import {
  findTemplateDirectory,
  generateEnvironment,
  readTemplate,
  resolveEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { parse } from 'yaml';
import { renderApplication } from '../argocd/render';
import { prepare } from '../argocd/target';
import type { Application } from '../argocd/types';
import { DAY, HOUR, MINUTE, SECOND } from '../clock';
import { namespace } from '../kubernetes/furniture';
import type { Sandbox } from '../sandbox';
import { requireTool } from '../tools/tools';
import { SCENARIOS } from './scenarios';
import type { Scenario, ScenarioEvent } from './types';

/** The environments are this old; their CronJobs' last runs lie in the days before now. */
const AGE = 12 * DAY;
const REPLAYED = 3.2 * DAY;

type Files = Record<string, string>;

/** Makes the files of a scenario's repository from one of its specs. */
type Generate = (scenario: Scenario, spec: object) => Files;

/** The template is read once: its schema takes long to compile. */
async function generatorFor({ config }: Sandbox): Promise<Generate> {
  const template = await readTemplate(findTemplateDirectory());
  return (scenario, spec) => {
    const { repositoryOwner, name } = scenario;
    const url = `http://${config.host}:${config.ports.git}/${repositoryOwner}/${name}.git`;
    const files = generateEnvironment(
      resolveEnvironment({ ...spec, delivery: { repository: { url } } }),
      { template },
    );
    return Object.fromEntries(files.map(file => [file.path, file.content]));
  };
}

async function commit(
  sandbox: Sandbox,
  { repositoryOwner: owner, name }: Scenario,
  files: Files,
  message: string,
): Promise<void> {
  await sandbox.repositories.commit(
    { owner, name },
    files,
    message,
    sandbox.clock.now(),
  );
}

/** Installed by hand long ago: no repository, no Application, no catalog entity. */
async function installOrphan(
  sandbox: Sandbox,
  scenario: Scenario,
  files: Files,
): Promise<void> {
  const [, applicationFile] =
    Object.entries(files).find(([path]) => path.startsWith('argocd/')) ?? [];
  const application = parse(
    (applicationFile ?? '')
      .split(/^---$/m)
      .find(text => /^kind: Application$/m.test(text)) ?? '',
  ) as Application;
  const { cluster } = sandbox.cluster(scenario.cluster);
  const folder = await mkdtemp(join(tmpdir(), 'sandbox-orphan-'));
  try {
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), content);
    }
    const manifests = await renderApplication(
      {
        helm: await requireTool('helm'),
        kubectl: await requireTool('kubectl'),
        kinds: cluster.store.kinds,
        kubernetesVersion: cluster.kubernetesVersion,
      },
      application,
      folder,
    );
    cluster.store.put(
      namespace(application.spec.destination.namespace ?? scenario.name),
    );
    for (const manifest of manifests) {
      const { metadata, ...rest } = prepare(cluster, application, manifest);
      if (metadata.annotations?.['helm.sh/hook']) continue;
      const { 'argocd.argoproj.io/tracking-id': _mark, ...annotations } =
        metadata.annotations ?? {};
      cluster.store.put({ ...rest, metadata: { ...metadata, annotations } });
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function happen(
  sandbox: Sandbox,
  scenario: Scenario,
  event: ScenarioEvent,
  generate: Generate,
): Promise<void> {
  const state = sandbox.states.of(scenario.name);
  const now = sandbox.clock.now();
  switch (event.kind) {
    case 'break':
      state.breakages.set(event.breakage, { since: now });
      sandbox
        .cluster(scenario.cluster)
        .controlPlane.kubelet.crashServers(scenario.name, now);
      break;
    case 'load':
      state.loadFactor = event.factor;
      break;
    case 'pause-sync':
      state.isSyncPaused = true;
      break;
    default:
      await commit(
        sandbox,
        scenario,
        generate(scenario, event.spec),
        event.message,
      );
      await sandbox.watcher.refresh();
  }
}

/** Hour by hour, with time in each for what became due: backups above all. */
function replay(sandbox: Sandbox, until: number): void {
  const { clock } = sandbox;
  while (clock.now() < until) {
    const hour = Math.floor(clock.now() / HOUR) * HOUR + HOUR;
    sandbox.playUntil(Math.min(hour, until), HOUR);
    sandbox.playUntil(Math.min(hour + MINUTE, until), 15 * SECOND);
  }
}

/** Plays the past of the environments, up to the present. */
export async function seedScenarios(
  sandbox: Sandbox,
  scenarios: Scenario[] = SCENARIOS,
): Promise<void> {
  const { clock, repositories } = sandbox;
  const present = clock.present();
  clock.play(present - AGE);
  sandbox.states.clear();
  sandbox.furnish();
  const generate = await generatorFor(sandbox);
  const lay = async (scenario: Scenario) => {
    const { name, repositoryOwner: owner } = scenario;
    // What was pushed to a scenario's repository ends with the run.
    await rm(repositories.path({ owner, name }), {
      recursive: true,
      force: true,
    });
    const files = generate(scenario, scenario.spec);
    if (scenario.isOrphan) await installOrphan(sandbox, scenario, files);
    else await commit(sandbox, scenario, files, 'Create the Elsa environment');
  };
  await Promise.all(scenarios.map(lay));
  await sandbox.watcher.refresh();
  sandbox.settle(present);
  clock.play(Math.max(clock.now(), present - REPLAYED));
  const events = scenarios
    .flatMap(scenario => scenario.events.map(event => ({ scenario, event })))
    .sort((one, other) => other.event.hoursAgo - one.event.hoursAgo);
  for (const { scenario, event } of events) {
    replay(sandbox, present - event.hoursAgo * HOUR);
    await happen(sandbox, scenario, event, generate);
    sandbox.settle(present);
  }
  replay(sandbox, present - 2 * MINUTE);
  sandbox.settle(present);
  clock.followPresent();
  sandbox.step();
}
