import type { Page } from '@playwright/test';
import { SOON } from './lib/elsaTab';
import { chooseRepository, form, nextPage } from './lib/form';
import { HOSTING_TOKEN, hostingUrl } from './lib/hosting';
import { picture } from './lib/pictures';
import { GIT } from './lib/addresses';
import { expect, test } from './lib/test';

const PATH = '/create/templates/default/create-elsa-environment';
const RUN = Date.now().toString(36);

type Provider = 'GitHub' | 'GitLab' | 'a plain Git server';

const values = (name: string, owner: string) => ({
  metadata: { name },
  owner,
  preset: 'development',
  target: { cluster: 'staging-eu' },
  exposure: { kind: 'gateway', host: `${name}.example.com` },
  host: { profile: 'official' },
  delivery: { packaging: 'helm', argocd: { enabled: false } },
});

/** Opens the form with everything answered but the repository. */
async function openAnswered(
  page: Page,
  name: string,
  owner = 'group:default/payments',
) {
  const data = encodeURIComponent(JSON.stringify(values(name, owner)));
  await page.evaluate(target => {
    window.history.pushState({}, '', target);
    window.dispatchEvent(new PopStateEvent('popstate'));
  }, `${PATH}?formData=${data}`);
  await expect(
    form(page).getByRole('textbox', { name: 'Name', exact: true }),
  ).toHaveValue(name);
  await expect(form(page)).toContainText('This name is available');
}

async function goToRepository(page: Page) {
  for (const title of [
    /Cluster/,
    /One server replica/,
    /What this environment requests/,
    /Define your own objectives/,
    /Backups/,
    /Git server/,
  ]) {
    await nextPage(page);
    await expect(form(page)).toContainText(title);
  }
}

/** Reads a file of what was published, as it lies on the branch. */
async function readPublished(
  provider: Provider,
  name: string,
  file: string,
): Promise<string> {
  const server = {
    GitHub: () => hostingUrl('github'),
    GitLab: () => hostingUrl('gitlab'),
    'a plain Git server': () => GIT,
  }[provider]();
  const url = `${server}/raw/payments/${name}/main/${file}`;
  const answer = await fetch(url, {
    headers: { Authorization: `Bearer ${HOSTING_TOKEN}` },
  });
  expect({ url, status: answer.status }).toEqual({ url, status: 200 });
  return answer.text();
}

/** What a task says where a repository of that name is there already. */
const TAKEN: Record<Provider, RegExp> = {
  GitHub: /name already exists on this account/,
  GitLab: /has already been taken/,
  // The scaffolder blackens inputs of the step in its words, such as `main`.
  'a plain Git server': /is not empty: its .* already has commits/,
};

/** Goes through the form with a repository chosen, and starts the task. */
async function create(
  page: Page,
  name: string,
  choose: () => Promise<void>,
): Promise<void> {
  await openAnswered(page, name);
  await goToRepository(page);
  await choose();
  await nextPage(page);
  await expect(form(page)).toContainText('Your choices are valid.');
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
}

for (const provider of [
  'GitHub',
  'GitLab',
  'a plain Git server',
] satisfies Provider[]) {
  test.describe(provider, () => {
    const name = `to-${provider.toLocaleLowerCase('en-US').replaceAll(' ', '-')}-${RUN}`;
    test.use({
      expectedErrors: [new RegExp(`status of 404.*/${name}`)],
    });

    test(`an environment is published to ${provider}`, async ({ portal }) => {
      const page = await portal.open('guest', '/create');
      await create(page, name, () => chooseRepository(page, provider, name));
      await expect(form(page)).toContainText(
        `${name} was generated and pushed.`,
        SOON,
      );
      const [catalog, spec, values_] = await Promise.all(
        [
          'catalog-info.yaml',
          `.elsa/${name}.yaml`,
          `environments/${name}/values.yaml`,
        ].map(file => readPublished(provider, name, file)),
      );
      expect(catalog).toContain(`name: ${name}`);
      expect(catalog).toContain('owner: group:default/payments');
      expect(spec).toContain('kind: ElsaEnvironment');
      expect(values_).toContain('owner: group:default/payments');
      expect(catalog + spec + values_).not.toContain('${{');
    });

    test(`a repository on ${provider} whose name is taken is left alone`, async ({
      portal,
    }) => {
      const before = await readPublished(provider, name, 'catalog-info.yaml');
      const page = await portal.open('guest', '/create');
      await create(page, `${name}-2`, () =>
        chooseRepository(page, provider, name),
      );
      await expect(page.getByRole('alert')).toContainText(
        TAKEN[provider],
        SOON,
      );
      expect(await readPublished(provider, name, 'catalog-info.yaml')).toBe(
        before,
      );
    });
  });
}

test.describe('refusals', () => {
  // Chromium writes an error for each answer that is not 200.
  test.use({ expectedErrors: [/status of 404/] });

  test('a team of others is not offered, and refused where it is prefilled', async ({
    portal,
  }) => {
    const page = await portal.open('olivia', '/create');
    await openAnswered(page, `taken-${RUN}`);
    await nextPage(page);
    await expect(form(page)).toContainText(
      'You cannot create environments for group:default/payments.',
    );
    await form(page).getByRole('button', { name: /Owner/ }).click();
    await expect(
      page.getByRole('option', { name: 'Orders', exact: true }),
    ).toBeVisible();
    await expect(
      page.getByRole('option', { name: 'Payments', exact: true }),
    ).toHaveCount(0);
    await page.keyboard.press('Escape');
    await picture(page, 'form-refused-owner', 1180);
  });

  test('a task that was made without the form is refused by the server', async ({
    portal,
    request,
  }) => {
    const page = await portal.open('olivia', '/create');
    const [sent] = await Promise.all([
      page.waitForRequest(
        asked =>
          asked.url().includes('/api/') && 'authorization' in asked.headers(),
      ),
      openAnswered(page, `crafted-${RUN}`),
    ]);
    const remoteUrl = `${GIT}/payments/crafted-${RUN}.git`;
    const answer = await request.post('/api/scaffolder/v2/tasks', {
      headers: { authorization: sent.headers().authorization },
      data: {
        templateRef: 'template:default/create-elsa-environment',
        values: {
          ...values(`crafted-${RUN}`, 'group:default/payments'),
          repository: { kind: 'git', mode: 'new', remoteUrl },
        },
      },
    });
    expect(answer.status()).toBe(201);
    const { id } = await answer.json();
    await page.evaluate(target => {
      window.history.pushState({}, '', target);
      window.dispatchEvent(new PopStateEvent('popstate'));
    }, `/create/tasks/${id}`);
    await expect(page.getByRole('alert')).toContainText(
      "You may not create or change Elsa environments of 'group:default/payments'",
      SOON,
    );
    await picture(page, 'creation-refused', 900);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect(page.locator('[data-theme-mode="dark"]')).toHaveCount(1);
    await picture(page, 'creation-refused-dark', 900);
    const pushed = await fetch(
      `${GIT}/raw/payments/crafted-${RUN}/main/catalog-info.yaml`,
    );
    expect(pushed.status).toBe(404);
  });
});
