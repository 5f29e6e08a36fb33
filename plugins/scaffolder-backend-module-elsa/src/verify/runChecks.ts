import { maskCredentials } from '@elsa-portal/backstage-plugin-elsa-common/secrets';
import type { Check, CheckContext, Finding } from './types';

/** What was checked and what came out. */
export interface VerificationReport {
  ran: string[];
  skipped: Array<{ check: string; reason: string }>;
  findings: Finding[];
}

/** Runs every check, even after one found something. */
export async function runChecks(
  checks: Check[],
  context: CheckContext,
): Promise<VerificationReport> {
  const report: VerificationReport = { ran: [], skipped: [], findings: [] };
  for (const check of checks) {
    context.signal?.throwIfAborted();
    const result = await check.run(context);
    if (result.hasRun) {
      report.ran.push(check.id);
      report.findings.push(
        // Helm and parsers quote what they refuse.
        ...result.findings.map(finding => ({
          check: check.id,
          ...finding,
          message: maskCredentials(finding.message),
        })),
      );
    } else {
      report.skipped.push({ check: check.id, reason: result.reason });
    }
  }
  return report;
}

/** One finding as a line. */
export function describeFinding(finding: Finding): string {
  const where = finding.file ? ` ${finding.file}:` : '';
  return `[${finding.check}]${where} ${finding.message}`;
}
