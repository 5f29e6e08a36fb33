export { ClaimKeeper } from './ClaimKeeper';
export { createSpecReader } from './createSpecReader';
export type { SpecReader } from './createSpecReader';
