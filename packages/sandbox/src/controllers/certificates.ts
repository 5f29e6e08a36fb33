import { DAY, SECOND, timestamp } from '../clock';
import { environmentOf } from '../environmentState';
import type {
  Condition,
  KeyedData,
  KubernetesObject,
} from '../kubernetes/types';
import { withCondition } from './conditions';
import type { ControllerContext } from './context';

interface Certificate extends KubernetesObject {
  spec: { secretName: string; issuerRef: { name: string; kind?: string } };
  status?: {
    conditions: Condition[];
    notBefore?: string;
    notAfter?: string;
    renewalTime?: string;
    revision?: number;
  };
}

/** An ACME order with an HTTP challenge takes about this long. */
const ISSUING_TIME = 12 * SECOND;
const LIFETIME = 90 * DAY;
const RENEW_BEFORE = 30 * DAY;

function ready(
  certificate: Certificate,
  condition: Pick<Condition, 'status' | 'reason' | 'message'>,
  now: number,
): Condition[] {
  return withCondition(
    certificate.status?.conditions.filter(row => row.type === 'Ready'),
    {
      type: 'Ready',
      observedGeneration: certificate.metadata.generation,
      ...condition,
    },
    now,
  );
}

/** While the order of the first certificate runs. */
function reportIssuing(
  { cluster, now }: ControllerContext,
  certificate: Certificate,
): void {
  const message = `Issuing certificate as Secret does not exist`;
  cluster.store.putStatus(certificate, {
    conditions: withCondition(
      ready(
        certificate,
        { status: 'False', reason: 'DoesNotExist', message },
        now,
      ),
      { type: 'Issuing', status: 'True', reason: 'DoesNotExist', message },
      now,
    ),
  });
}

function expire(
  { cluster, now }: ControllerContext,
  certificate: Certificate,
): void {
  const notAfter = now - 3_600 * SECOND;
  cluster.store.putStatus(certificate, {
    ...certificate.status,
    notBefore: timestamp(notAfter - LIFETIME),
    notAfter: timestamp(notAfter),
    renewalTime: timestamp(notAfter - RENEW_BEFORE),
    conditions: ready(
      certificate,
      {
        status: 'False',
        reason: 'Expired',
        message: `Certificate expired on ${new Date(notAfter).toUTCString()}`,
      },
      now,
    ),
  });
}

function issue(
  { cluster, events, now }: ControllerContext,
  certificate: Certificate,
): void {
  const { name, namespace } = certificate.metadata;
  const { secretName, issuerRef } = certificate.spec;
  cluster.store.put<KeyedData>({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: secretName,
      namespace,
      annotations: {
        'cert-manager.io/certificate-name': name,
        'cert-manager.io/issuer-name': issuerRef.name,
      },
    },
    type: 'kubernetes.io/tls',
    data: { 'tls.crt': '', 'tls.key': '' },
  });
  cluster.store.putStatus(certificate, {
    notBefore: timestamp(now),
    notAfter: timestamp(now + LIFETIME),
    renewalTime: timestamp(now + LIFETIME - RENEW_BEFORE),
    revision: (certificate.status?.revision ?? 0) + 1,
    conditions: ready(
      certificate,
      {
        status: 'True',
        reason: 'Ready',
        message: 'Certificate is up to date and has not expired',
      },
      now,
    ),
  });
  events.record(certificate, {
    reason: 'Issuing',
    message: 'The certificate has been successfully issued',
    component: 'cert-manager-certificates-issuing',
    at: now,
  });
}

function reconcileCertificate(
  context: ControllerContext,
  certificate: Certificate,
): void {
  const { states, now } = context;
  const { metadata, status } = certificate;
  const createdAt = Date.parse(metadata.creationTimestamp ?? '');
  if (now < createdAt + ISSUING_TIME) {
    reportIssuing(context, certificate);
  } else if (states.of(environmentOf(certificate)).isCertificateExpired) {
    const isKnown = Date.parse(status?.notAfter ?? '') < now;
    if (!isKnown) expire(context, certificate);
  } else if (!status?.notAfter || now >= Date.parse(status.renewalTime ?? '')) {
    issue(context, certificate);
  }
}

export function reconcileCertificates(context: ControllerContext): void {
  context.cluster
    .list<Certificate>('cert-manager.io/v1', 'Certificate')
    .forEach(certificate => reconcileCertificate(context, certificate));
}
