import type { CertificateStatus } from '../../contract';
import {
  findCondition,
  nameOf,
  readList,
  readMilliseconds,
  readTime,
} from '../read';
import { renewalTimeOf } from './renewal';

/** A cert-manager Certificate; one past its end is not ready. @public */
export function summarizeCertificate(
  object: unknown,
  now: number,
): CertificateStatus {
  const ready = findCondition(object, 'Ready');
  const notAfter = readTime(object, 'status', 'notAfter');
  const renewalAt = renewalTimeOf(object);
  const isExpired =
    (readMilliseconds(object, 'status', 'notAfter') ?? Infinity) <= now;
  return {
    name: nameOf(object),
    dnsNames: readList(object, 'spec', 'dnsNames').filter(
      name => typeof name === 'string',
    ),
    isReady: ready?.status === 'True' && !isExpired,
    ...(notAfter ? { notAfter } : {}),
    ...(renewalAt ? { renewalAt } : {}),
    ...(ready?.message ? { message: ready.message } : {}),
  };
}
