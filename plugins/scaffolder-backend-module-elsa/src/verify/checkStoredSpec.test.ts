import { HOSTILE_YAML } from '../__testUtils__/hostileYaml';
import { checkStoredSpec } from './checkStoredSpec';

describe('checkStoredSpec', () => {
  it.each(HOSTILE_YAML)(
    'should name what is wrong with %s',
    (_, text, words) => {
      const { spec, problems } = checkStoredSpec(text);
      expect(spec).toBeUndefined();
      expect(problems).toEqual([
        expect.stringMatching(/^The spec (?!.*hunter22)[^\n]+$/),
      ]);
      expect(problems[0]).toContain(words);
    },
  );
});
