import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { validate } from 'jsonschema';
import yaml from 'yaml';
import { createTestAccess } from '../__testUtils__/ownerAccess';
import { readElsaScaffolderConfig } from '../config';
import { createGitCheckAction } from './gitCheck';
import { examples } from './gitCheck.examples';

describe('elsa:git:check examples', () => {
  const config = new ConfigReader({});
  const action = createGitCheckAction({
    config: readElsaScaffolderConfig(config),
    integrations: ScmIntegrations.fromConfig(config),
    access: createTestAccess(),
  });

  it.each(examples)('should accept the input: $description', ({ example }) => {
    const [step] = yaml.parse(example).steps;
    expect(step.action).toBe(action.id);
    expect(validate(step.input, action.schema?.input ?? {}).errors).toEqual([]);
  });
});
