export * from './ElsaApi';
export * from './ElsaClient';
