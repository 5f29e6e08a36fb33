export { describeAnswer, type FormQuestion } from './describeAnswer';
export { specSectionField } from './field';
export { findSection } from './findSection';
export { SectionForm, type SectionFormProps } from './SectionForm';
