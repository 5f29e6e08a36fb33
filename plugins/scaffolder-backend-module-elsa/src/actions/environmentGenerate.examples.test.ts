import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { validate } from 'jsonschema';
import yaml from 'yaml';
import { createTestAccess } from '../__testUtils__/ownerAccess';
import { readElsaScaffolderConfig } from '../config';
import { createEnvironmentGenerateAction } from './environmentGenerate';
import { examples } from './environmentGenerate.examples';

describe('elsa:environment:generate examples', () => {
  const config = new ConfigReader({});
  const action = createEnvironmentGenerateAction({
    config: readElsaScaffolderConfig(config),
    integrations: ScmIntegrations.fromConfig(config),
    reader: mockServices.urlReader.mock(),
    access: createTestAccess(),
  });

  it.each(examples)('should accept the input: $description', ({ example }) => {
    const step = yaml.parse(example).steps.at(-1);
    // The form's values stand where the template's expression is.
    const input =
      step.input.values === undefined
        ? step.input
        : { ...step.input, values: {} };
    expect(step.action).toBe(action.id);
    expect(validate(input, action.schema?.input ?? {}).errors).toEqual([]);
  });
});
