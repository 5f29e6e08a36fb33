export { isSecretHeaderValue } from './credentialRules';
export {
  type CredentialRange,
  findCredentials,
  holdsCredential,
} from './findCredentials';
export { CREDENTIAL_MASK, maskCredentials } from './maskCredentials';
export type { Reading } from './findSettings';
export { isOpenName, isRandom, isSecretName, mayBeSecretName } from './names';
export { hasReference, isLiteral, isNumber } from './references';
export { decodeBase64 } from './decodeBase64';
