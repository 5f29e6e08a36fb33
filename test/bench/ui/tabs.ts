import type { Locator, Page } from '@playwright/test';

/** A tab of the entity page and what tells that it shows the state. */
export interface Tab {
  name: 'Elsa' | 'Kubernetes';
  path: string;
  meaningful: { selector: string; pattern: string };
}

export const TABS: readonly Tab[] = [
  {
    name: 'Elsa',
    path: 'elsa',
    // The banner with the health in words.
    meaningful: {
      selector: 'section[aria-label=Health]',
      pattern: 'Healthy|Degraded|Progressing|Suspended|Missing|Unknown',
    },
  },
  {
    name: 'Kubernetes',
    path: 'kubernetes',
    // The accordion of a cluster, with its number of pods and of errors.
    meaningful: {
      selector: '[class*=MuiAccordionSummary-root]',
      pattern: '\\d+ pods?.*pods? with errors',
    },
  },
];

/** The link to a tab, made visible where it lies in a drop-down of tabs. */
export async function revealTab(page: Page, tab: Tab): Promise<Locator> {
  const target = page.locator(`a[href$="/${tab.path}"]`).filter({
    hasText: tab.name,
    visible: true,
  });
  const inPage = target.and(page.locator('[href*="/component/"]')).first();
  if (await inPage.isVisible()) {
    return inPage;
  }
  for (const group of await page
    .locator('main button[aria-haspopup], nav button[aria-haspopup]')
    .all()) {
    await group.click();
    await page.waitForTimeout(300);
    if (await inPage.isVisible()) {
      return inPage;
    }
    await page.keyboard.press('Escape');
  }
  throw new Error(`${page.url()} has no tab that leads to /${tab.path}`);
}
