import { ForwardedError, InputError } from '@backstage/errors';
import type { ScmIntegrations } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { examples } from './environmentRegister.examples';
import { environmentRegisterSchema } from './environmentRegister.schema';

const CATALOG_FILE = '/catalog-info.yaml';

function readUrl(
  input: { catalogInfoUrl?: string; repoContentsUrl?: string },
  integrations: ScmIntegrations,
): string {
  if (input.catalogInfoUrl) {
    return input.catalogInfoUrl;
  }
  const base = input.repoContentsUrl;
  const integration = base ? integrations.byUrl(base) : undefined;
  if (!base || !integration) {
    throw new InputError(
      base
        ? `No integration of this portal knows '${base}'. Add its host to integrations, or give catalogInfoUrl`
        : 'elsa:environment:register needs either catalogInfoUrl or repoContentsUrl',
    );
  }
  return integration.resolveUrl({ base, url: CATALOG_FILE });
}

/**
 * Registers the catalog file of a deployment repository. Unlike
 * `catalog:register` it may be repeated: what is registered already is read
 * anew instead of being an error.
 */
export function createEnvironmentRegisterAction(options: {
  catalog: CatalogService;
  integrations: ScmIntegrations;
}) {
  const { catalog, integrations } = options;
  return createTemplateAction({
    id: 'elsa:environment:register',
    description:
      'Registers the catalog-info.yaml of a deployment repository in the catalog, with the rights of the user. Reloads it if it is already registered.',
    examples,
    supportsDryRun: true,
    schema: environmentRegisterSchema,
    async handler(ctx) {
      if (ctx.isDryRun) {
        // The repository may be a made-up one, which no integration knows.
        const { catalogInfoUrl, repoContentsUrl } = ctx.input;
        const wouldBe = catalogInfoUrl ?? `${repoContentsUrl}${CATALOG_FILE}`;
        ctx.output('catalogInfoUrl', wouldBe);
        ctx.logger.info(`Would register ${wouldBe} in the catalog`);
        return;
      }
      const target = readUrl(ctx.input, integrations);
      ctx.output('catalogInfoUrl', target);
      try {
        const { location } = await catalog.addLocation(
          { type: 'url', target, onConflict: 'refresh' },
          { credentials: await ctx.getInitiatorCredentials() },
        );
        ctx.output('locationRef', location.entityRef);
        ctx.logger.info(`The catalog reads ${target}`);
      } catch (error) {
        throw new ForwardedError(
          `The files were published, but the catalog did not accept ${target}. Fix the cause and run the task again (nothing is published twice), or register that URL by hand`,
          error,
        );
      }
    },
  });
}
