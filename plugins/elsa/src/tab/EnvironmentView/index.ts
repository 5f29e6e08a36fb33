export { EnvironmentView, type LiveEnvironment } from './EnvironmentView';
