import { render } from '@testing-library/react';
import { useLayoutEffect } from 'react';
import { AfterFirstLook } from './AfterFirstLook';

describe('AfterFirstLook', () => {
  it('should draw its children in a later pass than what surrounds them', async () => {
    const seen: string[] = [];
    const Page = () => {
      useLayoutEffect(() => {
        seen.push(document.body.textContent ?? '');
      });
      return (
        <>
          Health
          <AfterFirstLook>, details</AfterFirstLook>
        </>
      );
    };
    const { container } = render(<Page />);
    expect(seen).toEqual(['Health']);
    expect(container).toHaveTextContent('Health, details');
  });
});
