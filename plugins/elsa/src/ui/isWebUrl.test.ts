import { isWebUrl } from './isWebUrl';

describe('isWebUrl', () => {
  it.each(['https://argocd.example.com/x', 'http://localhost:3000'])(
    'should follow %s',
    url => expect(isWebUrl(url)).toBe(true),
  );

  it.each([
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)',
    'data:text/html,x',
    '/relative',
    '',
  ])('should not follow %p', url => expect(isWebUrl(url)).toBe(false));
});
