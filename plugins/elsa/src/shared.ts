/**
 * What the package of the form fields shares with the tab. Not for portals: it
 * may change with any release.
 *
 * @packageDocumentation
 */

export { CopyableCommand } from './ui/CopyableCommand';
export { HealthLabel } from './ui/StatusLabel';
export { useEnvironment } from './data/useEnvironment';
export { useFormat } from './ui/useFormat';
export { useTexts } from './ui/useTexts';
export { ENTITY_TAB_PATH } from './data/routes';
