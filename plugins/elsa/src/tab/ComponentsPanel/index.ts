export { ComponentsPanel } from './ComponentsPanel';
