import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import pLimit from 'p-limit';
import type {
  DecidedClaim,
  Lease,
  PlacedRecord,
  StoredClaim,
  Stores,
  WriteResult,
} from '../../store';
import type { SpecReader } from './createSpecReader';
import { decideClaims } from './decideClaims';
import { groupBy } from '../groupBy';
import { keyOf, toDecided } from './judgeEnvironments';

/** Repositories that one cycle looks into; the others follow. */
const SPECS_PER_CYCLE = 50;
const SPECS_AT_ONCE = 4;

export interface ClaimKeeperOptions {
  stores: Pick<Stores, 'claims'>;
  readSpec: SpecReader;
  logger: LoggerService;
  ownerAnnotation: string;
  onWritten: (result: WriteResult) => void;
  now: () => number;
}

/** Writes down whose the environments of the clusters are. */
export class ClaimKeeper {
  readonly #options: ClaimKeeperOptions;
  #hasNewGrants = false;

  constructor(options: ClaimKeeperOptions) {
    this.#options = options;
  }

  /** Whether an entity has been granted figures since this was last asked. */
  takeNewGrants(): boolean {
    const taken = this.#hasNewGrants;
    this.#hasNewGrants = false;
    return taken;
  }

  /** What a reading of the cluster decided of these claims. */
  async write(
    cluster: string,
    claims: readonly StoredClaim[],
    found: {
      decided: readonly DecidedClaim[];
      records: readonly PlacedRecord[];
    },
    lease?: Lease,
  ): Promise<void> {
    const { stores, onWritten } = this.#options;
    await stores.claims.record(cluster, found.records);
    const byRef = new Map(claims.map(claim => [claim.entityRef, claim]));
    const decided = found.decided.flatMap(verdict => {
      const claim = byRef.get(verdict.entityRef);
      return claim ? [{ claim, verdict }] : [];
    });
    onWritten(await stores.claims.write(cluster, decided, lease));
    this.#hasNewGrants ||= decided.some(
      ({ claim, verdict }) =>
        verdict.state === 'granted' && claim.state !== 'granted',
    );
  }

  /**
   * Decides for a cluster that is silent by what it said in an earlier reading.
   * Where it has never said anything, nothing is decided: it may name an owner.
   * Takes nothing from anybody.
   */
  async decideUnread(cluster: string, lease?: Lease): Promise<void> {
    const { stores, ownerAnnotation } = this.#options;
    const { claims, records } = await stores.claims.ofCluster(cluster);
    const known = new Map(records.map(record => [keyOf(record), record]));
    const decided: DecidedClaim[] = [];
    for (const [key, own] of groupBy(claims, keyOf)) {
      const record = known.get(key);
      if (!record) {
        continue;
      }
      const verdicts = decideClaims(own, { record, isEmpty: false });
      for (const claim of own.filter(({ state }) => state === null)) {
        const verdict = verdicts.get(claim.entityRef);
        if (
          verdict?.state === 'granted' ||
          (verdict?.state === 'refused' && verdict.problem !== 'unproven')
        ) {
          decided.push(
            toDecided(verdict, { ...claim, cluster }, ownerAnnotation),
          );
        }
      }
    }
    await this.write(cluster, claims, { decided, records: [] }, lease);
  }

  /** Looks into repositories where the cluster names no owner. Never throws. */
  async checkSpecs(): Promise<void> {
    const { stores, readSpec, logger, now } = this.#options;
    try {
      const limit = pLimit(SPECS_AT_ONCE);
      const due = await stores.claims.specsToCheck(now(), SPECS_PER_CYCLE);
      await Promise.all(
        due.map(environment =>
          limit(async () =>
            stores.claims.writeSpec(
              environment,
              await readSpec(environment),
              new Date(now()).toISOString(),
            ),
          ),
        ),
      );
    } catch (error) {
      logger.error('Specs could not be looked for', toError(error));
    }
  }
}
