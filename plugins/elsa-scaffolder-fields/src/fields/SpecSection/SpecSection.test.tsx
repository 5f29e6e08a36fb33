import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../../__testUtils__/renderField';
import { runValidation } from '../../__testUtils__/runValidation';
import { specSectionField } from './field';
import { SpecSection } from './SpecSection';

// Opening lists and typing takes long on a busy machine.
jest.setTimeout(30_000);

const values = {
  metadata: { name: 'payments' },
  owner: 'group:default/payments',
  preset: 'production',
  target: { cluster: 'production-eu', namespace: 'payments-elsa' },
  exposure: { kind: 'ingress-nginx', host: 'elsa.example.com' },
};
const clustered = {
  ...values,
  host: {
    profile: 'clustered',
    server: { repository: 'registry.example.com/elsa', tag: '1.0.0' },
  },
};
const uiSchemaOf = (section: string) => ({ 'ui:options': { section } });

function renderSection(
  section: string,
  options: Parameters<typeof renderField>[1] = {},
) {
  return renderField(SpecSection, {
    values,
    ...options,
    uiSchema: uiSchemaOf(section),
  } as Parameters<typeof renderField<Record<string, unknown>>>[1]);
}

async function unfold(name: RegExp) {
  const trigger = await screen.findByRole('button', { name });
  await userEvent.click(trigger);
  expect(trigger).toHaveAttribute('aria-expanded', 'true');
}

async function choose(label: RegExp, option: string) {
  await userEvent.click(screen.getByRole('button', { name: label }));
  await userEvent.click(await screen.findByRole('option', { name: option }));
}

const validate = (
  section: string,
  value: unknown,
  formData: Record<string, unknown> = values,
) =>
  runValidation(specSectionField, value, {
    formData,
    uiSchema: uiSchemaOf(section),
  });

