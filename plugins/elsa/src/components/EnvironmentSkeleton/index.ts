export { EnvironmentSkeleton } from './EnvironmentSkeleton';
