export { SourceStrip } from './SourceStrip';
