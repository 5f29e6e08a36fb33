import { classifyError } from './classifyError';

describe('classifyError', () => {
  it.each([
    [401, 'signed-out'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [500, 'failed'],
    [503, 'unreachable'],
  ])('should take status %d for %s', (statusCode, kind) => {
    expect(classifyError(Object.assign(new Error(), { statusCode }))).toBe(
      kind,
    );
  });

  it('should take a request without any answer for unreachable', () => {
    expect(classifyError(new TypeError('Failed to fetch'))).toBe('unreachable');
  });

  it('should cope with what is no error', () => {
    expect(classifyError('boom')).toBe('failed');
  });
});
