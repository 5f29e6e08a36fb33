import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { validate } from 'jsonschema';
import yaml from 'yaml';
import { createEnvironmentRegisterAction } from './environmentRegister';
import { examples } from './environmentRegister.examples';

describe('elsa:environment:register examples', () => {
  const action = createEnvironmentRegisterAction({
    catalog: catalogServiceMock.mock(),
    integrations: ScmIntegrations.fromConfig(new ConfigReader({})),
  });

  it.each(examples)('should accept the input: $description', ({ example }) => {
    const [step] = yaml.parse(example).steps;
    expect(step.action).toBe(action.id);
    expect(validate(step.input, action.schema?.input ?? {}).errors).toEqual([]);
    expect(Object.keys(action.schema?.input?.properties ?? {})).toEqual(
      expect.arrayContaining(Object.keys(step.input)),
    );
  });
});
