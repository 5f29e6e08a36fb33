import type { Claim } from '../../model';
import { decideClaims } from './decideClaims';

const real: Claim = {
  entityRef: 'component:default/payments',
  owner: 'group:default/payments',
  claimedAt: '2026-11-02T00:00:00.000Z',
  holdsSpec: true,
};
const attacker: Claim = {
  entityRef: 'component:evil/payments',
  owner: 'group:default/evil',
  claimedAt: '2026-11-01T00:00:00.000Z',
  holdsSpec: true,
};
const copy: Claim = {
  ...real,
  entityRef: 'component:aaa/payments',
  claimedAt: '2026-11-03T00:00:00.000Z',
  holdsSpec: false,
};
const recorded = { owner: real.owner };

/** Verdicts for both orders of the list, which must be the same. */
function decide(
  claims: Claim[],
  record: Parameters<typeof decideClaims>[1]['record'],
  isEmpty = false,
) {
  const result = Object.fromEntries(decideClaims(claims, { record, isEmpty }));
  const reversed = decideClaims([...claims].reverse(), { record, isEmpty });
  expect(Object.fromEntries(reversed)).toEqual(result);
  return claims
    .filter(({ isGone }) => !isGone)
    .map(({ entityRef }) => {
      const verdict = result[entityRef];
      return [
        verdict.state,
        'problem' in verdict ? verdict.problem : undefined,
        'primary' in verdict ? verdict.primary : undefined,
      ].filter(Boolean);
    });
}

describe('decideClaims', () => {
  it.each([false, true])(
    'should believe the owner that the cluster records, whoever came first (empty: %s)',
    isEmpty => {
      expect(decide([attacker, real], recorded, isEmpty)).toEqual([
        ['refused', 'other-owner'],
        ['granted'],
      ]);
      expect(decide([attacker], recorded, isEmpty)).toEqual([
        ['refused', 'other-owner'],
      ]);
    },
  );

  it('should give both copies of one owner their figures, the later one as a copy', () => {
    expect(decide([copy, real], recorded)).toEqual([
      ['granted', real.entityRef],
      ['granted'],
    ]);
    expect(decide([copy, real], {})).toEqual([
      ['granted', real.entityRef],
      ['granted'],
    ]);
  });

  it('should believe the entity that the cluster records where owners are the same', () => {
    const forged = { ...attacker, owner: real.owner };
    const record = { owner: real.owner, entity: real.entityRef };
    expect(decide([forged, real], record)).toEqual([
      ['granted', real.entityRef],
      ['granted'],
    ]);
    expect(decide([forged], record)).toEqual([['refused', 'other-entity']]);
  });

  it('should show neither without the other where owners are the same and one is first, another holds the spec', () => {
    const early = '2026-10-01T00:00:00.000Z';
    const forged = { ...copy, claimedAt: early };
    expect(decide([forged, real], recorded)).toEqual([
      ['granted', real.entityRef],
      ['granted', forged.entityRef],
    ]);
    // A spec is as easily forged as a date.
    const bare = { ...real, holdsSpec: false };
    const later = { ...copy, holdsSpec: true };
    expect(decide([bare, later], recorded)).toEqual([
      ['granted', later.entityRef],
      ['granted', bare.entityRef],
    ]);
    const third = { ...copy, entityRef: 'component:third/payments' };
    expect(decide([bare, later, third], recorded)).toEqual([
      ['granted', later.entityRef],
      ['granted', bare.entityRef],
      ['granted', bare.entityRef],
    ]);
    // Nobody holds it, or nobody has looked: the first, and both are shown.
    for (const holdsSpec of [false, undefined]) {
      expect(decide([forged, { ...real, holdsSpec }], recorded)).toEqual([
        ['granted'],
        ['granted', forged.entityRef],
      ]);
    }
  });

  it('should refuse an entity without owner where the cluster records one', () => {
    expect(decide([{ ...real, owner: undefined }], recorded)).toEqual([
      ['refused', 'other-owner'],
    ]);
  });

  describe('without an owner in the cluster', () => {
    it('should give it to the first that holds the spec', () => {
      expect(decide([attacker, real], {})).toEqual([
        ['granted'],
        ['refused', 'claimed-before'],
      ]);
      expect(decide([{ ...attacker, holdsSpec: false }, real], {})).toEqual([
        ['refused', 'claimed-before'],
        ['granted'],
      ]);
    });

    it('should give it to nobody who holds no spec, and decide nothing before somebody has looked', () => {
      expect(decide([{ ...real, holdsSpec: false }], {})).toEqual([
        ['refused', 'unproven'],
      ]);
      expect(decide([{ ...real, holdsSpec: undefined }], {})).toEqual([
        ['undecided'],
      ]);
    });

    it('should give it to neither of two that came at the same moment', () => {
      const claimedAt = real.claimedAt;
      expect(decide([{ ...attacker, claimedAt }, real], {})).toEqual([
        ['refused', 'claimed-before'],
        ['refused', 'claimed-before'],
      ]);
    });

    it('should keep it for an entity that left the catalog a moment ago', () => {
      const gone = { ...real, claimedAt: '2026-10-01', isGone: true };
      expect(decide([gone, attacker], {})).toEqual([
        ['refused', 'claimed-before'],
      ]);
      expect(decide([gone, copy], {})).toEqual([['granted']]);
    });

    it('should let all wait for what does not run yet', () => {
      expect(
        decide(
          [
            { ...attacker, holdsSpec: false },
            { ...real, holdsSpec: undefined },
          ],
          {},
          true,
        ),
      ).toEqual([['waiting'], ['waiting']]);
    });
  });
});
