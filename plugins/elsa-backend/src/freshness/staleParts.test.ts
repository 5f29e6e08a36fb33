import { catalogEnvironment } from '../__testUtils__/catalogEnvironment';
import type { ClusterPart, StoredEnvironment, StoredSource } from '../model';
import { isSilent, staleParts } from './staleParts';

const nowMs = Date.parse('2026-11-28T12:00:00Z');
const before = (seconds: number) =>
  new Date(nowMs - seconds * 1000).toISOString();
const catalog = catalogEnvironment({ name: 'payments' });

const part: ClusterPart = {
  health: { status: 'Healthy', isPartial: false, reasons: [] },
  components: [],
  storage: [],
  certificates: [],
  backups: [],
};

const stored = {
  entityRef: catalog.entityRef,
  catalog,
  cluster: part,
  health: 'Healthy',
  isPartial: false,
} as unknown as StoredEnvironment;

function contextOf(lastDataAt?: string) {
  const id = `kubernetes:${catalog.cluster}`;
  const source = { id, state: 'timeout', lastDataAt } as StoredSource;
  return { sources: new Map([[id, source]]), staleAfterMs: 120_000, nowMs };
}

describe('isSilent', () => {
  it.each([
    ['never read', undefined, true],
    ['two minutes ago', before(120), false],
    ['longer ago', before(121), true],
    ['by a clock that is hours fast', before(-7200), true],
  ])('should judge a cluster that was read %s', (_, lastDataAt, expected) => {
    expect(isSilent(catalog.cluster, contextOf(lastDataAt))).toBe(expected);
  });
});

describe('staleParts', () => {
  it.each([
    ['read at some time', before(300), 'StaleData'],
    ['never read', undefined, 'NotCollected'],
  ])('should say once that a cluster was %s', (_, lastDataAt, code) => {
    const context = contextOf(lastDataAt);
    const first = staleParts(catalog.cluster, [stored], context);
    const withdrawn = first.get(catalog.entityRef);
    expect(withdrawn?.health).toMatchObject({
      status: 'Unknown',
      reasons: [{ code }],
    });
    const again = { ...stored, cluster: withdrawn };
    expect(staleParts(catalog.cluster, [again], context).size).toBe(0);
  });

  it('should leave alone what was read by itself a moment ago', () => {
    const refreshed = { ...stored, collectedAt: before(10) };
    expect(
      staleParts(catalog.cluster, [refreshed], contextOf(before(300))).size,
    ).toBe(0);
  });
});
