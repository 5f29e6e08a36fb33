import { resolveEnvironment } from '@elsa-portal/backstage-plugin-elsa-spec';
import { createTemplateRenderer, type TemplateValue } from 'nunjitsu';
import { readTemplate } from '../template/readTemplate';
import { findTemplateDirectory } from '../template/templateDirectory';
import { codeSpan, escapeMarkdown, escapeParagraphs } from './markdown';
import { environmentDocument } from './model';
import { renderSkeleton } from './renderSkeleton';

const render = (content: string, context: object = {}) =>
  renderSkeleton([{ path: 'a.md.njk', content }], context)[0].content;

/** The engine of Backstage's scaffolder, which platform teams know. */
const oracle = createTemplateRenderer({
  trimBlocks: true,
  lstripBlocks: true,
  filters: {
    text: value => escapeMarkdown(String(value ?? '')),
    paragraphs: value => escapeParagraphs(String(value ?? '')),
    code: value => codeSpan(String(value ?? '')),
  },
});

const environments = [
  {
    metadata: {
      name: 'payments-production',
      title: 'Payments <b>& {{ more }}</b>',
      description: 'One | two\n\n# three `four`',
    },
    owner: 'group:default/payments',
    preset: 'production',
    target: { cluster: 'production-eu', namespace: 'payments-elsa' },
    exposure: { host: 'elsa.example.com' },
  },
  {
    metadata: { name: 'payments-staging' },
    owner: 'group:default/payments',
    preset: 'staging',
    target: { cluster: 'staging' },
    host: {
      profile: 'clustered',
      server: { repository: 'registry.example.com/elsa', tag: '1.0.0' },
    },
    secrets: { kind: 'external-secrets', store: { name: 'vault' } },
    exposure: { kind: 'istio', host: 'elsa-staging.example.com' },
    mesh: { kind: 'istio' },
    monitoring: { enabled: true },
  },
  {
    metadata: { name: 'trial' },
    owner: 'user:default/olivia',
    target: { cluster: 'local' },
    database: { provider: 'sqlite', mode: 'embedded' },
    studio: { enabled: false },
    exposure: { kind: 'none' },
  },
].map(spec => resolveEnvironment(spec));

describe('renderSkeleton', () => {
  it('should render every template as the engine of the scaffolder does', async () => {
    const template = await readTemplate(findTemplateDirectory());
    const prose = template.skeleton.filter(({ path }) => path.endsWith('.njk'));
    expect(prose.length).toBeGreaterThan(2);
    for (const group of [
      ...environments.map(environment => [environment]),
      environments,
    ]) {
      const described = group.map(environment =>
        environmentDocument(environment, template),
      );
      for (const ci of ['github', 'gitlab', 'none']) {
        const context = {
          environments: described,
          alerts: described.flatMap(({ alerts }) => alerts),
          ci,
          isSingle: group.length === 1,
          repositoryUrl: ci === 'none' ? '' : 'https://git.example.com/a/b',
          systemName: 'payments',
        };
        expect(
          renderSkeleton(prose, context).map(({ content }) => content),
        ).toEqual(
          prose.map(
            ({ content }) =>
              `${oracle
                .render(
                  content,
                  // A round trip through JSON leaves the plain data that it takes.
                  JSON.parse(JSON.stringify(context)) as Record<
                    string,
                    TemplateValue
                  >,
                )
                .replace(/\n{3,}/g, '\n\n')
                .trim()}\n`,
          ),
        );
      }
    }
  });

  it('should leave values alone that look like templates or HTML', () => {
    expect(render('${{ a }}', { a: '<b>{{ b }} & {% if %}' })).toBe(
      '<b>{{ b }} & {% if %}\n',
    );
  });

  it('should take files without the suffix as they are', () => {
    const file = { path: 'a.md', content: '${{ a }}\n\n\n\n' };
    expect(renderSkeleton([file], {})).toEqual([file]);
  });

  it.each([
    ['${{ missing }}', ':1:1: attempted to output null or undefined value'],
    ['text\n${{ a.b }}', ':2:1: attempted to output null or undefined value'],
    ['a\n\n{% if a %}', ':3:1: parseIf: expected elif, else, or endif'],
    ['{% nonsense %}', ':1:4: unknown block tag: nonsense'],
    ['${{ a | upper }}', ":1:9: there is no filter 'upper'; use text, "],
    ['${{ a | safe }}', "there is no filter 'safe'"],
    ['${{ a.constructor }}', ":1:7: 'constructor' is not a value"],
    ["${{ a['__proto__'] }}", "'__proto__' is not a value"],
    ['${{ constructor }}', ":1:5: 'constructor' is not a value"],
    ['${{ a[b] }}', 'computed names are not looked up'],
    ['${{ range(9) }}', 'FunCall is not part of the syntax'],
    ["{% include 'x' %}", 'Include is not part of the syntax'],
    ["{% import 'x' as x %}", 'Import is not part of the syntax'],
    ["{% extends 'x' %}", 'Extends is not part of the syntax'],
    ['{% set x = 1 %}', 'Set is not part of the syntax'],
    ['{% macro x() %}{% endmacro %}', 'Macro is not part of the syntax'],
    ['${{ 2 ** 9999 }}', 'Pow is not part of the syntax'],
  ])('should name the place of what is wrong: %s', (content, message) => {
    const act = () => render(content, { a: {}, b: 'c' });
    expect(act).toThrow('skeleton/a.md.njk:');
    expect(act).toThrow(message);
    expect(act).not.toThrow('unknown path');
  });
});
