import {
  type CreationSection,
  QUESTION_SECTIONS,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { InputError } from '@backstage/errors';

/**
 * The section that a template names.
 *
 * @throws InputError naming the known ones, for whoever changes the template
 */
export function findSection(id: unknown): CreationSection {
  const section = QUESTION_SECTIONS.find(known => known.id === id);
  if (!section) {
    throw new InputError(
      `ElsaSection has no section ${JSON.stringify(id)}; set ui:options.section to one of ${QUESTION_SECTIONS.map(known => known.id).join(', ')}`,
    );
  }
  return section;
}
