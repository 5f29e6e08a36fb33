import { InputError } from '@backstage/errors';
import { parse } from 'yaml';

/**
 * Reads a file of the chart, which a platform team may have changed.
 *
 * @throws InputError naming the file, when it is not YAML (or JSON, by its name)
 */
export function parseTemplateFile(file: {
  path: string;
  content: string;
}): unknown {
  const isJson = file.path.endsWith('.json');
  try {
    return isJson ? JSON.parse(file.content) : parse(file.content);
  } catch (error) {
    throw new InputError(
      `chart/${file.path} of the template is not ${
        isJson ? 'JSON' : 'YAML'
      }: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
