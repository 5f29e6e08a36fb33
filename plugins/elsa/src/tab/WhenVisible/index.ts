export { WhenVisible } from './WhenVisible';
