export { TemplateOutputs } from './TemplateOutputs';
