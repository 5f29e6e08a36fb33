import { defineSection, type Draft, YES_OR_NO } from '../question';

const isMonitored = ({ spec }: Draft) => spec.monitoring.enabled;

export const monitoring = defineSection({
  id: 'monitoring',
  root: 'monitoring',
  questions: [
    { path: 'monitoring.enabled', text: 'monitoring', ...YES_OR_NO },
    {
      path: 'monitoring.metricProfile',
      text: 'metricProfile',
      kind: 'choice',
      isAsked: isMonitored,
      choices: [
        { value: 'otel', name: 'OpenTelemetry' },
        { value: 'prometheus-net', name: 'prometheus-net' },
        { value: 'ingress-nginx', name: 'ingress-nginx' },
        { value: 'traefik', name: 'Traefik' },
        { value: 'istio', name: 'Istio' },
        { value: 'linkerd', name: 'Linkerd' },
        { value: 'guide', text: 'metricsOfGuide' },
      ],
    },
    {
      path: 'monitoring.collection',
      text: 'metricsCollection',
      kind: 'choice',
      isAsked: draft =>
        isMonitored(draft) && draft.profiles.host.metricSources.length > 0,
      choices: [
        { value: 'none', text: 'none' },
        { value: 'service-monitor', text: 'collectionScraped' },
        { value: 'otlp', text: 'collectionPushed' },
      ],
    },
    {
      path: 'monitoring.otlpEndpoint',
      text: 'otlpEndpoint',
      kind: 'text',
      isAsked: draft =>
        isMonitored(draft) && draft.spec.monitoring.collection === 'otlp',
      isRequired: true,
    },
    {
      path: 'monitoring.labels',
      text: 'monitoringLabels',
      kind: 'labels',
      isAsked: isMonitored,
    },
    {
      path: 'monitoring.alerts',
      text: 'alerts',
      ...YES_OR_NO,
      isAsked: isMonitored,
    },
    {
      path: 'monitoring.probe.enabled',
      text: 'probe',
      ...YES_OR_NO,
      isAsked: isMonitored,
    },
    {
      path: 'monitoring.dashboard.enabled',
      text: 'dashboard',
      ...YES_OR_NO,
      isAsked: isMonitored,
    },
  ],
});
