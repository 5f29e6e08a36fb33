export { createPush } from './createPush';
export { Notifier } from './Notifier';
export { ReaderSignals } from './ReaderSignals';
