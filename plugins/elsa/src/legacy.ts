/**
 * The same tab, card and pages for portals on the old frontend system.
 *
 * @packageDocumentation
 */

export {
  elsaLegacyPlugin,
  ElsaEnvironmentsPage,
  EntityElsaCard,
  EntityElsaContent,
  EntityElsaEnvironmentsContent,
  isElsaAvailable,
} from './legacyPlugin';
export { elsaApiRef } from './data/elsaApiRef';
export { elsaTranslationRef } from './translations/ref';
