/**
 * Collects the state of Elsa Workflows environments from Kubernetes and
 * Prometheus and serves it to the portal.
 *
 * @packageDocumentation
 */

export { elsaPlugin as default } from './plugin';
