import { expect, test } from './lib/test';

test.use({ expectedErrors: [/Content Security Policy|Failed to fetch/] });

test('a page may ask its own backend and nobody else', async ({ portal }) => {
  const page = await portal.open('guest', '/');
  const policy = await page.evaluate(async () => {
    const answer = await fetch('/');
    return answer.headers.get('content-security-policy');
  });
  expect(policy).toMatch(/connect-src 'self'(;|$)/);

  /** Who asks is told by the browser that it was its policy. */
  const outcome = (url: string) =>
    page.evaluate(async target => {
      const violated = new Promise<string>(resolve => {
        document.addEventListener(
          'securitypolicyviolation',
          ({ violatedDirective }) => resolve(violatedDirective),
          { once: true },
        );
        setTimeout(() => resolve('nothing was violated'), 5_000);
      });
      try {
        await (target.startsWith('ws') ? new WebSocket(target) : fetch(target));
      } catch {
        // What happened is told by the event.
      }
      return violated;
    }, url);
  expect(await outcome('https://example.com/')).toBe('connect-src');
  expect(await outcome('wss://example.com/')).toBe('connect-src');
});

test('the WebSocket of signals is no other host', async ({
  portal,
  baseURL,
}) => {
  const page = await portal.open('guest', '/');
  const state = await page.evaluate(
    address =>
      new Promise<string>(resolve => {
        const socket = new WebSocket(address);
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve('refused');
      }),
    `${String(baseURL).replace(/^http/, 'ws')}/api/signals`,
  );
  expect(state).toBe('open');
});
