import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as cross from '../cross';
import { environmentSpecSchema } from '../sections/schema';
import { rules } from './rules';

const SECTIONS = join(__dirname, '..', 'sections');
const CROSS = join(__dirname, '..', 'cross');

/** Fields of the spec that say which spec it is, and what the others default to. */
const NO_SECTIONS = ['apiVersion', 'kind', 'templateVersion', 'preset', 'size'];

const rulesIn = (path: string) =>
  [
    ...readFileSync(path, 'utf8').matchAll(
      /^export const (\w+): Rule(?:<([^>]*)>)? =/gm,
    ),
  ].map(([, name, reads = '']) => ({
    name,
    reads: [...reads.matchAll(/'(\w+)'/g)].map(([, section]) => section),
  }));

const sections = readdirSync(SECTIONS, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name);
const sectionRules = sections.flatMap(section =>
  readdirSync(join(SECTIONS, section))
    .filter(file => file === 'rules.ts')
    .flatMap(file => rulesIn(join(SECTIONS, section, file)))
    .map(rule => ({ ...rule, section })),
);
const crossRules = readdirSync(CROSS)
  .filter(file => !file.endsWith('.test.ts'))
  .flatMap(file => rulesIn(join(CROSS, file)).map(rule => ({ ...rule, file })));

describe('rules of the spec', () => {
  it('should lie in one folder per section, under its own name', () => {
    expect([...sections, ...NO_SECTIONS].sort()).toEqual(
      Object.keys(environmentSpecSchema.shape).sort(),
    );
  });

  it('should all be asked', () => {
    expect(Object.keys(rules).sort()).toEqual(
      [...sectionRules, ...crossRules].map(({ name }) => name).sort(),
    );
    expect(sectionRules.length).toBeGreaterThan(20);
    expect(crossRules.length).toBe(Object.keys(cross).length);
  });

  it.each(sectionRules)(
    'should read one section in its folder: $name of $section',
    ({ reads, section }) => {
      // Presets belong to no section.
      expect(reads.filter(name => name !== 'preset')).toEqual([section]);
    },
  );

  it.each(crossRules)(
    'should lie in a file of its own name: $name',
    ({ name, file }) => {
      expect(file).toBe(`${name}.ts`);
    },
  );
});
