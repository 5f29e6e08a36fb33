import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import type { ScmIntegrations } from '@backstage/integration';
import { fetchContents } from '@backstage/plugin-scaffolder-node';
import {
  type EnvironmentTemplate,
  findTemplateDirectory,
  readTemplate,
} from '@elsa-portal/backstage-plugin-elsa-node';
import { promises as fs } from 'node:fs';
import path from 'node:path';

async function hasChart(folder: string): Promise<boolean> {
  try {
    await fs.access(path.join(folder, 'chart', 'Chart.yaml'));
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads chart and skeleton from the folder that the running template itself
 * comes from, as a platform team may have changed them there; from the copy
 * that came with this package where that folder holds no chart.
 *
 * @throws whatever the URL reader says when the folder cannot be read: another
 *   chart than the expected one would be worse than none
 */
export async function loadTemplate(options: {
  /** Address of the template's own file, as the scaffolder knows it. */
  baseUrl?: string;
  reader: UrlReaderService;
  integrations: ScmIntegrations;
  /** Empty folder to read into. */
  folder: string;
  logger: LoggerService;
}): Promise<EnvironmentTemplate> {
  const { baseUrl, reader, integrations, folder, logger } = options;
  const isReadable =
    baseUrl !== undefined &&
    (baseUrl.startsWith('file://') ||
      integrations.byUrl(baseUrl) !== undefined);
  if (isReadable) {
    await fetchContents({ reader, integrations, baseUrl, outputPath: folder });
    if (await hasChart(folder)) {
      logger.info('Using the chart beside the template');
      return readTemplate(folder);
    }
  }
  logger.info(
    `Using the chart that came with the action: ${
      isReadable
        ? 'there is none beside the template'
        : "the template's own folder cannot be read"
    }`,
  );
  return readTemplate(findTemplateDirectory());
}
