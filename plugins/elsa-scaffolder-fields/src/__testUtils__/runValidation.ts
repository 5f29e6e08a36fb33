import type { ApiRef } from '@backstage/frontend-plugin-api';
import type { FormField } from '@backstage/plugin-scaffolder-react/alpha';
import type { TestApi } from './renderField';

type Validation = (
  value: unknown,
  field: { addError: (message: string) => void },
  context: {
    apiHolder: { get: (ref: ApiRef<unknown>) => unknown };
    formData: Record<string, unknown>;
    schema: object;
    uiSchema: Record<string, unknown>;
  },
) => void | Promise<void>;

/** Runs a field's validation as the form does when its page is left. */
export async function runValidation(
  formField: FormField,
  value: unknown,
  options: {
    formData?: Record<string, unknown>;
    apis?: TestApi[];
    uiSchema?: Record<string, unknown>;
  } = {},
): Promise<string[]> {
  const errors: string[] = [];
  const { validation } = formField as unknown as { validation?: Validation };
  await validation?.(
    value,
    { addError: message => errors.push(message) },
    {
      apiHolder: {
        get: ref => options.apis?.find(([known]) => known.id === ref.id)?.[1],
      },
      formData: options.formData ?? {},
      schema: {},
      uiSchema: options.uiSchema ?? {},
    },
  );
  return errors;
}
