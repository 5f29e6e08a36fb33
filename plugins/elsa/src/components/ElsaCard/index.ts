export { ElsaCard } from './ElsaCard';
