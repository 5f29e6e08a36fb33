import { CONTROL } from './addresses';

/** Runs a command of the sandbox, as `npm run sandbox -- <word>` does. */
export async function sandbox(
  word: string,
  ...words: string[]
): Promise<string> {
  const answer = await fetch(`${CONTROL}/actions/${word}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ arguments: words }),
  });
  const body = (await answer.json()) as { message?: string };
  if (!answer.ok) {
    throw new Error(
      `The sandbox refused ${[word, ...words].join(' ')}: ${
        body.message ?? answer.status
      }`,
    );
  }
  return body.message ?? '';
}
