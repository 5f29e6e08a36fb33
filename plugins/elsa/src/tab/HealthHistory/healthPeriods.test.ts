import { healthPeriods } from './healthPeriods';

describe('healthPeriods', () => {
  it('should end each period where the next begins, and the newest now', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(
      healthPeriods(
        [
          { at: '2026-11-22T11:00:00Z', to: 'Degraded', isPartial: false },
          { at: '2026-11-22T10:00:00Z', to: 'Healthy', isPartial: false },
        ],
        now,
      ),
    ).toEqual([
      expect.objectContaining({
        status: 'Degraded',
        to: now,
        isOngoing: true,
      }),
      expect.objectContaining({
        status: 'Healthy',
        to: Date.parse('2026-11-22T11:00:00Z'),
        isOngoing: false,
      }),
    ]);
  });
});
