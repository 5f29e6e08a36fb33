import {
  checkEnvironmentSpec,
  resolveEnvironment,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import {
  type EnvironmentTemplate,
  findTemplateDirectory,
  generateEnvironment,
  type GeneratedFile,
  readTemplate,
} from '@elsa-portal/backstage-plugin-elsa-node';
import fc from 'fast-check';
import { join } from 'node:path';
import { parse } from 'yaml';
import { HOSTILE_TEXTS, mixedTexts } from './lib/hostileTexts';
import { parseManifests } from './lib/kubernetesObject';
import { namesField } from './lib/namesField';
import { readWithGo } from './lib/readWithGo';
import {
  HELM_MAJORS,
  type HelmMajor,
  helmTemplate,
  releaseOf,
  withFiles,
} from './lib/render';
import { shapeOf, shapeOfMarkdown } from './lib/shapeOf';
import {
  casesOfStringFields,
  type FieldCase,
  type StringField,
  withText,
} from './lib/stringFields';
import { type TextPack, textPacks } from './lib/textPacks';

const SEED = 20_261_128;
/** Specs of each case that are generated and read. */
const PACKS = 12;

/** A query has to say where its range goes. */
const textFor = (field: StringField, text: string) =>
  /Query$/.test(field.id) ? `${text}{{.window}}` : text;

/** Documents of a repository by file, without the chart, which no text reaches. */
function documentsOf(files: GeneratedFile[]) {
  return files
    .filter(({ path }) => !path.startsWith('charts/'))
    .flatMap(({ path, content }) =>
      /\.ya?ml$/.test(path)
        ? content
            .split(/^---$/m)
            .filter(text => text.trim() !== '')
            .map(text => ({ path, text }))
        : [{ path, text: content }],
    );
}

function generate(input: unknown, template: EnvironmentTemplate) {
  // What Helm makes of the values is looked at below.
  const spec = { ...(input as Record<string, unknown>) };
  const delivery = spec.delivery as Record<string, unknown> | undefined;
  return generateEnvironment(
    resolveEnvironment({
      ...spec,
      delivery: { ...delivery, packaging: 'helm' },
    }),
    { template },
  );
}

const valueAt = (input: unknown, { path }: StringField) =>
  String(
    path.reduce<unknown>(
      (value, part) => (value as Record<string, unknown>)[part],
      input,
    ),
  );

/** Texts that were changed are one and the same before and after, in names of fields too. */
function renamer({ fieldCase, texts }: TextPack) {
  const changed = [...texts].flatMap(([field, text]) => [
    text,
    field.isName ? String(field.path.at(-1)) : valueAt(fieldCase.input, field),
  ]);
  return (name: string) =>
    changed.some(
      text => name === text || (text.length > 1 && name.includes(text)),
    )
      ? '(name)'
      : name;
}

function shapeOfDocument(
  document: { path: string; text: string },
  rename?: (name: string) => string,
): unknown {
  return document.path.endsWith('.md')
    ? shapeOfMarkdown(document.text)
    : shapeOf(parse(document.text), rename);
}

describe('10,000 hostile specs', () => {
  const packs: TextPack[] = [];
  let template: EnvironmentTemplate;

  beforeAll(async () => {
    template = await readTemplate(findTemplateDirectory());
  });

  it('should be accepted or refused with the name of the field, and never break anything', () => {
    const classes = [...Object.values(HOSTILE_TEXTS), mixedTexts];
    let count = 0;
    const silent: unknown[] = [];
    for (const fieldCase of casesOfStringFields()) {
      const { input, fields } = fieldCase;
      const accepted = new Map<StringField, string[]>();
      for (const field of fields) {
        // Fields of the schema have their names; entries of labels and the like can have any.
        const isNamed =
          field.isName &&
          checkEnvironmentSpec(withText(input, field, 'renamed')).issues
            .length > 0;
        if (isNamed) continue;
        for (const texts of classes) {
          const [sample] = fc.sample(texts, { seed: SEED + count, numRuns: 1 });
          const text = textFor(field, sample);
          const { issues } = checkEnvironmentSpec(withText(input, field, text));
          count += 1;
          if (issues.length === 0) {
            // The README lists what each kind of object needs: another kind, other rows.
            if (field.id === 'extra.objects.*.kind') continue;
            accepted.set(field, [...(accepted.get(field) ?? []), text]);
          } else if (!namesField(issues, input, field)) {
            silent.push({ field: field.id, text, issues });
          }
        }
      }
      packs.push(...textPacks(fieldCase, accepted, PACKS));
    }
    expect(silent).toEqual([]);
    expect(count).toBeGreaterThanOrEqual(10_000);
    const texts = packs.reduce((sum, pack) => sum + pack.texts.size, 0);
    expect(texts).toBeGreaterThan(500);
  });

  it('should be what was meant for the parser of Go', async () => {
    const documents: Array<{ path: string; text: string }> = [];
    const originals = new Map<FieldCase, ReturnType<typeof documentsOf>>();
    for (const pack of packs) {
      const { fieldCase, texts, input } = pack;
      const generated = documentsOf(generate(input, template));
      const original =
        originals.get(fieldCase) ??
        documentsOf(generate(fieldCase.input, template));
      originals.set(fieldCase, original);
      const rename = renamer(pack);
      expect({
        texts: [...texts.values()],
        shapes: generated.map(document => shapeOfDocument(document, rename)),
      }).toEqual({
        texts: [...texts.values()],
        shapes: original.map(document => shapeOfDocument(document, rename)),
      });
      const { name } = (input as { metadata: { name: string } }).metadata;
      const [stored] = generated.filter(
        ({ path }) => path === `.elsa/${name}.yaml`,
      );
      const { delivery: _, ...stated } = JSON.parse(JSON.stringify(input));
      expect(parse(stored.text)).toMatchObject(stated);
      documents.push(...generated.filter(({ path }) => /\.ya?ml$/.test(path)));
    }
    const distinct = [...new Set(documents.map(({ text }) => text))];
    const read = await Promise.all(
      HELM_MAJORS.map(major => readWithGo(major, distinct)),
    );
    for (const ofMajor of read) {
      expect(ofMajor).toEqual(distinct.map(text => parse(text)));
    }
  });

  it('should render to the same objects', async () => {
    const render = (major: HelmMajor, input: unknown) => {
      const spec = resolveEnvironment(input).spec;
      return withFiles(generate(input, template), async folder => {
        const values = `environments/${spec.metadata.name}/values.yaml`;
        return helmTemplate(
          major,
          releaseOf(
            spec,
            join(folder, 'charts/elsa-workflows'),
            join(folder, values),
          ),
        );
      });
    };
    // The fullest ones: their texts are of every class.
    const fullest = [...packs]
      .sort((a, b) => b.texts.size - a.texts.size)
      .slice(0, 12);
    for (const pack of fullest) {
      const { input } = pack;
      const [of4, of3, original] = await Promise.all([
        render('HELM4', input),
        render('HELM3', input),
        render('HELM4', pack.fieldCase.input),
      ]);
      expect(of3).toBe(of4);
      const rename = renamer(pack);
      const shapesOf = (text: string) =>
        parseManifests(text).map(object =>
          JSON.stringify(shapeOf(object, rename)),
        );
      // Helm sorts by kind and name, which may be what was changed.
      expect(shapesOf(of4).sort()).toEqual(shapesOf(original).sort());
    }
  });
});
