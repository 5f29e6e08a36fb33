export * from './exposure';
export * from './host';
export { type Profiles, profilesOf } from './profilesOf';
