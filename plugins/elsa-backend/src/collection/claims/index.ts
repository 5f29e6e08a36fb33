export { decideClaims } from './decideClaims';
export { ClaimKeeper } from './ClaimKeeper';
export { createSpecReader } from './createSpecReader';
export type { SpecReader } from './createSpecReader';
export { describeProblem } from './describeProblem';
