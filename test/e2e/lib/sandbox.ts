/** The control address of the sandbox: see packages/sandbox/README.md. */
const CONTROL = 'http://127.0.0.1:7100';

/** Where the sandbox's Git server is and shows single files. */
export const GIT = 'http://127.0.0.1:7103';

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
