import {
  name as packageName,
  version as packageVersion,
} from '../../package.json';
import type { GeneratedFile, Spec } from '../files/types';
import { toYaml } from '../files/yaml';

/** Both majors that are in use: Helm 3 gets security fixes until February 2027. */
const HELM_VERSIONS = ['v4.2.4', 'v3.21.4'];
const PROMTOOL_IMAGE = 'docker.io/prom/prometheus:v3.14.0';
const YQ_IMAGE = 'docker.io/mikefarah/yq:4.47.2';
const NODE_IMAGE = 'docker.io/library/node:24-alpine';
const KUBECONFORM_IMAGE =
  'ghcr.io/yannh/kubeconform:v0.7.0-alpine@sha256:8f0eeaaa96ba27ba1500b0e4b1c215acc358d159c62a7ecae58d7a03403287b0';

/** Schemas by commit, like the actions. Patches of a Kubernetes minor do not change its API. */
const KUBERNETES_SCHEMAS =
  'https://raw.githubusercontent.com/yannh/kubernetes-json-schema/8df8a883b68a24a104b4a9e43c1288090ae60b3b/{{.NormalizedKubernetesVersion}}-standalone{{.StrictSuffix}}/{{.ResourceKind}}{{.KindSuffix}}.json';

/** Actions by commit: a tag can be moved to other code. */
const ACTIONS = {
  checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1',
  setupHelm: 'azure/setup-helm@9bc31f4ebc9c6b171d7bfbaa5d006ae7abdb4310',
};

const COMMENT = [
  'Only validates: what runs in the cluster is brought there by Argo CD or by',
  'hand, never from here. Reads the environments from the folders, so adding one',
  'changes nothing here.',
].join('\n');

/** Environment's name and namespace come from file names and the spec beside them. */
const EACH_ENVIRONMENT = [
  'set -euo pipefail',
  'mkdir -p rendered',
  'for folder in environments/*/; do',
  '  environment=$(basename "$folder")',
];

/**
 * Each spec by the generator that wrote it, against the record of where the
 * data is: who edits a spec by hand has not asked the generator yet.
 */
const VALIDATE_SPECS = [
  'status=0',
  'for spec in .elsa/*.yaml; do',
  `  npx --yes --package ${packageName}@${packageVersion} elsa-manifests validate "$spec" || status=1`,
  'done',
  'exit $status',
].join('\n');

const lint = (spec: Spec) =>
  [
    ...EACH_ENVIRONMENT,
    '  helm lint --strict charts/elsa-workflows --values "$folder/values.yaml"',
    '  helm template "$environment" charts/elsa-workflows \\',
    '    --namespace "$(cat "$folder/namespace")" \\',
    `    --kube-version ${spec.target.kubernetesVersion}.0 \\`,
    '    --values "$folder/values.yaml" > "rendered/$environment.yaml"',
    'done',
  ].join('\n');

const EXTRACT_RULES = [
  'set -euo pipefail',
  'for file in rendered/*.yaml; do',
  '  environment=$(basename "$file" .yaml)',
  '  folder="environments/$environment"',
  '  [ -f "$folder/rules.test.yaml" ] || continue',
  `  yq eval-all '[select(.kind == "PrometheusRule") | .spec.groups[]] | {"groups": .}' \\`,
  '    "$file" > "$folder/rules.yaml"',
  'done',
].join('\n');

const KUSTOMIZE = [
  'set -euo pipefail',
  'mkdir -p rendered',
  'for folder in k8s/overlays/*/; do',
  '  kubectl kustomize "$folder" > "rendered/$(basename "$folder").yaml"',
  'done',
].join('\n');

const PROMTOOL = [
  'for tests in environments/*/rules.test.yaml; do',
  '  [ -e "$tests" ] || continue',
  '  promtool check rules "$(dirname "$tests")/rules.yaml"',
  '  promtool test rules "$tests"',
  'done',
].join('\n');

const DOCKER_VALIDATE_SPECS = [
  'docker run --rm --volume "$PWD:/repository:ro" --workdir /repository \\',
  `  --entrypoint /bin/sh ${NODE_IMAGE} -euc '`,
  VALIDATE_SPECS,
  "'",
].join('\n');

const DOCKER_PROMTOOL = [
  'docker run --rm --volume "$PWD:/repository" --workdir /repository \\',
  `  --entrypoint /bin/sh ${PROMTOOL_IMAGE} -euc '`,
  PROMTOOL,
  "'",
].join('\n');

/**
 * Checks what was rendered against the schemas of Kubernetes itself; kinds that
 * operators bring have none there and are skipped. Where not one object was
 * valid, the schemas were not found, and nothing was checked.
 */
