export { createMask, type Mask } from './createMask';
export { createPartMask } from './createPartMask';
export { maskCredentials } from './maskCredentials';
export { readKnownSecrets } from './readKnownSecrets';
