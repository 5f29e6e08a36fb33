export { createMask, type Mask } from './createMask';
export { createPartMask } from './createPartMask';
export { maskCredentials } from '@elsa-portal/backstage-plugin-elsa-common/secrets';
export { readKnownSecrets } from './readKnownSecrets';
