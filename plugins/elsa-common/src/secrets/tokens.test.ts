import fc from 'fast-check';
import { findCredentials, holdsCredential } from './findCredentials';
import gitleaks from './fixtures/gitleaks.json';

// Samples are made from the rules when the test runs: nothing here is a token,
// nor does it look like one to whoever scans this repository.
const samples = Object.entries(gitleaks.rules).map(
  ([id, pattern]): [string, string[]] => [
    id,
    fc
      .sample(fc.stringMatching(new RegExp(`^(?:${pattern})$`)), {
        seed: 20_261_128,
        numRuns: 20,
      })
      .map(String),
  ],
);

describe('tokens as gitleaks knows them', () => {
  it('should be a hundred kinds', () => {
    expect(samples.length).toBeGreaterThan(100);
  });

  it.each(samples)('should be found: %s', (_, tokens) => {
    const missed = tokens.flatMap(token =>
      [token, `see "${token}" there`, `a=${token}`].filter(
        text => !holdsCredential(text),
      ),
    );
    expect(missed).toEqual([]);
  });

  // Of an address, only what is before the host.
  it.each(samples.filter(([id]) => id !== 'sidekiq-sensitive-url'))(
    'should be taken out whole: %s',
    (_, tokens) => {
      for (const token of tokens) {
        const found = findCredentials(`x ${token} y`, 'eager');
        const end = Math.max(...found.map(range => range.end));
        // Padding at the end says nothing.
        expect(end).toBeGreaterThanOrEqual(token.replace(/=+$/, '').length + 2);
      }
    },
  );
});
