/**
 * Configuration, as environment variables, for a portal whose sandbox lacks
 * what app-config.yaml names: it then says that none is configured, instead
 * of asking an address where nobody is.
 *
 * @param {Record<string, string>} missing messages by tool, from `findTools`
 */
export function configWithout(missing) {
  const hasPrometheus = !missing.PROMETHEUS && !missing.PROMTOOL;
  // The sandbox starts Alertmanager for Prometheus' alerts.
  const hasAlertmanager = hasPrometheus && !missing.ALERTMANAGER;
  return {
    ...(!hasPrometheus && { APP_CONFIG_elsa_prometheus: '[]' }),
    ...(!hasAlertmanager && { APP_CONFIG_elsa_alertmanager: '[]' }),
  };
}
