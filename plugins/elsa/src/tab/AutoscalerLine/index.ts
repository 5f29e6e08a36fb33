export { AutoscalerLine } from './AutoscalerLine';
