import type { Claim, PlacementRecord } from '../../model';

export type ClaimProblem =
  'other-owner' | 'other-entity' | 'unproven' | 'claimed-before';

/**
 * `granted`: gets all figures; a copy names the entity whose environment it
 * is, and is shown to those alone who may see that one too, and what that one
 * is a copy of. `waiting`: nothing runs there yet, so there are no figures that
 * could be shown.
 */
export type ClaimVerdict =
  | { state: 'granted'; primary?: string }
  | { state: 'waiting' | 'undecided' }
  | { state: 'refused'; problem: ClaimProblem };

/**
 * Decides whose an environment is: it has one owner, and the cluster's word
 * counts. All that an entity says of itself can be written by anybody who may
 * register one, so it opens nothing that the cluster gives to somebody else.
 * The order of the claims plays no part.
 */
export function decideClaims(
  claims: readonly Claim[],
  place: { record: PlacementRecord; isEmpty: boolean },
): Map<string, ClaimVerdict> {
  const sorted = [...claims].sort(compareClaims);
  const { owner } = place.record;
  return owner === undefined
    ? decideWithoutOwner(sorted, place)
    : decideByOwner(sorted, { ...place.record, owner });
}

/** First come, first served; the reference only makes it the same every time. */
function compareClaims(a: Claim, b: Claim): number {
  return compare(a.claimedAt, b.claimedAt) || compare(a.entityRef, b.entityRef);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

function decideByOwner(
  claims: readonly Claim[],
  record: PlacementRecord & { owner: string },
): Map<string, ClaimVerdict> {
  const live = claims.filter(({ isGone }) => !isGone);
  const own = live.filter(({ owner }) => owner === record.owner);
  const primaryOf =
    record.entity === undefined
      ? unrecordedPrimary(own)
      : () => own.find(({ entityRef }) => entityRef === record.entity);
  return verdicts(live, claim => {
    if (claim.owner !== record.owner) {
      return refused('other-owner');
    }
    const primary = primaryOf(claim);
    return primary ? granted(claim, primary) : refused('other-entity');
  });
}

/**
 * Whose copies entities of one owner are, where the cluster names none: of the
 * first, if its repository holds the spec or nobody's does. Being first can be
 * forged, and so can a spec. So where one is first and another holds the spec,
 * each counts as the copy of the other: who sees one must be able to see both.
 */
function unrecordedPrimary(
  own: readonly Claim[],
): (claim: Claim) => Claim | undefined {
  const [first] = own;
  const holder = own.find(({ holdsSpec }) => holdsSpec) ?? first;
  return claim => (claim === first ? holder : first);
}

/** It belongs to whoever registered it first, among those who hold its spec. */
function decideWithoutOwner(
  claims: readonly Claim[],
  { record, isEmpty }: { record: PlacementRecord; isEmpty: boolean },
): Map<string, ClaimVerdict> {
  const live = claims.filter(({ isGone }) => !isGone);
  const proven = claims.filter(
    ({ holdsSpec, entityRef }) =>
      holdsSpec && (record.entity ?? entityRef) === entityRef,
  );
  const [first] = proven;
  const isTied = proven.some(
    ({ claimedAt, owner }) =>
      claimedAt === first.claimedAt && owner !== first.owner,
  );
  const own = live.filter(
    ({ owner }) => first && owner !== undefined && owner === first.owner,
  );
  const primary = proven.find(claim => own.includes(claim)) ?? own[0];
  return verdicts(live, claim => {
    if (primary && !isTied && own.includes(claim)) {
      return granted(claim, primary);
    }
    if (isEmpty) {
      return { state: 'waiting' };
    }
    if (first) {
      return refused('claimed-before');
    }
    if (record.entity !== undefined && record.entity !== claim.entityRef) {
      return refused('other-entity');
    }
    return claim.holdsSpec === undefined
      ? { state: 'undecided' }
      : refused('unproven');
  });
}

function verdicts(
  claims: readonly Claim[],
  decide: (claim: Claim) => ClaimVerdict,
): Map<string, ClaimVerdict> {
  return new Map(claims.map(claim => [claim.entityRef, decide(claim)]));
}

function granted(claim: Claim, primary: Claim): ClaimVerdict {
  return claim.entityRef === primary.entityRef
    ? { state: 'granted' }
    : { state: 'granted', primary: primary.entityRef };
}

function refused(problem: ClaimProblem): ClaimVerdict {
  return { state: 'refused', problem };
}
