import type { Page } from '@playwright/test';
import { GIT } from './addresses';
import { hostingUrl } from './hosting';
import { expect, test } from './test';

/** Pages of the form, with the height that shows the whole of each. */
const PAGES = {
  environment: 1180,
  place: 980,
  elsa: 1240,
  size: 800,
  objectives: 800,
  options: 1300,
  repository: 1020,
  review: 1120,
  answers: 1300,
} as const;

export interface FormPage {
  name: keyof typeof PAGES;
  height: number;
}

// Cards on it are articles as well.
export const form = (page: Page) => page.getByRole('article').first();

/** Chooses by the label, as people do: the button itself may be drawn by it. */
async function choose(page: Page, name: string | RegExp): Promise<void> {
  const radio = page.getByRole('radio', { name });
  await form(page).locator('label').filter({ has: radio }).click();
  await expect(radio).toBeChecked();
}

const next = (page: Page) => page.getByRole('button', { name: 'Next' });

/** Leaves a page of the form. */
export async function nextPage(page: Page): Promise<void> {
  await next(page).click();
}

/** Answers the page for the repository, of team Payments. */
export async function chooseRepository(
  page: Page,
  provider: 'GitHub' | 'GitLab' | 'a plain Git server',
  name: string,
): Promise<void> {
  const textbox = (label: string) =>
    form(page).getByRole('textbox', { name: label });
  const host = {
    GitHub: () => new URL(hostingUrl('github')).host,
    GitLab: () => new URL(hostingUrl('gitlab')).host,
    'a plain Git server': () => new URL(GIT).host,
  }[provider]();
  await form(page)
    .getByRole('button', { name: /Git server/ })
    .click();
  await page.getByRole('option', { name: host }).click();
  if (provider === 'a plain Git server') {
    await textbox('Repository path').fill(`payments/${name}.git`);
    return;
  }
  await textbox('Repository owner').fill('payments');
  await textbox('Repository name').fill(name);
}

/** Answers the form's pages, up to the button that creates. */
export async function fillIn(
  page: Page,
  name: string,
  look: (formPage: FormPage) => Promise<void>,
  team: 'Payments' | 'Orders' = 'Payments',
): Promise<void> {
  const lookAt = (title: FormPage['name']) =>
    look({ name: title, height: PAGES[title] });
  const textbox = (label: string) =>
    form(page).getByRole('textbox', { name: label });

  await test.step('Environment', async () => {
    await textbox('Name').fill('Refunds_1');
    await expect(textbox('Name')).toHaveAttribute('aria-invalid', 'true');
    await expect(form(page)).toContainText(
      'This is not a name that Kubernetes accepts',
    );
    await textbox('Name').fill('payments-production');
    await expect(form(page)).toContainText(
      'The catalog already contains component:default/payments-production',
    );
    await textbox('Name').fill(name);
    await expect(form(page)).toContainText('This name is available');
    await textbox('Title').fill('Refunds');
    await textbox('Description').fill('Pays back what customers return');
    // The only team of the reader's is proposed.
    await expect(
      form(page).getByRole('button', { name: /Owner/ }),
    ).toContainText(team);
    await choose(page, /^Development/);
    await lookAt('environment');
    await next(page).click();
  });

  await test.step('Place', async () => {
    const namespace = form(page).getByRole('textbox', {
      name: 'Namespace',
      exact: true,
    });
    await textbox('Studio hostname').fill(`${name}.example.com`);
    await namespace.fill('Refunds_1');
    await next(page).click();
    await expect(form(page)).toContainText(
      'Choose a cluster for the environment.',
    );
    await namespace.fill('');
    await form(page)
      .getByRole('button', { name: /Cluster/ })
      .click();
    await page.getByRole('option', { name: 'staging-eu' }).click();
    // What has a default is folded and says what holds.
    await expect(
      form(page).getByRole('button', { name: /^Gateway.*\(default\)/ }),
    ).toHaveAttribute('aria-expanded', 'false');
    await expect(
      form(page).getByRole('button', { name: /^Service mesh/ }),
    ).toContainText('None (default)');
    await lookAt('place');
    await next(page).click();
  });

  await test.step('Elsa', async () => {
    await expect(form(page)).toContainText('One server replica');
    await choose(page, 'Your own clustered host');
    await expect(textbox('Your server image')).toBeVisible();
    await choose(page, 'Official Elsa images');
    await lookAt('elsa');
    await next(page).click();
  });

  await test.step('Size', async () => {
    const total = form(page)
      .getByRole('row', { name: /^Total/ })
      .first();
    await expect(total).toContainText('1.4 GiB');
    await choose(page, 'Large');
    await expect(total).not.toContainText('1.4 GiB');
    await choose(page, "The preset's size");
    await expect(total).toContainText('1.4 GiB');
    await lookAt('size');
    await next(page).click();
  });

  await test.step('Objectives', async () => {
    await form(page)
      .getByRole('button', { name: 'Define your own objectives' })
      .click();
    await expect(form(page)).toContainText(/Error budget: .* over 30 days/);
    await lookAt('objectives');
    // The preset measures nothing, and objectives without figures are none.
    await next(page).click();
    await expect(form(page)).toContainText(
      'Objectives are defined, but monitoring is disabled.',
    );
    await form(page)
      .getByRole('button', { name: "Use the preset's objectives" })
      .click();
    await next(page).click();
  });

  await test.step('Options', async () => {
    // Not the lists of choices in them, which say what is chosen first.
    const fold = (title: string) =>
      form(page)
        .getByRole('button', { name: new RegExp(`^${title}`) })
        .and(page.locator('[slot="trigger"]'));
    // The official images run as one replica: nothing to choose there.
    await expect(fold('Replicas and autoscaling')).toHaveCount(0);
    await expect(fold('Backups')).toContainText('Off (default)');
    await fold('Secrets').click();
    await form(page)
      .getByRole('button', { name: /Where passwords and keys come from/ })
      .click();
    await page.getByRole('option', { name: /External Secrets/ }).click();
    await expect(textbox('Secret store name')).toBeVisible();
    await lookAt('options');
    await next(page).click();
    await expect(textbox('Secret store name')).toHaveAccessibleDescription(
      /needs a store to read from/,
    );
    await form(page).getByRole('button', { name: 'Reset to defaults' }).click();
    await expect(fold('Secrets')).toContainText('(default)');
    await next(page).click();
  });

  await test.step('Repository', async () => {
    await next(page).click();
    await expect(form(page)).toContainText('Choose a Git server.');
    await chooseRepository(page, 'a plain Git server', name);
    await lookAt('repository');
    await next(page).click();
  });

  await test.step('What will be created', async () => {
    await expect(form(page)).toContainText('Your choices are valid.');
    await expect(form(page)).toContainText(
      `Runs in namespace ${name} on cluster staging-eu`,
    );
    await expect(form(page)).toContainText(
      `Owned by group:default/${team.toLocaleLowerCase('en-US')}`,
    );
    await expect(form(page)).toContainText(`.elsa/${name}.yaml`);
    await lookAt('review');
    await page.getByRole('button', { name: 'Review' }).click();
    await lookAt('answers');
  });
}
