export { createPush } from './createPush';
export { Notifier } from './Notifier';
