import { createDeadline } from './createDeadline';
import { watchOwnDelay } from './OwnDelay';

function block(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

function aborted(signal: AbortSignal): Promise<unknown> {
  return new Promise(resolve => {
    signal.addEventListener('abort', () => resolve(signal.reason));
  });
}

describe('createDeadline', () => {
  let watch: ReturnType<typeof watchOwnDelay>;

  beforeEach(() => {
    watch = watchOwnDelay();
  });

  afterEach(() => watch.stop());

  function start(timeoutMs: number) {
    return createDeadline({
      subject: "Cluster 'eu'",
      timeoutMs,
      delay: watch.delay,
    });
  }

  it('should blame the server that is silent', async () => {
    await expect(aborted(start(100).signal)).resolves.toMatchObject({
      state: 'timeout',
      message: "Cluster 'eu' did not answer within 0.1 seconds",
    });
  });

  it('should not count the time for which this process did not come to reading', async () => {
    const { signal, clear } = start(300);
    block(500);
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
    expect(signal.aborted).toBe(false);
    clear();
  });

  it('should blame the portal once it has been busy for too long', async () => {
    const reason = aborted(start(200).signal);
    block(700);
    await expect(reason).resolves.toMatchObject({
      state: 'portal-busy',
      message: expect.stringMatching(
        /^Cluster 'eu' was not read: this backend was busy for \d\.\d of \d\.\d seconds$/,
      ),
    });
  });

  it('should let an answer that came in time stand', async () => {
    const { signal, clear } = start(50);
    clear();
    await new Promise(resolve => {
      setTimeout(resolve, 100);
    });
    expect(signal.aborted).toBe(false);
  });
});
