import { renderInTestApp } from '@backstage/frontend-test-utils';
import type { ApiRef } from '@backstage/frontend-plugin-api';
import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import type { JsonObject } from '@backstage/types';
import { type ComponentType, useState } from 'react';

/** An API and what stands for it in a test. */
export type TestApi = readonly [ApiRef<unknown>, unknown];

/** Renders a field as the form does, which owns the value and hands it back. */
export function renderField<T>(
  Field: ComponentType<FieldExtensionComponentProps<T>>,
  options: {
    formData?: NoInfer<T>;
    /** Values of the other pages. */
    values?: Record<string, unknown>;
    apis?: TestApi[];
    rawErrors?: string[];
    uiSchema?: Record<string, unknown>;
    /** Of the app. */
    config?: JsonObject;
  } = {},
) {
  const onChange = jest.fn<void, [T | undefined]>();
  function Harness() {
    const [formData, setFormData] = useState(options.formData);
    const props = {
      formData,
      onChange: (value: T | undefined) => {
        onChange(value);
        setFormData(value);
      },
      schema: {},
      uiSchema: options.uiSchema ?? {},
      idSchema: { $id: 'root_field' },
      formContext: { formData: options.values ?? {} },
      rawErrors: options.rawErrors ?? [],
      required: true,
      disabled: false,
      readonly: false,
    } as unknown as FieldExtensionComponentProps<T>;
    return <Field {...props} />;
  }
  const view = renderInTestApp(<Harness />, {
    apis: (options.apis ?? []) as unknown as [],
    config: {
      app: { baseUrl: 'http://localhost:3000' },
      backend: { baseUrl: 'http://localhost:7007' },
      ...options.config,
    },
  });
  return { ...view, onChange };
}
