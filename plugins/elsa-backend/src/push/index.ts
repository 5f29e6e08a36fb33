export { createPush } from './createPush';
