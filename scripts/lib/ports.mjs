/**
 * Ports of everything that `npm start` runs, by name. Tests move them all with
 * ELSA_PORT_OFFSET so that they can run beside a portal.
 */
export function portalPorts(offset = 0) {
  const at = port => port + offset;
  return {
    frontend: at(3000),
    backend: at(7007),
    'sandbox control': at(7100),
    'sandbox cluster production-eu': at(7101),
    'sandbox cluster staging-eu': at(7102),
    'sandbox Git': at(7103),
    'sandbox Prometheus': at(7104),
    'sandbox Alertmanager': at(7105),
  };
}
