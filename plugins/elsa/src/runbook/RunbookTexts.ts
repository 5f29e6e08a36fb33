/** The English texts of the runbook with those of another language. */
export type RunbookTexts = Readonly<Record<string, string>>;
