import { screen } from '@testing-library/react';
import { renderTab } from '../../__testUtils__/renderElsa';
import { healthy } from '../../../dev/__data__';

describe('SecurityNotice', () => {
  it('should say beside the health what runs and what to do', async () => {
    renderTab({
      ...healthy(),
      securityFindings: [
        {
          id: 'public-credentials-3.6',
          version: '3.6',
          image: 'elsaworkflows/elsa-server-app:3.6.3',
          pods: 1,
        },
      ],
    });
    expect(
      await screen.findByText(/Elsa 3\.6, .*public-credentials-3\.6/),
    ).toBeVisible();
    expect(
      screen.getByText(/elsa-server-app:3\.6\.3 .*Move to Elsa 3\.9/),
    ).toBeVisible();
  });
});
