/**
 * What the package of the form fields shares with the tab. Not for portals: it
 * may change with any release.
 *
 * @packageDocumentation
 */

export { CopyableCommand } from './components/CopyableCommand';
export { HealthLabel } from './components/StatusLabel';
export { useEnvironment } from './hooks/useEnvironment';
export { useFormat } from './hooks/useFormat';
export { useTexts } from './hooks/useTexts';
export { ENTITY_TAB_PATH } from './routes';
