import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KUBERNETES = '1.35.4';
const ETCD = '3.6.13';
const STAGING =
  'api apiextensions-apiserver apimachinery apiserver cli-runtime client-go cloud-provider cluster-bootstrap code-generator component-base component-helpers controller-manager cri-api cri-client csi-translation-lib dynamic-resource-allocation endpointslice externaljwt kms kube-aggregator kube-controller-manager kube-proxy kube-scheduler kubectl kubelet metrics mount-utils pod-security-admission sample-apiserver'.split(
    ' ',
  );
const COMPONENTS = {
  apiserver: ['kube-apiserver', 'NewAPIServerCommand'],
  cm: ['kube-controller-manager', 'NewControllerManagerCommand'],
  sched: ['kube-scheduler', 'NewSchedulerCommand'],
};

function go(folder, args) {
  const { status, stderr } = spawnSync('go', args, {
    cwd: folder,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`go ${args.join(' ')}:\n${stderr}`);
}

function writeModule(folder, name, lines, programs) {
  for (const [program, source] of Object.entries(programs)) {
    mkdirSync(join(folder, program), { recursive: true });
    writeFileSync(join(folder, program, 'main.go'), source);
  }
  writeFileSync(
    join(folder, 'go.mod'),
    [`module ${name}`, 'go 1.25.0', ...lines, ''].join('\n'),
  );
}

function build(folder, target, program) {
  const version = 'k8s.io/component-base/version';
  const [major, minor] = KUBERNETES.split('.');
  go(folder, [
    ...['build', '-mod=mod', '-o', target, '-ldflags'],
    `-s -w -X ${version}.gitVersion=v${KUBERNETES} -X ${version}.gitMajor=${major} -X ${version}.gitMinor=${minor}`,
    `./${program}`,
  ]);
}

/** Whether the programs are there or can be built. */
export function canHaveBinaries() {
  return (
    Boolean(process.env.ELSA_KUBERNETES_BINARIES) ||
    spawnSync('go', ['version']).status === 0
  );
}

/**
 * etcd and Kubernetes' own programs: from the folder that
 * ELSA_KUBERNETES_BINARIES names, or built from their Go modules, which takes
 * ten minutes the first time.
 *
 * @param {string} cache folder that keeps what was built
 * @returns paths by name
 */
export function findBinaries(cache) {
  const given = process.env.ELSA_KUBERNETES_BINARIES;
  const folder = given ?? join(cache, `kubernetes-${KUBERNETES}`);
  const paths = {
    etcd: join(folder, 'etcd'),
    apiserver: join(folder, 'apiserver'),
    cm: join(folder, 'cm'),
    sched: join(folder, 'sched'),
  };
  if (given || Object.values(paths).every(existsSync)) return paths;
  const sources = join(folder, 'sources');
  writeModule(
    join(sources, 'etcd'),
    'etcd',
    [`require go.etcd.io/etcd/server/v3 v${ETCD}`],
    {
      main: 'package main\n\nimport (\n\t"os"\n\n\t"go.etcd.io/etcd/server/v3/etcdmain"\n)\n\nfunc main() { etcdmain.Main(os.Args) }\n',
    },
  );
  build(join(sources, 'etcd'), paths.etcd, 'main');
  const minor = KUBERNETES.replace(/^1/, '0');
  writeModule(
    join(sources, 'kubernetes'),
    'kubernetes',
    [
      `require k8s.io/kubernetes v${KUBERNETES}`,
      `require k8s.io/component-base v${minor}`,
      ...STAGING.map(
        name => `replace k8s.io/${name} => k8s.io/${name} v${minor}`,
      ),
    ],
    Object.fromEntries(
      Object.entries(COMPONENTS).map(([name, [command, create]]) => [
        name,
        `package main\n\nimport (\n\t"os"\n\n\t"k8s.io/component-base/cli"\n\t"k8s.io/kubernetes/cmd/${command}/app"\n)\n\nfunc main() { os.Exit(cli.Run(app.${create}())) }\n`,
      ]),
    ),
  );
  for (const name of Object.keys(COMPONENTS)) {
    build(join(sources, 'kubernetes'), paths[name], name);
  }
  return paths;
}
