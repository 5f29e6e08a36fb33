export * from './ElsaConfig';
export { readElsaConfig } from './readElsaConfig';
