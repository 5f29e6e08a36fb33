import { SOON, tabPath } from './lib/elsaTab';
import { expect, test } from './lib/test';

/**
 * Every test fails for an error on the console, by the fixture in lib/test.ts.
 * These are our pages that no other test opens.
 */
const PAGES: Array<{ path: string; text: string }> = [
  { path: '/', text: 'Open environments' },
  { path: '/elsa?owner=all&group=owner', text: 'billing-staging' },
  {
    path: '/catalog/default/system/payments/elsa-environments',
    text: 'payments-staging',
  },
  {
    path: '/catalog/default/group/payments/elsa-environments',
    text: 'payments-production',
  },
  {
    path: '/catalog/default/component/payments-production',
    text: 'Open the Elsa tab',
  },
  { path: tabPath('payments-production-server'), text: '3 of 3 ready' },
];

for (const { path, text } of PAGES) {
  test(`${path} opens without an error`, async ({ portal }) => {
    const page = await portal.open('guest', path);
    await expect(page.getByText(text).first()).toBeVisible(SOON);
  });
}
