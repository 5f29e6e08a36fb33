import type { Locator, Page } from '@playwright/test';
import { expectNoViolations } from './lib/accessibility';
import { expectHealth, SOON, tabPath } from './lib/elsaTab';
import { form, nextPage } from './lib/form';
import { picture } from './lib/pictures';
import type { Portal } from './lib/portal';
import { expect, test } from './lib/test';

test.describe('the Content Security Policy', () => {
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
          await (target.startsWith('ws')
            ? new WebSocket(target)
            : fetch(target));
        } catch {
          // What happened is told by the event.
        }
        return violated;
      }, url);
    expect(await outcome('https://example.com/')).toBe('connect-src');
    expect(await outcome('wss://example.com/')).toBe('connect-src');
  });
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

const LETS_IN = 'partners-staging';

const SCHEMES = [
  ['dark', '-dark'],
  ['light', ''],
] as const;

async function wear(page: Page, colorScheme: 'dark' | 'light') {
  await page.emulateMedia({ colorScheme });
  await expect(page.locator(`[data-theme-mode="${colorScheme}"]`)).toHaveCount(
    1,
  );
}

/**
 * Pictures in light and dark, and nothing in either that axe objects to. The
 * page is drawn anew when its colours change: what it shows is waited for.
 */
async function look(page: Page, name: string, shows: Locator) {
  for (const [scheme, suffix] of SCHEMES) {
    await wear(page, scheme);
    await expect(shows).toBeVisible();
    await picture(page, `${name}${suffix}`);
    await expectNoViolations(page, 'main');
  }
}

test('the tab and the card say that a server accepts published credentials', async ({
  portal,
}) => {
  const page = await portal.open('olivia', tabPath(LETS_IN));
  await expectHealth(page, 'Healthy');
  const main = page.getByRole('main');
  await expect(main).toContainText(
    'Elsa 3.6 accepts publicly known credentials',
    SOON,
  );
  await expect(main).toContainText('elsa-server-app:3.6.1');
  await look(
    page,
    'tab-security',
    main.getByText('elsa-server-app:3.6.1').first(),
  );

  await portal.open('olivia', `/catalog/default/component/${LETS_IN}`);
  const card = page.locator('article:has(a[href$="/elsa"])');
  await expect(card).toContainText('Open to anyone', SOON);
});

test('the list counts and finds what accepts published credentials', async ({
  portal,
}) => {
  const page = await portal.open('pat', '/elsa?owner=all');
  const table = page.getByRole('table', { name: 'Elsa environments' });
  await expect(table).toContainText('payments-production', SOON);
  await page.getByRole('button', { name: '1 Security findings' }).click();
  await expect(page).toHaveURL(/security=findings/);
  await expect(table).not.toContainText('payments-production');
  await expect(table.getByRole('rowheader')).toHaveText([/partners-staging/]);
  const unregistered = page.getByRole('region', { name: 'Not in the catalog' });
  await expect(unregistered).toContainText('open to anyone', SOON);
  await expect(
    unregistered.getByRole('row', { name: /legacy-workflows/ }),
  ).toContainText('elsa-server-v3-5');
  await look(page, 'environments-security', unregistered);
});

test('nobody else is told of what the catalog never heard of', async ({
  portal,
}) => {
  const page = await portal.open('guest', '/elsa?owner=all&security=findings');
  await expect(
    page.getByRole('table', { name: 'Elsa environments' }),
  ).toContainText(LETS_IN, SOON);
  await expect(page.getByText('legacy-workflows')).toHaveCount(0);
});

async function chooseLegacyImages(portal: Portal, scheme: 'dark' | 'light') {
  const page = await portal.open(
    'guest',
    '/create/templates/default/create-elsa-environment',
  );
  // Before the first answer: other colours draw the form anew, and empty.
  await wear(page, scheme);
  const textbox = (name: string | RegExp) =>
    form(page).getByRole('textbox', { name });
  const choose = async (label: RegExp, option: string) => {
    await form(page).getByRole('button', { name: label }).click();
    await page.getByRole('option', { name: option }).click();
  };
  await textbox('Name').fill(`legacy-${Date.now().toString(36)}`);
  await expect(form(page)).toContainText('This name is available');
  await nextPage(page);
  await choose(/Cluster/, 'staging-eu');
  await choose(/Exposed through/, 'Ingress, NGINX controller');
  await textbox('Studio hostname').fill('legacy.example.com');
  await nextPage(page);
  const legacy = page.getByRole('radio', { name: 'Legacy 3.5 images' });
  await form(page).locator('label').filter({ has: legacy }).click();
  const digest = `sha256:${'5'.repeat(64)}`;
  await textbox(/Server image digest/).fill(digest);
  await textbox(/Studio image digest/).fill(digest);
  await expect(form(page)).toContainText(
    'Elsa 3.5 accepts publicly known credentials',
  );
  const networks = textbox(/Networks that can reach/);
  await form(page)
    .locator('label')
    .filter({ hasText: 'public-credentials-3.5' })
    .click();
  await nextPage(page);
  await expect(networks).toHaveAccessibleDescription(/Name the networks/);
  await networks.fill('10.20.0.0/16');
  return page;
}

test.describe('the form', () => {
  // The page with a mistake is not left.
  test.use({ expectedErrors: [/Form validation failed/] });

  for (const [scheme, suffix] of SCHEMES) {
    test(`says what an image lets happen, where it is chosen (${scheme})`, async ({
      portal,
    }) => {
      const page = await chooseLegacyImages(portal, scheme);
      await nextPage(page);
      await expect(form(page)).toContainText('requests from the cluster');
      // What is mended is no longer refused.
      await page.getByRole('button', { name: 'Back', exact: true }).click();
      await expect(form(page)).toContainText('Who can reach it');
      await expect(form(page)).not.toContainText('Name the networks');
      await picture(page, `form-security${suffix}`, 1900);
      await expectNoViolations(page, 'article');
    });
  }
});
