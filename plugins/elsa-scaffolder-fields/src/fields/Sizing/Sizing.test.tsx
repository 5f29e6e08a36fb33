import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../../__testUtils__/renderField';
import { Sizing } from './Sizing';

const rowOf = (name: string) =>
  screen.getAllByRole('row').find(row => row.textContent?.startsWith(name))
    ?.textContent;

describe('Sizing', () => {
  it('should show the sum of what is requested and change it with the size', async () => {
    const { onChange } = renderField(Sizing, {
      values: { preset: 'development' },
    });
    expect(
      await screen.findByRole('table', { name: /requests from the cluster/ }),
    ).toBeVisible();
    expect(rowOf('Total')).toBe('Total30.551.4 GiB10 GiB');

    await userEvent.click(screen.getByRole('radio', { name: 'Large' }));
    expect(onChange).toHaveBeenLastCalledWith('large');
    expect(rowOf('Total')).toBe('Total33.256.3 GiB200 GiB');

    await userEvent.click(
      screen.getByRole('radio', { name: "The preset's size" }),
    );
    expect(onChange).toHaveBeenLastCalledWith(undefined);
  });

  it('should show what autoscaling may add', async () => {
    renderField(Sizing, {
      formData: 'small',
      values: {
        preset: 'production',
        host: {
          profile: 'clustered',
          server: { repository: 'registry.example.com/elsa', tag: '1.0.0' },
        },
      },
    });
    await screen.findByRole('table');
    expect(rowOf('Total at maximum scale')).toBeDefined();
  });

  it('should say what is missing for the sum', async () => {
    renderField(Sizing, { values: { host: { profile: 'clustered' } } });
    expect(
      await screen.findByText(/once these questions are answered/),
    ).toBeVisible();
    expect(screen.getByText('host.server.repository')).toBeVisible();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });
});