const checkSchemas = (spec: Spec, kubeconform: string, folder: string) =>
  [
    'set -euo pipefail',
    `result=$(${kubeconform} -strict -summary -ignore-missing-schemas \\`,
    `  -kubernetes-version ${spec.target.kubernetesVersion}.0 \\`,
    `  -schema-location '${KUBERNETES_SCHEMAS}' \\`,
    `  ${folder}) || { echo "$result"; exit 1; }`,
    'echo "$result"',
    'case "$result" in',
    '  *"Valid: 0,"*) echo "No object was checked: the schemas were not found"; exit 1 ;;',
    'esac',
  ].join('\n');

const DOCKER_KUBECONFORM = `docker run --rm --volume "$PWD/rendered:/rendered:ro" ${KUBECONFORM_IMAGE}`;

/** The workflow for the repository's host; none when the spec wants none. */
export function ciFiles(spec: Spec): GeneratedFile[] {
  switch (spec.delivery.ci) {
    case 'github':
      return [
        {
          path: '.github/workflows/validate.yaml',
          content: toYaml(githubWorkflow(spec), COMMENT),
        },
      ];
    case 'gitlab':
      return [
        {
          path: '.gitlab-ci.yml',
          content: toYaml(gitlabPipeline(spec), COMMENT),
        },
      ];
    default:
      return [];
  }
}

function githubWorkflow(spec: Spec) {
  const { branch } = spec.delivery.repository;
  const isKustomize = spec.delivery.packaging === 'kustomize';
  return {
    name: 'Validate',
    on: { push: { branches: [branch] }, pull_request: {} },
    permissions: { contents: 'read' },
    concurrency: {
      group: '${{ github.workflow }}-${{ github.ref }}',
      'cancel-in-progress': true,
    },
    jobs: {
      specs: {
        'runs-on': 'ubuntu-24.04',
        'timeout-minutes': 15,
        steps: [
          {
            uses: ACTIONS.checkout,
            with: { 'persist-credentials': false },
          },
          {
            name: 'Check the specs, and that they leave no data behind',
            run: DOCKER_VALIDATE_SPECS,
          },
        ],
      },
      validate: {
        'runs-on': 'ubuntu-24.04',
        'timeout-minutes': 15,
        ...(!isKustomize && {
          strategy: {
            'fail-fast': false,
            matrix: { helm: HELM_VERSIONS },
          },
        }),
        steps: [
          {
            uses: ACTIONS.checkout,
            with: { 'persist-credentials': false },
          },
          ...(isKustomize
            ? [{ name: 'Build every overlay', run: KUSTOMIZE }]
            : [
                {
                  uses: ACTIONS.setupHelm,
                  with: { version: '${{ matrix.helm }}' },
                },
                { name: 'Lint and render every environment', run: lint(spec) },
              ]),
          {
            name: 'Check the objects against the schemas of Kubernetes',
            run: checkSchemas(spec, DOCKER_KUBECONFORM, '/rendered'),
          },
          { name: 'Take the rules out', run: EXTRACT_RULES },
          { name: 'Check and test the rules', run: DOCKER_PROMTOOL },
        ],
      },
    },
  };
}

function gitlabPipeline(spec: Spec) {
  return {
    stages: ['render', 'rules', 'test'],
    specs: {
      stage: 'render',
      image: { name: NODE_IMAGE, entrypoint: [''] },
      script: [VALIDATE_SPECS],
    },
    render: {
      stage: 'render',
      ...(spec.delivery.packaging === 'kustomize'
        ? {
            image: {
              name: `docker.io/alpine/k8s:${spec.target.kubernetesVersion}.0`,
              entrypoint: [''],
            },
            script: [KUSTOMIZE],
          }
        : {
            parallel: {
              matrix: [
                {
                  HELM_VERSION: HELM_VERSIONS.map(version => version.slice(1)),
                },
              ],
            },
            image: {
              name: 'docker.io/alpine/helm:$HELM_VERSION',
              entrypoint: [''],
            },
            script: [lint(spec)],
          }),
      artifacts: { paths: ['rendered/'], expire_in: '1 day' },
    },
    schemas: {
      stage: 'test',
      image: { name: KUBECONFORM_IMAGE, entrypoint: [''] },
      script: [checkSchemas(spec, '/kubeconform', 'rendered')],
    },
    rules: {
      stage: 'rules',
      image: { name: YQ_IMAGE, entrypoint: [''] },
      script: [EXTRACT_RULES],
      artifacts: { paths: ['environments/'], expire_in: '1 day' },
    },
    test: {
      stage: 'test',
      image: { name: PROMTOOL_IMAGE, entrypoint: [''] },
      script: [PROMTOOL],
    },
  };
}
