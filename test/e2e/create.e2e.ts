import type { Page } from '@playwright/test';
import { expectHealth, panel, SOON, tabPath } from './lib/elsaTab';
import { picture } from './lib/pictures';
import { GIT } from './lib/sandbox';
import { expect, test } from './lib/test';

/** A name of its own for each run: repositories outlive a portal. */
const NAME = `refunds-${Date.now().toString(36)}`;

// Cards on it are articles as well.
const form = (page: Page) => page.getByRole('article').first();
const next = (page: Page) => page.getByRole('button', { name: 'Next' });

// The result page asks for the environment before the catalog knows it.
test.use({
  expectedErrors: [
    new RegExp(
      `status of 404.*/api/elsa/environments/component/default/${NAME}`,
    ),
  ],
});

test('a form leads to an environment that turns healthy', async ({
  portal,
}) => {
  test.setTimeout(300_000);
  const page = await portal.open(
    'guest',
    '/create/templates/default/create-elsa-environment',
  );

  await test.step('Environment', async () => {
    const name = form(page).getByRole('textbox', { name: 'Name' });
    await name.fill('Refunds_1');
    await expect(form(page)).toContainText(/lower-case letters, digits/);
    await name.fill('payments-production');
    await expect(form(page)).toContainText(
      'The catalog already holds component:default/payments-production',
    );
    await name.fill(NAME);
    await expect(form(page)).toContainText('This name is free');
    await form(page).getByRole('textbox', { name: 'Title' }).fill('Refunds');
    await form(page)
      .getByRole('textbox', { name: 'Description' })
      .fill('Pays back what customers return');
    await form(page).getByRole('textbox', { name: 'Owner' }).click();
    await page.getByRole('option', { name: 'Payments', exact: true }).click();
    await form(page)
      .getByRole('radio', { name: /^Development/ })
      .check();
    await picture(page, 'form-environment', 1180);
    await next(page).click();
  });

  await test.step('Place', async () => {
    await next(page).click();
    await expect(form(page)).toContainText(
      'Choose the cluster that the environment runs in.',
    );
    await form(page)
      .getByRole('button', { name: /Cluster/ })
      .click();
    await page.getByRole('option', { name: 'staging-eu' }).click();
    await form(page)
      .getByLabel('Host name of the Studio')
      .fill(`${NAME}.example.com`);
    await picture(page, 'form-place', 980);
    await next(page).click();
  });

  await test.step('Elsa', async () => {
    await expect(form(page)).toContainText('One server replica');
    await picture(page, 'form-elsa', 1180);
    await next(page).click();
  });

  await test.step('Size', async () => {
    await expect(
      form(page)
        .getByRole('row', { name: /^Total/ })
        .first(),
    ).toContainText('GiB');
    await picture(page, 'form-size', 800);
    await next(page).click();
  });

  await test.step('Objectives', async () => {
    await form(page)
      .getByRole('button', { name: 'Define own objectives' })
      .click();
    await expect(form(page)).toContainText(/Budget: .* in 30 days/);
    await picture(page, 'form-objectives', 800);
    await form(page)
      .getByRole('button', { name: "Use the preset's objectives" })
      .click();
    await next(page).click();
  });

  await test.step('Repository', async () => {
    await form(page).getByLabel('Any other Git server').check();
    await form(page)
      .getByLabel('Address of the repository')
      .fill(`${GIT}/payments/${NAME}.git`);
    await picture(page, 'form-repository', 1020);
    await next(page).click();
  });

  await test.step('What will be created', async () => {
    await expect(form(page)).toContainText('These choices fit together.');
    await expect(form(page)).toContainText(
      `Runs in namespace ${NAME} of cluster staging-eu`,
    );
    await expect(form(page)).toContainText('Owned by group:default/payments');
    await expect(form(page)).toContainText(`.elsa/${NAME}.yaml`);
    await picture(page, 'form-review', 1120);
    await page.getByRole('button', { name: 'Review' }).click();
    await picture(page, 'form-answers', 1300);
    await page.getByRole('button', { name: 'Create' }).click();
  });

  await test.step('the steps succeed', async () => {
    await expect(form(page)).toContainText(
      `${NAME} was generated and pushed.`,
      SOON,
    );
    await expect(form(page)).toContainText('Next commands');
    const [catalog, spec] = await Promise.all(
      ['catalog-info.yaml', `.elsa/${NAME}.yaml`].map(async file => {
        const answer = await fetch(`${GIT}/raw/payments/${NAME}/main/${file}`);
        return { status: answer.status, text: await answer.text() };
      }),
    );
    expect(catalog.status).toBe(200);
    expect(catalog.text).toContain(`name: ${NAME}`);
    expect(spec.text).toContain('kind: ElsaEnvironment');
    expect(catalog.text + spec.text).not.toContain('${{');
  });

  await test.step('the result page shows that it runs', async () => {
    await expect(form(page)).toContainText('The environment is healthy.', {
      timeout: 120_000,
    });
    await picture(page, 'output', 1400);
  });

  await test.step('the tab is healthy', async () => {
    // The panel has it, and the scaffolder's own list of links.
    await form(page)
      .getByRole('link', { name: 'Open the Elsa tab' })
      .first()
      .click();
    await expect(page).toHaveURL(new RegExp(`${tabPath(NAME)}$`));
    await expectHealth(page, 'Healthy');
    await expect(panel(page, 'Delivery')).toContainText('Synced');
  });
});
