/** Ports of everything that `npm start` runs, by name. */
export const portalPorts = {
  frontend: 3000,
  backend: 7007,
  'sandbox control': 7100,
  'sandbox cluster production-eu': 7101,
  'sandbox cluster staging-eu': 7102,
  'sandbox Git': 7103,
  'sandbox Prometheus': 7104,
  'sandbox Alertmanager': 7105,
};
