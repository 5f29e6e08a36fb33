import type { SecurityFinding } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { storableText } from '../text';

/** More images than these say nothing that the first do not. */
const MAX_FINDINGS = 20;
const MAX_IMAGE_LENGTH = 500;

/** As JSON, with names of images cut that only somebody hostile would choose. */
export function writeFindings(
  findings: readonly SecurityFinding[] = [],
): string | null {
  return findings.length === 0
    ? null
    : JSON.stringify(
        findings.slice(0, MAX_FINDINGS).map(finding => ({
          ...finding,
          image: storableText(finding.image, MAX_IMAGE_LENGTH),
        })),
      );
}

/** Never fails: the next reading overwrites a damaged value. */
export function readFindings(
  column: string | null,
): SecurityFinding[] | undefined {
  if (column === null) {
    return undefined;
  }
  try {
    const value: unknown = JSON.parse(column);
    const findings = Array.isArray(value) ? value.filter(isFinding) : [];
    return findings.length > 0 ? findings : undefined;
  } catch {
    return undefined;
  }
}

function isFinding(value: unknown): value is SecurityFinding {
  const finding = (value ?? {}) as Partial<Record<string, unknown>>;
  return (
    [finding.id, finding.version, finding.image].every(
      text => typeof text === 'string',
    ) && Number.isInteger(finding.pods)
  );
}
