import type { SourceStatus } from '@elsa-portal/backstage-plugin-elsa-common/contract';
import { staleSince } from './sources';

const source = (overrides: Partial<SourceStatus>): SourceStatus => ({
  id: 'kubernetes:a',
  kind: 'kubernetes',
  name: 'a',
  state: 'ok',
  lastSuccessAt: '2026-11-22T12:00:00Z',
  ...overrides,
});

describe('staleSince', () => {
  it('should be undefined while the sources of the kind answer', () => {
    expect(
      staleSince(
        [source({}), source({ kind: 'prometheus', state: 'timeout' })],
        'kubernetes',
      ),
    ).toBeUndefined();
  });

  it('should give the oldest success of those that do not', () => {
    expect(
      staleSince(
        [
          source({ state: 'timeout' }),
          source({ state: 'stale', lastSuccessAt: '2026-11-22T11:00:00Z' }),
        ],
        'kubernetes',
      ),
    ).toBe('2026-11-22T11:00:00Z');
  });

  it('should not call a source out of date that nobody configured', () => {
    expect(
      staleSince([source({ state: 'not-configured' })], 'kubernetes'),
    ).toBeUndefined();
  });
});
