import { expectNoViolations } from './lib/accessibility';
import { expectHealth, panel, SOON, tabPath } from './lib/elsaTab';
import { fillIn, form } from './lib/form';
import { picture } from './lib/pictures';
import { GIT } from './lib/addresses';
import { expect, test } from './lib/test';

const PATH = '/create/templates/default/create-elsa-environment';

/** A name of its own for each run: repositories outlive a portal. */
const NAME = `refunds-${Date.now().toString(36)}`;

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
  const page = await portal.open('guest', PATH);
  await fillIn(page, NAME, async ({ name, height }) => {
    await picture(page, `form-${name}`, height);
    await expectNoViolations(page, 'article');
  });
  await page.getByRole('button', { name: 'Create' }).click();

  await test.step('the steps succeed', async () => {
    await expect(form(page)).toContainText(
      `${NAME} was generated and pushed.`,
      SOON,
    );
    await expect(form(page)).toContainText('Next steps');
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
    await expectNoViolations(page, 'article article');
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

test('the form is accessible in the dark as well', async ({ portal }) => {
  const page = await portal.open('olivia', PATH);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('[data-theme-mode="dark"]')).toHaveCount(1);
  await fillIn(
    page,
    `${NAME}-dark`,
    async ({ name, height }) => {
      if (name === 'environment' || name === 'size' || name === 'repository') {
        await picture(page, `form-${name}-dark`, height);
      }
      await expectNoViolations(page, 'article');
    },
    'Orders',
  );
});
