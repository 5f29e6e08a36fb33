export { createMask, type Mask } from './createMask';
export { createPartMask } from './createPartMask';
export { MASK, maskCredentials } from './maskCredentials';
export { readKnownSecrets } from './readKnownSecrets';
