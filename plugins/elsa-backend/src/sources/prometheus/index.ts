export {
  createPrometheusCollector,
  type PrometheusCollector,
} from './createPrometheusCollector';
