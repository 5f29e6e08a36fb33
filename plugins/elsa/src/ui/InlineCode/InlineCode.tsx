/** A sentence of the runbook, whose parts between backticks are code. */
export function InlineCode({ text }: { text: string }) {
  return (
    <>
      {text.split('`').map((part, index) =>
        // The parts of a sentence have no other identity than their place.
        // eslint-disable-next-line react/no-array-index-key
        index % 2 === 1 ? <code key={index}>{part}</code> : part,
      )}
    </>
  );
}
