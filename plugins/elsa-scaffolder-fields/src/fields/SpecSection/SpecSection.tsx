import type { FieldExtensionComponentProps } from '@backstage/plugin-scaffolder-react';
import { readFormValues } from '../../utils/draftSpec';
import { findSection } from './findSection';
import { SectionForm } from './SectionForm';
import type { SectionValue } from './useSection';

/** Names the section in `ui:options` of the template. */
export interface SpecSectionOptions {
  section?: string;
}

/** One part of the spec, by the questions that are open with the other answers. */
export function SpecSection(
  props: FieldExtensionComponentProps<SectionValue, SpecSectionOptions>,
) {
  const { formData, onChange, rawErrors = [], disabled, readonly } = props;
  return (
    <SectionForm
      section={findSection(props.uiSchema['ui:options']?.section)}
      values={readFormValues(props.formContext)}
      value={formData}
      onChange={onChange}
      isRefused={rawErrors.length > 0}
      isDisabled={disabled || readonly}
    />
  );
}
