export { ComponentDetails } from './ComponentDetails';
