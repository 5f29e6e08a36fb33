import { toGitError } from './gitError';
import type { RepositoryUrl } from './repositoryUrl';

const url = {
  remoteUrl: 'https://git.example.com/payments/elsa.git',
} as RepositoryUrl;
const token = ['glpat', 'a1B2c3D4e5F6g7H8i9J0'].join('-');

describe('toGitError', () => {
  it.each([
    [
      'a hook that repeats the header',
      Object.assign(
        new Error(`remote: refused, Authorization: Bearer ${token}`),
        { code: 'GitPushError' },
      ),
    ],
    [
      'a proxy that repeats the address',
      new Error(`cannot reach https://git:${token}@git.example.com/`),
    ],
    ['something that is no error', `token=${token}`],
  ])('should take credentials out of %s', (_, error) => {
    const { message } = toGitError(error, url);
    expect(message).toContain(url.remoteUrl);
    expect(message).toContain('***');
    expect(message).not.toContain(token);
  });

  it('should keep what says why', () => {
    const error = Object.assign(new Error('protected branch hook declined'), {
      code: 'GitPushError',
    });
    expect(toGitError(error, url).message).toContain(
      'protected branch hook declined',
    );
  });
});
