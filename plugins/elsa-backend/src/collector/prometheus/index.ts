export { createPrometheusCollector } from './createPrometheusCollector';
