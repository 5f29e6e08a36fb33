import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderField } from '../../__testUtils__/renderField';
import { runValidation } from '../../__testUtils__/runValidation';
import { hostProfilePickerField } from './field';
import { HostProfilePicker } from './HostProfilePicker';

// Opening lists and typing takes long on a busy machine.
jest.setTimeout(30_000);

describe('HostProfilePicker', () => {
  it('should explain the official images and ask for no image', async () => {
    renderField(HostProfilePicker);
    expect(
      await screen.findByRole('radio', { name: 'Official Elsa images' }),
    ).toBeChecked();
    const facts = screen.getByRole('region', {
      name: 'What to know about Official Elsa images',
    });
    expect(facts).toHaveTextContent('One server replica');
    expect(facts).toHaveTextContent(
      'Databases: postgresql, sqlserver, mysql, sqlite',
    );
    expect(
      screen.queryByRole('textbox', { name: /Your server image/ }),
    ).not.toBeInTheDocument();
  });

  it('should explain a clustered host and ask for its image', async () => {
    const { onChange } = renderField(HostProfilePicker);
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Your own clustered host' }),
    );
    const facts = screen.getByRole('region', { name: /clustered host/ });
    expect(
      within(facts).getByText(/Any number of server replicas/),
    ).toBeVisible();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Your server image/ }),
      'registry.example.com/elsa',
    );
    await userEvent.type(screen.getByRole('textbox', { name: /Tag/ }), '1.2.0');
    expect(onChange).toHaveBeenLastCalledWith({
      profile: 'clustered',
      server: { repository: 'registry.example.com/elsa', tag: '1.2.0' },
    });
  });

  it('should ask for the digests of images that have no versions', async () => {
    const { onChange } = renderField(HostProfilePicker, {
      formData: { profile: 'legacy-v3-5' },
    });
    const server = await screen.findByRole('textbox', {
      name: /Server image digest/,
    });
    await userEvent.type(server, '3.5.2');
    expect(server).toBeInvalid();
    await userEvent.clear(server);
    const digest = `sha256:${'0'.repeat(64)}`;
    await userEvent.click(server);
    await userEvent.paste(digest);
    expect(server).toBeValid();
    await userEvent.click(
      screen.getByRole('textbox', { name: /Studio image digest/ }),
    );
    await userEvent.paste(digest);
    expect(onChange).toHaveBeenLastCalledWith({
      profile: 'legacy-v3-5',
      server: { digest },
      studio: { digest },
    });
  });

  it('should ask for the version that an image of Elsa hides, and forget it where the tag tells', async () => {
    const server = { repository: 'mirror.example.com/elsa-server-app' };
    const { onChange } = renderField(HostProfilePicker, {
      formData: { profile: 'clustered', server: { ...server, tag: 'blue' } },
    });
    const version = await screen.findByRole('textbox', {
      name: /Elsa version in this image/,
    });
    await userEvent.type(version, '3.9.0');
    expect(onChange).toHaveBeenLastCalledWith({
      profile: 'clustered',
      version: '3.9.0',
      server: { ...server, tag: 'blue' },
    });
    expect(version).toBeValid();
    const tag = screen.getByRole('textbox', { name: /Tag/ });
    await userEvent.clear(tag);
    await userEvent.type(tag, '3.9.1');
    expect(onChange).toHaveBeenLastCalledWith({
      profile: 'clustered',
      server: { ...server, tag: '3.9.1' },
    });
    expect(version).not.toBeInTheDocument();
  });

  it('should refuse a moving tag while it is typed', async () => {
    renderField(HostProfilePicker, {
      formData: {
        profile: 'clustered',
        server: { repository: 'registry.example.com/elsa', tag: 'latest' },
      },
    });
    const tag = await screen.findByRole('textbox', { name: /Tag/ });
    expect(tag).toBeInvalid();
    expect(tag).toHaveAccessibleDescription(/Use a released version/);
  });

  it('should forget the image with the profile that asked for it', async () => {
    const { onChange } = renderField(HostProfilePicker, {
      formData: {
        profile: 'clustered',
        server: { repository: 'registry.example.com/elsa', tag: '1.0.0' },
      },
    });
    await userEvent.click(
      await screen.findByRole('radio', { name: 'Official Elsa images' }),
    );
    expect(onChange).toHaveBeenLastCalledWith({ profile: 'official' });
  });

  it.each([
    [{}, []],
    [
      { profile: 'clustered' },
      ['Enter your server image and its tag, or the digests.'],
    ],
    [
      {
        profile: 'legacy-v3-5',
        server: { digest: `sha256:${'0'.repeat(64)}` },
      },
      ['Enter your server image and its tag, or the digests.'],
    ],
    [
      { profile: 'clustered', server: { repository: 'a b', tag: '1' } },
      [expect.stringContaining('image')],
    ],
    [
      {
        profile: 'clustered',
        server: { repository: 'elsaworkflows/elsa-server-app', tag: 'blue' },
      },
      [expect.stringContaining('The Elsa version in')],
    ],
    [
      {
        profile: 'clustered',
        version: '3.6.3',
        server: { repository: 'elsaworkflows/elsa-server-app', tag: 'blue' },
      },
      [expect.stringContaining('lets anyone sign in as an administrator')],
    ],
    [
      {
        profile: 'clustered',
        version: '3.9.0',
        server: { repository: 'elsaworkflows/elsa-server-app', tag: 'blue' },
      },
      [],
    ],
  ])('should check %j when the page is left', async (value, expected) => {
    expect(await runValidation(hostProfilePickerField, value)).toEqual(
      expected,
    );
  });
});
