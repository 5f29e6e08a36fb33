import { render, screen } from '@testing-library/react';
import { InlineCode } from './InlineCode';

describe('InlineCode', () => {
  it('should show what is between backticks as code, without them', () => {
    const { container } = render(
      <InlineCode text="Images answer `/` and `/health/live`." />,
    );
    expect(container).toHaveTextContent('Images answer / and /health/live.');
    expect(screen.getByText('/health/live').tagName).toBe('CODE');
  });
});
