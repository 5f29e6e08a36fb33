import { mockServices } from '@backstage/backend-test-utils';
import { InputError } from '@backstage/errors';
import { publicError } from '../../api/publicError';
import { UpstreamError } from './UpstreamError';

/** What nobody who made the message knew to be a secret. */
const TOLD =
  'asked with "authorization: Bearer abc.def-123" at https://portal:hunter2@10.0.0.7/api, Basic cG9ydGFsOmh1bnRlcjI=';

describe('errors with credentials in their message', () => {
  it.each([
    ['of an upstream', new UpstreamError('server-error', TOLD)],
    [
      'for a caller',
      publicError(new InputError(TOLD), mockServices.logger.mock()),
    ],
  ])('should lose them when they are %s', (_, { message, stack }) => {
    expect(message).toContain('asked with');
    for (const text of [message, `${stack}`]) {
      expect(text).not.toMatch(/abc\.def|hunter2|cG9ydGFs/);
    }
  });
});
