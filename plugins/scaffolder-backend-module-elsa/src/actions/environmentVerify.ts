import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { OwnerAccess } from '../access/ownerAccess';
import type { ElsaScaffolderConfig } from '../config';
import { checks } from '../verify/checks';
import { listOwners } from '../verify/listOwners';
import { readRepository } from '../verify/readRepository';
import { describeFinding, runChecks } from '../verify/runChecks';
import { examples } from './environmentVerify.examples';
import { environmentVerifySchema } from './environmentVerify.schema';

/** Checks a generated deployment repository before anything of it is published. */
export function createEnvironmentVerifyAction(options: {
  config: ElsaScaffolderConfig;
  access: OwnerAccess;
}) {
  return createTemplateAction({
    id: 'elsa:environment:verify',
    description:
      'Checks a deployment repository in the workspace: the stored specs, the files themselves, and the chart with the real Helm where the host has it. Says which checks ran, and fails with all findings at once, or when the user may not create environments of an owner in it.',
    examples,
    supportsDryRun: true,
    schema: environmentVerifySchema,
    async handler(ctx) {
      const folder = resolveSafeChildPath(
        ctx.workspacePath,
        ctx.input.path ?? '.',
      );
      const repository = await readRepository(folder, ctx.input);
      await options.access.assertMayCreateFor(
        await listOwners(repository),
        await ctx.getInitiatorCredentials(),
      );
      const report = await runChecks(checks, {
        repository,
        config: options.config,
        temporaryFolder: await ctx.createTemporaryDirectory(),
        signal: ctx.signal,
      });
      for (const { check, reason } of report.skipped) {
        ctx.logger.warn(`Did not run ${check}: ${reason}`);
      }
      for (const finding of report.findings) {
        ctx.logger.warn(describeFinding(finding));
      }
      const errors = report.findings.filter(
        finding => finding.severity === 'error',
      );
      if (errors.length > 0) {
        throw new InputError(
          `The generated files have ${errors.length} error(s), nothing was published:\n${errors.map(describeFinding).join('\n')}`,
        );
      }
      const summary = `Checked: ${report.ran.join(', ')}.${
        report.skipped.length > 0
          ? ` Not checked: ${report.skipped.map(({ check, reason }) => `${check} (${reason})`).join(', ')}.`
          : ''
      }`;
      ctx.logger.info(summary);
      ctx.output('ran', report.ran);
      ctx.output('skipped', report.skipped);
      ctx.output('findings', report.findings);
      ctx.output('summary', summary);
    },
  });
}
