export { EnvironmentFailure, ForbiddenNotice } from './EnvironmentFailure';
