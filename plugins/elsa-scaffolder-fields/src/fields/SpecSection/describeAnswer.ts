import type {
  CreationChoice,
  CreationQuestion,
  OfferedQuestion,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import type { ScaffolderTexts } from '../../utils/useScaffolderTexts';

/** A question of the form that is open now. */
export type FormQuestion = OfferedQuestion<CreationQuestion>;

/** What people call one of several answers. */
export function describeChoice(
  choice: CreationChoice,
  t: ScaffolderTexts,
): string {
  return choice.text === undefined
    ? (choice.name ?? choice.value)
    : t(`choice.${choice.text}`);
}

/** What holds for a question, in words. */
export function describeAnswer(
  { question, effective }: FormQuestion,
  t: ScaffolderTexts,
): string {
  if (question.kind === 'switch') {
    return t(effective === true ? 'section.on' : 'section.off');
  }
  const choices: readonly CreationChoice[] = question.choices ?? [];
  const chosen = choices.find(choice => choice.value === effective);
  if (chosen) {
    return describeChoice(chosen, t);
  }
  return effective === undefined ? t('section.open') : String(effective);
}
