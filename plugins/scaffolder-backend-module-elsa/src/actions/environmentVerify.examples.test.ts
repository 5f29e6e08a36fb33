import { ConfigReader } from '@backstage/config';
import { validate } from 'jsonschema';
import yaml from 'yaml';
import { createTestAccess } from '../__testUtils__/ownerAccess';
import { readElsaScaffolderConfig } from '../config';
import { createEnvironmentVerifyAction } from './environmentVerify';
import { examples } from './environmentVerify.examples';

describe('elsa:environment:verify examples', () => {
  const config = new ConfigReader({});
  const action = createEnvironmentVerifyAction({
    config: readElsaScaffolderConfig(config),
    access: createTestAccess(),
  });

  it.each(examples)('should accept the input: $description', ({ example }) => {
    const [step] = yaml.parse(example).steps;
    expect(step.action).toBe(action.id);
    expect(validate(step.input, action.schema?.input ?? {}).errors).toEqual([]);
  });
});
