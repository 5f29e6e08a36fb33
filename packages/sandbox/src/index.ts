/**
 * What the portal talks to when there is no cluster. For development and tests
 * only: plugins never import it.
 *
 * @packageDocumentation
 */

export { CLUSTER_TOKENS, portsFrom, readConfig } from './config';
export type { ClusterName, SandboxConfig, SandboxPorts } from './config';
export { startSandbox } from './serve';
export type { RunningSandbox } from './serve';
