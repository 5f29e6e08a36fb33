import { kubernetesApiRef } from '@backstage/plugin-kubernetes-react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField, type TestApi } from '../../__testUtils__/renderField';
import { runValidation } from '../../__testUtils__/runValidation';
import { targetPickerField } from './field';
import { TargetPicker } from './TargetPicker';

// Opening lists and typing takes long on a busy machine.
jest.setTimeout(30_000);

const withClusters = (
  getClusters: () => Promise<Array<{ name: string; authProvider: string }>>,
): TestApi[] => [[kubernetesApiRef, { getClusters }]];

const clusters = withClusters(async () => [
  { name: 'staging-eu', authProvider: 'serviceAccount' },
  { name: 'production-eu', authProvider: 'serviceAccount' },
]);

describe('TargetPicker', () => {
  it("should offer the portal's clusters in order", async () => {
    const { onChange } = renderField(TargetPicker, { apis: clusters });
    await userEvent.click(
      await screen.findByRole('button', { name: /Cluster/ }),
    );
    const options = await screen.findAllByRole('option');
    expect(options.map(option => option.textContent)).toEqual([
      'production-eu',
      'staging-eu',
    ]);
    await userEvent.click(options[0]);
    expect(onChange).toHaveBeenLastCalledWith({ cluster: 'production-eu' });
  });

  it('should show the environment name as the default namespace and check another', async () => {
    const { onChange } = renderField(TargetPicker, {
      apis: clusters,
      formData: { cluster: 'production-eu' },
      values: { metadata: { name: 'payments-production' } },
    });
    const namespace = await screen.findByRole('textbox', { name: 'Namespace' });
    expect(namespace).toHaveAttribute('placeholder', 'payments-production');
    await userEvent.type(namespace, 'Payments');
    expect(namespace).toBeInvalid();
    await userEvent.clear(namespace);
    expect(onChange).toHaveBeenLastCalledWith({ cluster: 'production-eu' });
  });

  it('should take a typed name when the clusters cannot be listed', async () => {
    const { onChange } = renderField(TargetPicker, {
      apis: withClusters(async () => {
        throw new Error('403 Forbidden');
      }),
    });
    expect(
      await screen.findByText(/could not be loaded: 403 Forbidden/),
    ).toBeVisible();
    await userEvent.type(screen.getByRole('textbox', { name: /Cluster/ }), 'a');
    expect(onChange).toHaveBeenLastCalledWith({ cluster: 'a' });
  });

  it('should keep the Kubernetes version behind a fold, with its default', async () => {
    const { onChange } = renderField(TargetPicker, {
      apis: clusters,
      formData: { cluster: 'production-eu' },
    });
    await userEvent.click(
      await screen.findByRole('button', {
        name: /Kubernetes version and cloud.*1\.36 \(default\)/,
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: /Kubernetes version$/ }),
    );
    await userEvent.click(await screen.findByRole('option', { name: '1.37' }));
    expect(onChange).toHaveBeenLastCalledWith({
      cluster: 'production-eu',
      kubernetesVersion: '1.37',
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Reset to defaults' }),
    );
    expect(onChange).toHaveBeenLastCalledWith({ cluster: 'production-eu' });
  });

  it('should say that there are no clusters in this portal', async () => {
    renderField(TargetPicker);
    expect(
      await screen.findByText(/no Kubernetes plugin or no clusters/),
    ).toBeVisible();
  });

  it.each([
    [{}, ['Choose a cluster.']],
    [{ cluster: 'a b' }, [expect.stringContaining('cluster')]],
    [{ cluster: 'a', namespace: 'B' }, [expect.stringContaining('namespace')]],
    [{ cluster: 'a', namespace: 'b' }, []],
  ])('should check %j when the page is left', async (value, expected) => {
    expect(await runValidation(targetPickerField, value)).toEqual(expected);
  });
});
