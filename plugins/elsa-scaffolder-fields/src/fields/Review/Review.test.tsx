import { screen, within } from '@testing-library/react';
import { renderField } from '../../__testUtils__/renderField';
import { runValidation } from '../../__testUtils__/runValidation';
import { reviewField } from './field';
import { Review } from './Review';

const values = {
  metadata: { name: 'payments-production' },
  owner: 'group:default/payments',
  preset: 'production',
  target: { cluster: 'production-eu', namespace: 'payments-elsa' },
  exposure: { kind: 'gateway', host: 'elsa.example.com' },
  repositoryKind: 'github',
  repoUrl: 'github.com?owner=payments&repo=deployment',
};

describe('Review', () => {
  it('should show where it runs, what it requests and the files', async () => {
    renderField(Review, { values });
    expect(
      await screen.findByText(
        'Runs in namespace payments-elsa on cluster production-eu',
      ),
    ).toBeVisible();
    expect(screen.getByText('Owned by group:default/payments')).toBeVisible();
    expect(screen.getByText('API at elsa-api.example.com')).toBeVisible();
    expect(
      screen.getByText('Pushed to https://github.com/payments/deployment'),
    ).toBeVisible();
    const files = screen.getByRole('region', { name: /files and folders/ });
    expect(
      within(files)
        .getAllByRole('listitem')
        .map(item => item.querySelector('code')?.textContent),
    ).toEqual(
      expect.arrayContaining([
        'README.md',
        'catalog-info.yaml',
        '.elsa/payments-production.yaml',
        'environments/payments-production/values.yaml',
        'argocd/payments-production.yaml',
        '.github/workflows/validate.yaml',
      ]),
    );
    expect(
      await runValidation(reviewField, undefined, { formData: values }),
    ).toEqual([]);
  });

  it('should show what holds for each part, and which answers are left out', async () => {
    renderField(Review, {
      values: {
        ...values,
        mesh: { kind: 'linkerd' },
        server: { replicas: 3 },
      },
    });
    const choices = await screen.findByRole('region', { name: 'Your choices' });
    const rowOf = (name: string) =>
      within(choices).getByText(name).parentElement?.textContent;
    expect(rowOf('Service mesh')).toBe('Service meshLinkerd');
    expect(rowOf('Backups')).toBe('BackupsOn');
    expect(choices).not.toHaveTextContent('Replicas and autoscaling');
    expect(screen.getByText(/Ignored.*server\.replicas/)).toBeVisible();
  });

  it('should name everything that is wrong and not let it pass', async () => {
    const wrong = {
      ...values,
      exposure: { kind: 'gateway', host: 'not a host' },
      backup: { enabled: true, retentionDays: 0 },
    };
    renderField(Review, { values: wrong });
    expect(await screen.findByText(/issues to fix/)).toBeVisible();
    expect(screen.getByText('exposure.host')).toBeVisible();
    expect(screen.getByText('backup.retentionDays')).toBeVisible();
    expect(
      await runValidation(reviewField, undefined, { formData: wrong }),
    ).toEqual(['Fix the issues in the review before you continue.']);
  });
});
