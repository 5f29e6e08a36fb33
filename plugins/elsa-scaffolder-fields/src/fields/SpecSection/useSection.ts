import {
  answerQuestion,
  type CreationSection,
  draftEnvironment,
  type Environment,
  type EnvironmentSpecIssue,
  environmentSpecFromValues,
  listQuestions,
  readAnswer,
  writeAnswer,
} from '@elsa-portal/backstage-plugin-elsa-spec';
import { useMemo } from 'react';
import { checkForm, type FormValues } from '../../utils/draftSpec';
import type { FormQuestion } from './describeAnswer';

/** Part of the spec that a section edits. */
export type SectionValue = Record<string, unknown>;

/** Whether a field lies in the part of the spec that a section edits. */
export function isInSection(path: string, root: string): boolean {
  return (
    path === root || path.startsWith(`${root}.`) || path.startsWith(`${root}[`)
  );
}

/** What a section offers with the other answers of the form. */
export interface SectionState {
  environment: Environment;
  questions: FormQuestion[];
  /** What is wrong in this part of the spec. */
  issues: EnvironmentSpecIssue[];
  /** The section's value after an answer; undefined where nothing is answered. */
  answer: (path: string, value: unknown) => SectionValue | undefined;
}

export function useSection(
  section: CreationSection,
  values: FormValues,
  value: SectionValue | undefined,
): SectionState {
  return useMemo(() => {
    const all = writeAnswer(values, section.root, value);
    const stated = environmentSpecFromValues(all);
    return {
      environment: draftEnvironment(stated),
      questions: listQuestions(section, stated),
      issues: checkForm(all).issues.filter(issue =>
        isInSection(issue.path, section.root),
      ),
      answer: (path, answer) =>
        readAnswer(
          answerQuestion(section, stated, path, answer),
          section.root,
        ) as SectionValue | undefined,
    };
  }, [section, values, value]);
}
