export { ArgoCdDetail } from './ArgoCdDetail';
