import type { Claim, PlacementRecord } from '../../model';

export type ClaimProblem =
  'other-owner' | 'other-entity' | 'several' | 'unproven' | 'claimed-before';

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
  const decide = decisionBy(claims, place);
  return new Map(
    claims
      .filter(isLive)
      .map(claim => [claim.entityRef, decide(claim)] as const),
  );
}

type Decide = (claim: Claim) => ClaimVerdict;

function decisionBy(
  claims: readonly Claim[],
  { record, isEmpty }: Parameters<typeof decideClaims>[1],
): Decide {
  const { owner, entity } = record;
  if (entity !== undefined) {
    return decideByEntity(claims, { owner, entity });
  }
  return owner === undefined
    ? decideByRepository(claims, isEmpty)
    : decideByOwner(claims, owner);
}

/** The others of its owner are copies of the entity that the cluster names. */
function decideByEntity(
  claims: readonly Claim[],
  record: { owner?: string; entity: string },
): Decide {
  const named = claims.find(
    claim => claim.entityRef === record.entity && isLive(claim),
  );
  const { owner = named?.owner } = record;
  return claim => {
    if (record.owner !== undefined && claim.owner !== record.owner) {
      return refused('other-owner');
    }
    const isKnown = owner !== undefined && named?.owner === owner;
    return isKnown && claim.owner === owner
      ? granted(claim, named)
      : refused('other-entity');
  };
}

/** Anybody can write this owner into an entity, so none of several is believed. */
function decideByOwner(claims: readonly Claim[], owner: string): Decide {
  const own = claims.filter(claim => claim.owner === owner);
  const decide = decideAmongEqual(own, earliestOf(own));
  return claim =>
    claim.owner === owner ? decide(claim) : refused('other-owner');
}

/**
 * It belongs to whoever registered it first and whose repository holds its
 * spec. Both can be forged, but not by who comes after that entity.
 */
function decideByRepository(
  claims: readonly Claim[],
  isEmpty: boolean,
): Decide {
  const earliest = earliestOf(
    claims.filter(({ owner }) => owner !== undefined),
  );
  const [first] = earliest;
  const isTied = earliest.some(({ owner }) => owner !== first.owner);
  const own = claims.filter(
    ({ owner }) => first && !isTied && owner === first.owner,
  );
  const isProven = own.some(({ holdsSpec }) => holdsSpec);
  const isBelieved =
    earliest.length === 1 && first.holdsSpec === true && isLive(first);
  const decide: Decide = isBelieved
    ? claim => granted(claim, first)
    : decideAmongEqual(own, earliest);
  const decideFound: Decide = claim => {
    if (isTied || (first && claim.owner !== first.owner)) {
      return refused('claimed-before');
    }
    if (isProven) {
      return decide(claim);
    }
    return claim.holdsSpec === undefined
      ? { state: 'undecided' }
      : refused('unproven');
  };
  return claim => {
    const verdict = decideFound(claim);
    return isEmpty && verdict.state !== 'granted'
      ? { state: 'waiting' }
      : verdict;
  };
}

/**
 * Which of several entities of one owner is the real one cannot be told, so
 * each is a copy of all others: who is shown one must be able to see all. Once
 * the first of them has left the catalog, or one that came at the same moment,
 * there may be nobody left who could see the real one. Who was there before all
 * that left keeps what it had.
 */
function decideAmongEqual(
  own: readonly Claim[],
  earliest: readonly Claim[],
): Decide {
  if (!earliest.every(isLive)) {
    return () => refused('several');
  }
  const ring = own
    .filter(isLive)
    .sort((a, b) => (a.entityRef < b.entityRef ? -1 : 1));
  return claim => granted(claim, ring[(ring.indexOf(claim) + 1) % ring.length]);
}

/**
 * Those that came first: several that came at the same moment, as all do after
 * the portal has lost its database.
 */
function earliestOf(claims: readonly Claim[]): Claim[] {
  const [time] = claims.map(({ claimedAt }) => claimedAt).sort();
  return claims.filter(({ claimedAt }) => claimedAt === time);
}

function isLive({ isGone }: Claim): boolean {
  return !isGone;
}

function granted(claim: Claim, primary: Claim): ClaimVerdict {
  return claim.entityRef === primary.entityRef
    ? { state: 'granted' }
    : { state: 'granted', primary: primary.entityRef };
}

function refused(problem: ClaimProblem): ClaimVerdict {
  return { state: 'refused', problem };
}
