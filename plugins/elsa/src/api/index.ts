export { elsaApiRef } from './elsaApiRef';
