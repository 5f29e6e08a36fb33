export * from './assessCredentials';
export {
  officialAppCredentials,
  PUBLIC_CREDENTIALS,
  referenceServerCredentials,
} from './publicCredentials';
export type * from './types';
