import { expect, test } from './lib/test';

const TAB = '/catalog/default/component/payments-production/kubernetes';

test("Backstage's own Kubernetes tab shows the environment to the platform team without an error", async ({
  portal,
}) => {
  const page = await portal.open('pat', TAB);
  await expect(page.getByText('Your Clusters')).toBeVisible();
  await expect(
    page.getByRole('button', { name: /Production EU/ }),
  ).toContainText('No pods with errors');
  await expect(page.getByText('There was a problem')).toHaveCount(0);
});

test.describe('others', () => {
  // Chromium writes an error for each answer that is not 200.
  test.use({ expectedErrors: [/status of 403.*\/api\/kubernetes\//] });

  test('see nothing in the Kubernetes tab, which cannot be limited to owners', async ({
    portal,
  }) => {
    const page = await portal.open('olivia', TAB);
    const main = page.getByRole('main');
    await expect(main).toContainText('Permission required');
    await expect(main).not.toContainText('Your Clusters');
    await expect(
      page.getByRole('button', { name: /Production EU/ }),
    ).toHaveCount(0);
  });
});
