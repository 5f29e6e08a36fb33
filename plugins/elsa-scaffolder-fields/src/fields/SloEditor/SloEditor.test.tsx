import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../../__testUtils__/renderField';
import { runValidation } from '../../__testUtils__/runValidation';
import { sloEditorField } from './field';
import { budgetSeconds, createSlo, toPercent, toRatio } from './objective';
import { SloEditor } from './SloEditor';

const values = {
  metadata: { name: 'payments' },
  owner: 'group:default/payments',
  preset: 'production',
  target: { cluster: 'production-eu' },
  exposure: { host: 'elsa.example.com' },
};

/** Moves the focus as a keyboard does, and fails where a button cannot be reached. */
async function tabTo(name: string) {
  const button = screen.getByRole('button', { name });
  for (let steps = 0; steps < 30; steps++) {
    await userEvent.tab();
    if (document.activeElement === button) {
      return;
    }
  }
  throw new Error(`The keyboard does not reach '${name}'`);
}

describe('SloEditor', () => {
  it("should start from the preset's objectives and go back to them", async () => {
    const { onChange } = renderField(SloEditor, { values });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Define your own objectives' }),
    );
    expect(onChange).toHaveBeenLastCalledWith([
      expect.objectContaining({
        name: 'availability',
        objective: 0.9995,
        windowDays: 30,
      }),
    ]);
    await userEvent.click(
      screen.getByRole('button', { name: "Use the preset's objectives" }),
    );
    expect(onChange).toHaveBeenLastCalledWith(undefined);
  });

  it('should show the budget in minutes and follow the objective', async () => {
    renderField(SloEditor, {
      formData: [
        { name: 'availability', indicator: 'availability', objective: 0.999 },
      ],
    });
    expect(
      await screen.findByText('Error budget: 43 min 12 sec over 30 days'),
    ).toBeVisible();
    const objective = screen.getByRole('textbox', {
      name: /Objective \(percent\)/,
    });
    await userEvent.clear(objective);
    await userEvent.type(objective, '99.5');
    await userEvent.tab();
    expect(
      await screen.findByText('Error budget: 3 hr 36 min over 30 days'),
    ).toBeVisible();
  });

  it('should add and remove objectives by keyboard', async () => {
    const { onChange } = renderField(SloEditor, { formData: [] });
    expect(await screen.findByText(/No objectives are defined/)).toBeVisible();
    await tabTo('Add objective');
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenLastCalledWith([createSlo([])]);
    await tabTo('Remove availability');
    await userEvent.keyboard('{Enter}');
    expect(onChange).toHaveBeenLastCalledWith([]);
  });

  it('should ask for a threshold only where time is measured', async () => {
    const { onChange } = renderField(SloEditor, {
      formData: [{ name: 'fast', indicator: 'success', objective: 0.95 }],
    });
    await screen.findByRole('group', { name: 'Objective fast' });
    const name = /Latency threshold/;
    expect(screen.queryByRole('textbox', { name })).not.toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: /What is measured/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Fast requests' }),
    );
    await userEvent.type(await screen.findByRole('textbox', { name }), '500');
    await userEvent.tab();
    expect(onChange).toHaveBeenLastCalledWith([
      expect.objectContaining({
        indicator: 'latency',
        thresholdMilliseconds: 500,
      }),
    ]);
  });

  it('should show what is wrong with a name', async () => {
    renderField(SloEditor, {
      formData: [
        { name: 'My SLO', indicator: 'availability', objective: 0.99 },
      ],
    });
    expect(await screen.findByRole('textbox', { name: 'Name' })).toBeInvalid();
  });

  it('should not let duplicate names pass the page', async () => {
    const slo = {
      name: 'availability',
      indicator: 'availability',
      objective: 0.99,
    };
    const errors = await runValidation(sloEditorField, [slo, slo], {
      formData: values,
    });
    expect(errors).toEqual([expect.stringContaining('slos')]);
  });
});

describe('objectives', () => {
  it.each([
    [99.9, 0.999],
    [99.95, 0.9995],
    [99.99999, 0.9999999],
    [95, 0.95],
  ])('should turn %p percent into %p and back', (percent, ratio) => {
    expect(toRatio(percent)).toBe(ratio);
    expect(toPercent(ratio)).toBe(percent);
  });

  it('should give the budget of the SRE workbook', () => {
    const slo = { ...createSlo([]), objective: 0.999, windowDays: 30 };
    expect(budgetSeconds(slo)).toBe(2592);
  });

  it('should name a further objective differently', () => {
    const first = createSlo([]);
    expect(createSlo([first]).name).toBe('availability-2');
  });
});
