import { expect, test } from './lib/test';

test("Backstage's own Kubernetes tab shows the environment without an error", async ({
  portal,
}) => {
  const page = await portal.open(
    'guest',
    '/catalog/default/component/payments-production/kubernetes',
  );
  await expect(page.getByText('Your Clusters')).toBeVisible();
  await expect(
    page.getByRole('button', { name: /Production EU/ }),
  ).toContainText('No pods with errors');
  await expect(page.getByText('There was a problem')).toHaveCount(0);
});
