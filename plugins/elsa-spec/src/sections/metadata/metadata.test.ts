import {
  expectedIssue,
  HIDDEN,
  issuesOf,
  LINE,
  type Refusal,
  SECRET,
} from '../../__testUtils__/refusal';

describe('section metadata', () => {
  it.each<Refusal>([
    ...[
      ['with capitals', 'Payments', /lower-case/],
      ['with an underscore', 'payments_prod', /lower-case/],
      ['that begins with a digit', '1payments', /start with a letter/],
      ['that ends with a hyphen', 'payments-', /end with a letter/],
      ['that is empty', '', /lower-case/],
      ['that is a path', '../payments', /lower-case/],
      ['with a slash', 'payments/prod', /lower-case/],
      ['with a line break', 'payments\nkind: Secret', /lower-case/],
      ['with a YAML anchor', '&a payments', /lower-case/],
      ['with a shell command', 'a;rm -rf ~', /lower-case/],
      ['with a Go template', '{{ .Release.Name }}', /lower-case/],
      ['with a Nunjucks template', '${{ values.name }}', /lower-case/],
      ['with letters of other alphabets', 'paymеnts', /lower-case/],
    ].map(([what, name, remedy]) => ({
      title: `a name ${what}`,
      change: { metadata: { name } },
      path: 'metadata.name',
      value: name,
      remedy: remedy as RegExp,
    })),
    {
      title: 'a title of two lines',
      change: { metadata: { name: 'payments', title: 'a\n# b' } },
      path: 'metadata.title',
      value: 'a\n# b',
      remedy: LINE,
    },
    {
      title: 'a description with an escape sequence',
      change: { metadata: { name: 'payments', description: 'a\u001b[2Jb' } },
      path: 'metadata.description',
      value: 'a\u001b[2Jb',
      remedy: /Remove them/,
    },
    {
      title: 'a description that reads backwards',
      change: { metadata: { name: 'payments', description: 'a\u202eb' } },
      path: 'metadata.description',
      value: 'a\u202eb',
      remedy: /Remove them/,
    },
    {
      title: 'a description with a connection string',
      change: {
        metadata: {
          name: 'payments',
          description: 'Host=db;Password=hunter22',
        },
      },
      path: 'metadata.description',
      value: HIDDEN,
      remedy: SECRET,
    },
  ])('should refuse $title', refusal => {
    expect(issuesOf(refusal)).toContainEqual(expectedIssue(refusal));
  });
});
