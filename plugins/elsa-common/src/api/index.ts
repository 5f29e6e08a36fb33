export * from './ElsaApi';
