const ENDS = /[.!?…。！？:]["'”’)]*$/;

/** Puts sentences behind each other, each with its full stop. */
export function joinSentences(...sentences: Array<string | undefined>): string {
  return sentences
    .flatMap(sentence => sentence?.trim() || [])
    .map(sentence => (ENDS.test(sentence) ? sentence : `${sentence}.`))
    .join(' ');
}
