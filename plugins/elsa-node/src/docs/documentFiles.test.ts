import { execFileSync } from 'child_process';
import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import type { EnvironmentTemplate } from '../files/types';
import { readTemplate } from '../template/readTemplate';
import { findTemplateDirectory } from '../template/templateDirectory';
import { documentFiles } from './documentFiles';

const base = {
  metadata: { name: 'payments-production' },
  owner: 'group:default/payments',
  preset: 'production',
  target: { cluster: 'production-eu', namespace: 'payments-elsa' },
  exposure: { host: 'elsa.example.com' },
};
const clustered = {
  profile: 'clustered',
  server: { repository: 'registry.example.com/elsa', tag: '1.0.0' },
};

describe('documentFiles', () => {
  let template: EnvironmentTemplate;
  beforeAll(async () => {
    template = await readTemplate(findTemplateDirectory());
  });

  const write = (change: object, path: string) =>
    documentFiles([resolveEnvironment({ ...base, ...change })], template)
      .filter(file => file.path === path)
      .map(({ content }) => content)
      .join('');
  const readme = (change: object = {}) => write(change, 'README.md');
  const runbook = (change: object = {}) => write(change, 'docs/runbook.md');

  it('should say where the command comes from, and to whom a system belongs', () => {
    expect(readme()).toContain(
      'npx --package @elsa-portal/backstage-plugin-elsa-node elsa-manifests',
    );
    expect(readme()).toContain('set `system: system:default/payments`');
    expect(readme({ system: 'payments' })).not.toContain('set `system:');
  });

  it('should hand over the StatefulSets of an earlier chart that the spec embeds, and no others', () => {
    const handedOver = (change: object) =>
      [
        ...runbook(change).matchAll(
          /delete statefulset\/(\S+) --cascade=orphan/g,
        ),
      ].map(([, name]) => name);
    const services = {
      host: clustered,
      redis: { enabled: true, mode: 'embedded' },
      rabbitmq: { enabled: true, mode: 'embedded' },
    };
    const external = {
      mode: 'external',
      instances: 1,
      external: { host: 'db.example.com' },
    };
    expect(handedOver({ ...services, database: external })).toEqual([
      'payments-production-redis',
      'payments-production-rabbitmq',
    ]);
    expect(
      handedOver({ ...services, database: { mode: 'cloudnativepg' } }),
    ).toEqual(['payments-production-redis', 'payments-production-rabbitmq']);
    expect(
      handedOver({ preset: 'staging', database: { mode: 'embedded' } }),
    ).toEqual(['payments-production-postgresql']);
  });

  it('should say in which order Argo CD leaves the number of pods to an autoscaler', () => {
    const delivery = {
      repository: { url: 'https://git.example.com/payments/deployment.git' },
    };
    expect(readme({ delivery })).toMatch(
      /before you merge.*\n\n```sh\nkubectl apply --server-side --filename argocd\/payments-production\.yaml\n```/,
    );
    expect(readme({ delivery: { argocd: { enabled: false } } })).not.toContain(
      'before you merge',
    );
  });

  it('should say how Kustomize leaves the number of pods to an autoscaler', () => {
    const handOver = '--field-manager=autoscaler-handover';
    const argocd = { enabled: false };
    const text = readme({ delivery: { packaging: 'kustomize', argocd } });
    expect(text).toMatch(
      /kubectl get deployment\/payments-production-server --namespace \S+ --output go-template='([^']+)' \| kubectl apply --server-side/,
    );
    const [, written] = /go-template='([^']+)'/.exec(text) ?? [];
    expect(
      JSON.parse(
        written
          .replace('{{.metadata.name}}', 'payments-production-server')
          .replace('{{.spec.replicas}}', '4'),
      ),
    ).toEqual({
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name: 'payments-production-server' },
      spec: { replicas: 4 },
    });
    expect(readme({ delivery: { packaging: 'helm', argocd } })).not.toContain(
      handOver,
    );
    expect(
      readme({
        delivery: {
          packaging: 'kustomize',
          repository: { url: 'https://git.example.com/payments/deploy.git' },
        },
      }),
    ).not.toContain(handOver);
  });

  it('should say that CI checks specs only where there is CI', () => {
    const text = 'runs `elsa-manifests validate` on every spec';
    expect(readme({ delivery: { ci: 'gitlab' } })).toContain(text);
    expect(readme({ delivery: { ci: 'none' } })).not.toContain(text);
  });

  it('should say what an image of your own has to offer, and nothing of others', () => {
    const own = readme({
      host: { ...clustered, environmentKeys: { lockProvider: 'LOCKS' } },
    });
    expect(own).toMatch(/Reads where its locks are .*Postgres.* `LOCKS`/);
    expect(own).toMatch(/Is ready when it answers \| `\/health\/ready`/);
    expect(own).not.toContain('RabbitMQ');
    expect(readme()).not.toContain('Requirements for the server image');
  });

  it('should name what the spec refers to and nothing here makes', () => {
    const text = readme({
      host: { imagePullSecrets: ['registry'] },
      database: {
        mode: 'external',
        instances: 1,
        external: {
          host: 'db.example.com',
          caSecret: { name: 'database-ca', key: 'ca.crt' },
        },
      },
      backup: { enabled: false },
      server: {
        env: [{ name: 'Token', secret: { name: 'team', key: 'token' } }],
        volumes: [
          {
            name: 'data',
            mountPath: '/mnt/data',
            persistentVolumeClaim: 'shared',
          },
        ],
      },
    });
    for (const what of [
      'Secret registry',
      'Secret database-ca with key ca.crt',
      'Secret team with key token',
      'PersistentVolumeClaim shared',
    ]) {
      expect(text).toContain(`| ${what} |`);
    }
    expect(text).toContain(
      '`kubectl get secret database-ca --namespace payments-elsa`',
    );
  });

  it("should ask for the mesh's CNI plugin where pods may not change the network", () => {
    const linkerd = (podSecurity: string) =>
      readme({ mesh: { kind: 'linkerd' }, security: { podSecurity } });
    expect(linkerd('restricted')).toContain("Linkerd's CNI plugin");
    expect(linkerd('baseline')).toContain("Linkerd's CNI plugin");
    expect(linkerd('none')).not.toContain("Linkerd's CNI plugin");
  });

  it('should not promise to delete what nobody deletes', () => {
    expect(readme()).toContain('kept until someone deletes them');
    expect(readme()).not.toContain('kept 30 days');
    const stored = readme({
      backup: {
        enabled: true,
        method: 'object-store',
        objectStore: { destinationPath: 's3://backups/a' },
      },
    });
    expect(stored).toContain('kept 30 days');
  });

  it.each([
    ['s3://backups/a', ['access-key-id', 'secret-access-key']],
    ['gs://backups/a', ['google-credentials.json']],
    [
      'https://backups.blob.core.windows.net/a',
      ['storage-account', 'storage-key'],
    ],
  ])(
    'should say how the credentials of %s come into the cluster',
    (destinationPath, keys) => {
      const stored = (fields: object = {}, useWorkloadIdentity = false) =>
        readme({
          backup: {
            enabled: true,
            method: 'object-store',
            objectStore: { destinationPath, useWorkloadIdentity },
          },
          ...fields,
        });
      const [, commands = ''] =
        /kubectl create secret generic payments-production-backup ([^)]*)/.exec(
          stored(),
        ) ?? [];
      for (const key of keys) {
        expect(commands).toMatch(
          new RegExp(`--from-(literal|file)=${key}="\\$BACKUP_[A-Z_]+"`),
        );
      }
      const external = stored({
        secrets: {
          kind: 'external-secrets',
          store: { name: 'vault' },
          remotePath: 'teams/a',
        },
      });
      for (const key of keys) {
        expect(external).toContain(`| \`teams/a/backup\` | \`${key}\` |`);
      }
      expect(stored({}, true)).not.toContain('payments-production-backup ');
    },
  );

  it('should write commands that survive being pasted', () => {
    const text = readme({
      database: {
        mode: 'external',
        instances: 1,
        external: { host: 'db.example.com', tls: 'require' },
      },
      backup: { enabled: false },
    });
    const [block] = /\(\nprintf[\s\S]*?\n\)\n/.exec(text) ?? [''];
    expect(block).toContain('read -rs DATABASE_PASSWORD');
    // A shell that reads its commands from where `read` reads its answer.
    const output = execFileSync('bash', ['-s'], {
      input: `kubectl() { printf '%s\\n' "$@"; }\n${block}the answer\n`,
      encoding: 'utf8',
    });
    expect(output).toContain('--from-literal=password=the answer');
  });

  it('should give commands for these very choices', () => {
    const shared = runbook();
    expect(shared).not.toContain('certificate.cert-manager.io');
    expect(shared).not.toContain('redis');
    expect(shared).not.toContain('externalsecrets');
    const istio = runbook({
      host: clustered,
      mesh: { kind: 'istio' },
      exposure: { kind: 'istio', host: 'elsa.example.com' },
    });
    expect(istio).toContain(
      'kubectl --namespace=istio-ingress describe certificate.cert-manager.io/payments-production-tls',
    );
    expect(istio).toContain('virtualservices.networking.istio.io');
    expect(istio).not.toContain('httproutes.gateway');
  });
});
