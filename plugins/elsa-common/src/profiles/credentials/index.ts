export * from './assessCredentials';
export { PUBLIC_CREDENTIALS } from './publicCredentials';
export type * from './types';
