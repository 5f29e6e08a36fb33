import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { useCallback } from 'react';

/** Where the form collects what a validation finds. */
interface Findings {
  __errors?: string[];
}

/**
 * Takes a field's errors off the page when its answer changes. The form keeps
 * what a validation found until the page is left again, and draws it anew with
 * each change, so what is taken out of its list is gone. For fields that a form
 * holds once.
 */
export function createFreshErrors() {
  let last: Findings | undefined;
  return {
    /** Takes the list of a validation that begins. */
    watch(findings: Findings): void {
      last = findings;
    },
    /** The component, whose changes empty that list. */
    wrap<T, O>(
      Component: (
        props: FieldExtensionComponentProps<T, O>,
      ) => JSX.Element | null,
    ) {
      return function FreshField(props: FieldExtensionComponentProps<T, O>) {
        const { onChange } = props;
        const change = useCallback<typeof onChange>(
          (...answer) => {
            last?.__errors?.splice(0);
            onChange(...answer);
          },
          [onChange],
        );
        return <Component {...props} onChange={change} />;
      };
    },
  };
}
