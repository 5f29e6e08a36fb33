import type { Claim } from '../../model';
import { followPrimaries } from '../../status/followPrimaries';
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

  it('should give both entities of one owner their figures, each as a copy of the other', () => {
    expect(decide([copy, real], recorded)).toEqual([
      ['granted', real.entityRef],
      ['granted', copy.entityRef],
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

  it('should refuse all others when the entity that the cluster records has left the catalog', () => {
    const gone = { ...real, isGone: true };
    for (const record of [{ entity: real.entityRef }, recorded]) {
      const named = { ...record, entity: real.entityRef };
      expect(decide([gone, copy], named)).toEqual([
        ['refused', 'other-entity'],
      ]);
    }
  });

  describe('with an owner in the cluster, and no entity', () => {
    const early = '2026-10-01T00:00:00.000Z';

    it('should believe a single one', () => {
      expect(decide([real], recorded)).toEqual([['granted']]);
    });

    it.each([
      ['first and holds a spec', { claimedAt: early, holdsSpec: true }],
      ['first', { claimedAt: early, holdsSpec: false }],
      ['last', { holdsSpec: true }],
      ['of the same moment', { claimedAt: real.claimedAt }],
    ])('should show neither alone when one is %s', (_, forged) => {
      expect(decide([{ ...copy, ...forged }, real], recorded)).toEqual([
        ['granted', real.entityRef],
        ['granted', copy.entityRef],
      ]);
    });

    it('should show none of three without all others', () => {
      const third = { ...copy, entityRef: 'component:third/payments' };
      const verdicts = decideClaims([third, real, copy], {
        record: recorded,
        isEmpty: false,
      });
      const primaryOf = (ref: string) => {
        const verdict = verdicts.get(ref);
        return verdict && 'primary' in verdict ? verdict.primary : undefined;
      };
      for (const { entityRef } of [third, real, copy]) {
        expect(
          [entityRef, ...followPrimaries(entityRef, primaryOf)].sort(),
        ).toEqual([copy, real, third].map(claim => claim.entityRef).sort());
      }
    });

    it('should set no copy free when the first has left the catalog', () => {
      const gone = { ...real, isGone: true };
      const third = { ...copy, entityRef: 'component:third/payments' };
      expect(decide([gone, { ...copy, holdsSpec: true }], recorded)).toEqual([
        ['refused', 'several'],
      ]);
      expect(decide([gone, copy, third], recorded)).toEqual([
        ['refused', 'several'],
        ['refused', 'several'],
      ]);
      // Nobody knows who was first.
      const { claimedAt } = real;
      expect(decide([gone, { ...copy, claimedAt }], recorded)).toEqual([
        ['refused', 'several'],
      ]);
      // Another owner's counts for nothing.
      expect(
        decide([{ ...gone, owner: attacker.owner }, copy], recorded),
      ).toEqual([['granted']]);
    });

    it('should take nothing from the first when a later one leaves the catalog', () => {
      expect(decide([real, { ...copy, isGone: true }], recorded)).toEqual([
        ['granted'],
      ]);
    });
  });

  it('should refuse an entity without owner where the cluster records one', () => {
    expect(decide([{ ...real, owner: undefined }], recorded)).toEqual([
      ['refused', 'other-owner'],
    ]);
  });

  describe('without an owner in the cluster', () => {
    it('should give it to the first if its repository holds the spec', () => {
      expect(decide([attacker, real], {})).toEqual([
        ['granted'],
        ['refused', 'claimed-before'],
      ]);
      expect(decide([copy, real], {})).toEqual([
        ['granted', real.entityRef],
        ['granted'],
      ]);
    });

    it('should give it to nobody else if the first holds no spec', () => {
      const bare = { ...real, holdsSpec: false };
      const thief = { ...attacker, claimedAt: copy.claimedAt };
      expect(decide([bare, thief], {})).toEqual([
        ['refused', 'unproven'],
        ['refused', 'claimed-before'],
      ]);
    });

    it.each([
      ['the first holds no spec', { ...copy, claimedAt: '2026-10-01' }],
      ['both are first', { ...copy, claimedAt: real.claimedAt }],
    ])('should show no copy of its owner alone if %s', (_, other) => {
      expect(decide([other, real], {})).toEqual([
        ['granted', real.entityRef],
        ['granted', other.entityRef],
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

    it('should give it to nobody without an owner', () => {
      const nobodys = { ...attacker, owner: undefined };
      expect(decide([nobodys], {})).toEqual([['refused', 'unproven']]);
      expect(decide([nobodys, real], {})).toEqual([
        ['refused', 'claimed-before'],
        ['granted'],
      ]);
    });

    it('should give it to neither of two owners that came at the same moment', () => {
      const claimedAt = real.claimedAt;
      expect(decide([{ ...attacker, claimedAt }, real], {})).toEqual([
        ['refused', 'claimed-before'],
        ['refused', 'claimed-before'],
      ]);
    });

    it('should keep it for an entity that left the catalog', () => {
      const gone = { ...real, claimedAt: '2026-10-01', isGone: true };
      expect(decide([gone, attacker], {})).toEqual([
        ['refused', 'claimed-before'],
      ]);
      for (const holdsSpec of [false, true]) {
        expect(decide([gone, { ...copy, holdsSpec }], {})).toEqual([
          ['refused', 'several'],
        ]);
      }
    });

    it('should believe the entity that the cluster names, whoever came first', () => {
      expect(
        decide([attacker, real, copy], { entity: copy.entityRef }),
      ).toEqual([
        ['refused', 'other-entity'],
        ['granted', copy.entityRef],
        ['granted'],
      ]);
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
