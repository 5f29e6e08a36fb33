import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import { parse } from 'yaml';
import { kustomizeFiles } from './kustomizeFiles';

const spec = resolveEnvironment({
  metadata: { name: 'payments' },
  owner: 'payments',
  target: { cluster: 'eu' },
  exposure: { host: 'elsa.example.com' },
}).spec;
const object = (kind: string, component: string, hook?: string) => ({
  apiVersion: 'v1',
  kind,
  metadata: {
    name: 'payments-server',
    labels: { 'app.kubernetes.io/component': component },
    ...(hook && { annotations: { 'helm.sh/hook': hook } }),
  },
});

describe('kustomizeFiles', () => {
  it("should put objects into the guide's folders and leave tests out", () => {
    const files = kustomizeFiles(spec, [
      object('Service', 'server'),
      object('Ingress', 'exposure'),
      object('Pod', 'test', 'test'),
    ]);
    expect(files.map(file => file.path)).toEqual([
      'k8s/base/payments/elsa-server/service-payments-server.yaml',
      'k8s/base/payments/ingress/ingress-payments-server.yaml',
      'k8s/base/payments/kustomization.yaml',
      'k8s/overlays/payments/kustomization.yaml',
    ]);
    expect(parse(files[2].content).resources).toEqual([
      'elsa-server/service-payments-server.yaml',
      'ingress/ingress-payments-server.yaml',
    ]);
  });

  it('should refuse two objects of one name', () => {
    expect(() =>
      kustomizeFiles(spec, [
        object('Service', 'server'),
        object('Service', 'server'),
      ]),
    ).toThrow(/kind and name are the same/);
  });

  it('should leave patches in an overlay alone', () => {
    const overlay = {
      path: 'k8s/overlays/payments/kustomization.yaml',
      content: '# ours\n',
    };
    const files = kustomizeFiles(spec, [], [overlay]);
    expect(files).toContainEqual(overlay);
  });
});