describe('SpecSection', () => {
  it('should be folded and say what holds without an answer', async () => {
    const { onChange } = renderSection('mesh');
    const trigger = await screen.findByRole('button', {
      name: /Service mesh.*None \(default\)/,
    });
    expect(trigger).toHaveAttribute('aria-expanded', 'false');
    expect(
      screen.queryByRole('button', { name: /Service mesh in the cluster/ }),
    ).not.toBeInTheDocument();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('should ask further only after an answer, and go back to the default', async () => {
    const { onChange } = renderSection('mesh');
    await unfold(/Service mesh/);
    expect(
      screen.queryByRole('button', { name: /How Istio reaches/ }),
    ).not.toBeInTheDocument();
    await choose(/Service mesh in the cluster/, 'Istio');
    expect(onChange).toHaveBeenLastCalledWith({ kind: 'istio' });
    await choose(/How Istio reaches/, 'Proxies on the nodes (ambient)');
    expect(onChange).toHaveBeenLastCalledWith({
      kind: 'istio',
      istio: { dataplane: 'ambient' },
    });
    expect(
      screen.getByRole('button', { name: /Service mesh.*Istio \(changed\)/ }),
    ).toBeVisible();
    await choose(/Service mesh in the cluster/, 'Linkerd');
    expect(onChange).toHaveBeenLastCalledWith({ kind: 'linkerd' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Reset to defaults' }),
    );
    expect(onChange).toHaveBeenLastCalledWith(undefined);
  });

  it('should not be there where nothing can be chosen', async () => {
    const Field = (props: Parameters<typeof SpecSection>[0]) => (
      <>
        <SpecSection {...props} />
        <p>What comes after it</p>
      </>
    );
    renderField(Field, {
      values: { ...values, host: { profile: 'official' } },
      uiSchema: uiSchemaOf('replicas'),
    });
    await screen.findByText('What comes after it');
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('should let a clustered host scale', async () => {
    const { onChange } = renderSection('replicas', { values: clustered });
    await unfold(/Replicas and autoscaling.*On \(default\)/);
    const most = screen.getByRole('textbox', { name: /Maximum replicas/ });
    expect(most).toHaveValue('6');
    await userEvent.clear(most);
    await userEvent.type(most, '9');
    await userEvent.tab();
    expect(onChange).toHaveBeenLastCalledWith({
      autoscaling: { maxReplicas: 9 },
    });
    await userEvent.click(
      screen.getByRole('switch', { name: 'Scale with the load' }),
    );
    // What only an autoscaler has is forgotten with it.
    expect(onChange).toHaveBeenLastCalledWith({
      autoscaling: { enabled: false },
    });
    expect(
      screen.getByRole('textbox', { name: /Server replicas/ }),
    ).toHaveValue('3');
  });

  it('should ask for the store of External Secrets', async () => {
    const { onChange } = renderSection('secrets');
    await unfold(/Secrets/);
    await choose(/Where passwords/, 'A secret store (External Secrets)');
    await userEvent.type(
      screen.getByRole('textbox', { name: /Secret store name/ }),
      'vault',
    );
    expect(onChange).toHaveBeenLastCalledWith({
      kind: 'external-secrets',
      store: { name: 'vault' },
    });
  });

  it('should ask for each sealed value and show how to make it', async () => {
    const { onChange } = renderSection('secrets', {
      formData: { kind: 'sealed-secrets' },
    });
    await unfold(/Secrets/);
    const group = screen.getByRole('group', { name: 'payments-server' });
    expect(group).toHaveTextContent(
      'kubeseal --raw --namespace payments-elsa --name payments-server',
    );
    const sealed = 'A'.repeat(120);
    const field = within(group).getByRole('textbox', { name: /signing-key/ });
    await userEvent.click(field);
    await userEvent.paste(sealed);
    expect(onChange).toHaveBeenLastCalledWith({
      kind: 'sealed-secrets',
      sealed: { server: { 'signing-key': sealed } },
    });
  });

  it('should take lists and labels as they are typed', async () => {
    const { onChange } = renderSection('loadBalancer', {
      values: { ...values, exposure: { kind: 'alb', host: 'a.example.com' } },
    });
    const networks = await screen.findByRole('textbox', {
      name: /Load balancer subnets/,
    });
    await userEvent.type(networks, '10.0.0.0/16, 10.1.0.0/16');
    expect(onChange).toHaveBeenLastCalledWith({
      sourceCidrs: ['10.0.0.0/16', '10.1.0.0/16'],
    });
    expect(networks).toHaveValue('10.0.0.0/16, 10.1.0.0/16');
  });

  it('should unfold and show what is wrong when the page was refused', async () => {
    renderSection('backups', {
      formData: { schedule: 'never' },
      rawErrors: ['wrong'],
    });
    const field = await screen.findByRole('textbox', { name: /When/ });
    expect(field).toBeVisible();
    expect(field).toBeInvalid();
  });

  it('should tell who names a section that does not exist', async () => {
    await expect(validate('nothing', {})).rejects.toThrow(
      'ElsaSection has no section "nothing"; set ui:options.section to one of kubernetes, gateway',
    );
  });

  it.each([
    ['secrets', { kind: 'external-secrets' }, ['secrets.store.name']],
    ['monitoring', { labels: { 'a b': 'c' } }, ['monitoring.labels']],
    ['backups', { enabled: true, retentionDays: 0 }, ['backup.retentionDays']],
    ['database', { provider: 'sqlserver' }, ['database.sqlserver']],
    ['mesh', { kind: 'linkerd' }, []],
  ])(
    'should check %s %j when the page is left',
    async (section, value, paths) => {
      const errors = await validate(section, value);
      expect(errors.length > 0).toBe(paths.length > 0);
      for (const path of paths) {
        expect(errors.join('\n')).toContain(path);
      }
    },
  );

  it('should leave the errors of other sections to these', async () => {
    expect(
      await validate('mesh', {}, { ...values, backup: { retentionDays: 0 } }),
    ).toEqual([]);
  });
});
