/**
 * Records the objects of two of the sandbox's environments as templates for
 * the benchmark: `npm start`, wait until payments-production and
 * billing-staging run, then
 *
 *   node test/bench/status/recordObjects.mjs
 */
import { writeFileSync } from 'node:fs';

/** What a template says in place of the values that differ by environment. */
const ENVIRONMENT = '{{environment}}';
const NAMESPACE = '{{namespace}}';
const ID = '{{id}}';
const OWNER = '{{owner}}';

const SCENARIOS = [
  {
    file: 'production',
    environment: 'payments-production',
    namespace: 'payments-elsa',
    cluster: 'http://127.0.0.1:7101',
    token: 'sandbox-production-eu-token',
  },
  {
    file: 'staging',
    environment: 'billing-staging',
    namespace: 'billing-elsa',
    cluster: 'http://127.0.0.1:7102',
    token: 'sandbox-staging-eu-token',
  },
];

/** Kinds that Backstage's Kubernetes plugin or ours asks for. */
const PATHS = [
  'api/v1/pods',
  'api/v1/services',
  'api/v1/configmaps',
  'api/v1/persistentvolumeclaims',
  'apis/apps/v1/deployments',
  'apis/apps/v1/statefulsets',
  'apis/apps/v1/replicasets',
  'apis/autoscaling/v2/horizontalpodautoscalers',
  'apis/policy/v1/poddisruptionbudgets',
  'apis/batch/v1/jobs',
  'apis/batch/v1/cronjobs',
  'apis/networking.k8s.io/v1/ingresses',
  'apis/gateway.networking.k8s.io/v1/httproutes',
  'apis/cert-manager.io/v1/certificates',
  'apis/external-secrets.io/v1/externalsecrets',
  'apis/postgresql.cnpg.io/v1/clusters',
  'apis/argoproj.io/v1alpha1/applications',
];

async function list({ cluster, token, environment }, path) {
  const selector = `app.kubernetes.io/part-of=elsa-workflows,app.kubernetes.io/instance=${environment}`;
  const answer = await fetch(
    `${cluster}/${path}?labelSelector=${encodeURIComponent(selector)}`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  return (await answer.json()).items;
}

/** Makes a template of one object's text; ids stay 36 characters long. */
function toTemplate(text, { environment, namespace }) {
  const ids = new Map();
  return text
    .replace(
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g,
      id => {
        if (!ids.has(id)) ids.set(id, `${id.slice(0, 30)}${ID}`);
        return ids.get(id);
      },
    )
    .replace(/("elsa-portal\.io\/owner": )"[^"]*"/g, `$1"${OWNER}"`)
    .replaceAll(environment, ENVIRONMENT)
    .replaceAll(namespace, NAMESPACE);
}

for (const scenario of SCENARIOS) {
  const objects = {};
  for (const path of PATHS) {
    const items = await list(scenario, path);
    if (items.length > 0) objects[path] = items;
  }
  const text = toTemplate(JSON.stringify(objects, null, 2), scenario);
  writeFileSync(
    new URL(`objects/${scenario.file}.json`, import.meta.url),
    `${text}\n`,
  );
  const counts = Object.entries(objects).map(
    ([path, items]) => `${items.length} ${path.split('/').pop()}`,
  );
  process.stdout.write(`${scenario.file}: ${counts.join(', ')}\n`);
}
