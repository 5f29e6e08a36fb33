/** The API's figures of one environment, as far as the stage is read from them. */
interface Summary {
  name: string;
  health: string;
  argoCdSync?: string;
  securityFindings?: number;
  slo?: { state: string };
  alerts: { firing: number };
}

/** What each environment of the sandbox shows when everything was read once. */
const SCENES: Record<string, (summary: Summary) => boolean> = {
  'payments-production': ({ health, slo }) =>
    health === 'Healthy' && slo?.state === 'ok',
  'payments-staging': ({ health, slo, alerts }) =>
    health === 'Degraded' && slo?.state === 'burning-fast' && alerts.firing > 0,
  'orders-production': ({ health, slo }) =>
    health === 'Healthy' && slo !== undefined && slo.state !== 'no-data',
  'billing-staging': ({ health, argoCdSync }) =>
    health === 'Healthy' && argoCdSync === 'OutOfSync',
  'partners-staging': ({ health, securityFindings }) =>
    health === 'Healthy' && securityFindings === 1,
};

async function getJson(
  url: string,
  init?: RequestInit,
): Promise<Record<string, unknown>> {
  const answer = await fetch(url, {
    ...init,
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return (await answer.json()) as Record<string, unknown>;
}

/** Reads the list as the platform team, who may see everything. */
async function readEnvironments(backendUrl: string): Promise<Summary[]> {
  const { backstageIdentity } = (await getJson(
    `${backendUrl}/api/auth/example-platform/refresh`,
    { method: 'POST', headers: { 'x-requested-with': 'XMLHttpRequest' } },
  )) as unknown as { backstageIdentity: { token: string } };
  const { items } = await getJson(`${backendUrl}/api/elsa/environments`, {
    headers: { authorization: `Bearer ${backstageIdentity.token}` },
  });
  return items as Summary[];
}

/** Environments that do not show yet what they are there for. */
function missingScenes(summaries: Summary[]): string[] {
  return Object.entries(SCENES)
    .filter(
      ([name, isSet]) =>
        !summaries.some(summary => summary.name === name && isSet(summary)),
    )
    .map(([name]) => {
      const summary = summaries.find(candidate => candidate.name === name);
      return `${name}: ${summary ? JSON.stringify(summary) : 'not listed'}`;
    });
}

/**
 * Waits until all environments of the sandbox were read from all sources and
 * show what they are there for, so that tests wait for what they do themselves
 * and for nothing else.
 *
 * @throws Error that names the environments that did not get there
 */
export async function waitForStage(
  backendUrl: string,
  timeoutMilliseconds: number,
): Promise<void> {
  const deadline = Date.now() + timeoutMilliseconds;
  let last: string[] = [];
  do {
    try {
      last = missingScenes(await readEnvironments(backendUrl));
      if (last.length === 0) return;
    } catch (error) {
      last = [String(error)];
    }
    await new Promise(resolve => setTimeout(resolve, 1_000));
  } while (Date.now() < deadline);
  throw new Error(
    `The sandbox's environments are not there after ${
      timeoutMilliseconds / 1000
    } s:\n${last.join('\n')}`,
  );
}
