export { ElsaContent } from './ElsaContent';
