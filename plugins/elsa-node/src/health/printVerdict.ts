import { type HealthReason } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import {
  resolveRunbook,
  runbookContext,
} from '@elsa-portal/backstage-plugin-elsa-common/runbook';
import type { Verdict } from './judgeObjects';

/** A verdict as programs read it. */
export function verdictAsJson({ status, reasons }: Verdict): string {
  const entries = reasons.map(({ code, health, component, message }) => ({
    code,
    health,
    component,
    message,
    // It warns and does not count, as in the tab.
    ...(health === 'Healthy' ? { isRemark: true } : {}),
  }));
  return `${JSON.stringify({ status, reasons: entries }, null, 2)}\n`;
}

/** A verdict as people read it, with what to do about each reason. */
export function verdictAsText(verdict: Verdict): string {
  const isRemark = ({ health }: HealthReason) => health === 'Healthy';
  const faults = verdict.reasons.filter(reason => !isRemark(reason));
  const remarks = verdict.reasons.filter(isRemark);
  const told = new Set<string>();
  const list = (reasons: readonly HealthReason[]) =>
    reasons.map(reason => describe(verdict, reason, told)).join('\n');
  return [
    `${verdict.environment}: ${verdict.status}\n`,
    ...(faults.length > 0 ? [list(faults)] : []),
    ...(remarks.length > 0
      ? [`Remarks, which do not change the health:\n\n${list(remarks)}`]
      : []),
  ].join('\n');
}

function describe(
  verdict: Verdict,
  reason: HealthReason,
  told: Set<string>,
): string {
  const detail = reason.evidence?.message;
  return [
    `${reason.health}  ${reason.component}  ${reason.code}`,
    `  ${reason.message}`,
    ...(detail ? [`  The cluster says: ${detail.replace(/\s+/g, ' ')}`] : []),
    ...(reason.since ? [`  Since ${reason.since}`] : []),
    ...fixOf(verdict, reason, told),
    '',
  ].join('\n');
}

/** The steps of a runbook entry, in full only the first time it comes up. */
function fixOf(
  { evaluation, environment, namespace }: Verdict,
  reason: HealthReason,
  told: Set<string>,
): string[] {
  const entry = resolveRunbook(
    reason.runbook,
    runbookContext(
      {
        name: environment,
        namespace,
        components: evaluation.components,
        certificates: evaluation.certificates,
        links: [],
        argoCd: evaluation.argoCd,
      },
      reason,
    ),
  );
  if (!entry) {
    return [];
  }
  if (told.has(entry.id)) {
    return [`  What to do: as above, "${entry.title}"`];
  }
  told.add(entry.id);
  return [
    `  What to do: ${entry.title}`,
    ...entry.steps.flatMap(({ text, command }) => [
      `  - ${text}`,
      ...(command ? [`      ${command}`] : []),
    ]),
  ];
}
