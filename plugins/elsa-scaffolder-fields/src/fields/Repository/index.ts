export { repositoryField } from './field';
