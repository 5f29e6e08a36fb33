// Not a package's, because the scripts that run before anything is built use it too.
// eslint-disable-next-line @backstage/no-relative-monorepo-imports
export { freePort } from '../../../../scripts/lib/freePorts.cjs';
