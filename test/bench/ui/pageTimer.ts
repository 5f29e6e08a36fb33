import type { Page } from '@playwright/test';

/** What one click brought about. */
export interface Opening {
  milliseconds: number;
  /** Script files that were fetched after the click. */
  scripts: number;
  /** As they came over the network, compressed where the server does that. */
  transferredBytes: number;
  /** As the browser had to parse them. */
  scriptBytes: number;
}

/**
 * Runs in the page before anything else does: notes when something is clicked
 * and the first frame in which a condition on the page's text is met.
 */
function installTimer(): void {
  const state: { clickedAt?: number; meaningfulAt?: number } = {};
  const bench = {
    state,
    watch(selector: string, pattern: string) {
      delete state.clickedAt;
      delete state.meaningfulAt;
      const expected = new RegExp(pattern);
      const isMet = () =>
        [...document.querySelectorAll(selector)].some(
          element =>
            element.getClientRects().length > 0 &&
            expected.test(element.textContent ?? ''),
        );
      const check = () => {
        if (state.clickedAt !== undefined && isMet()) {
          state.meaningfulAt = performance.now();
          return;
        }
        requestAnimationFrame(check);
      };
      requestAnimationFrame(check);
    },
  };
  document.addEventListener(
    'click',
    event => {
      state.clickedAt ??= event.timeStamp;
    },
    true,
  );
  Object.assign(window, { elsaBench: bench });
}

type TimedWindow = Window & {
  elsaBench: {
    state: { clickedAt?: number; meaningfulAt?: number };
    watch(selector: string, pattern: string): void;
  };
};

export async function addTimer(page: Page): Promise<void> {
  await page.addInitScript(installTimer);
  await page.addInitScript(() => performance.setResourceTimingBufferSize(5000));
}

/** Clicks and waits until what `meaningful` describes is in sight. */
export async function timeOpening(
  page: Page,
  click: () => Promise<void>,
  meaningful: { selector: string; pattern: string },
): Promise<Opening> {
  await page.evaluate(
    ({ selector, pattern }) =>
      (window as unknown as TimedWindow).elsaBench.watch(selector, pattern),
    meaningful,
  );
  await click();
  await page.waitForFunction(
    () =>
      (window as unknown as TimedWindow).elsaBench.state.meaningfulAt !==
      undefined,
    undefined,
    { timeout: 120_000 },
  );
  // Charts and the like load after the first sight, and count as well.
  await page.waitForLoadState('networkidle').catch(() => {});
  return page.evaluate(() => {
    const { clickedAt = 0, meaningfulAt = 0 } = (
      window as unknown as TimedWindow
    ).elsaBench.state;
    const scripts = (
      performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    ).filter(
      ({ initiatorType, startTime, name }) =>
        startTime >= clickedAt &&
        (initiatorType === 'script' || /\.js(\?|$)/.test(name)),
    );
    const sum = (value: (entry: PerformanceResourceTiming) => number) =>
      scripts.reduce((total, entry) => total + value(entry), 0);
    return {
      milliseconds: meaningfulAt - clickedAt,
      scripts: scripts.length,
      transferredBytes: sum(({ transferSize }) => transferSize),
      scriptBytes: sum(({ decodedBodySize }) => decodedBodySize),
    };
  });
}
