import { renderInTestApp } from '@backstage/frontend-test-utils';
import { OtherImages } from './OtherImages';

const WANTED = 'elsa/server:3.9.0';

async function textOf(running: Array<{ image: string; pods: number }>) {
  const { container } = await renderInTestApp(
    <div data-testid="images">
      <OtherImages image={{ container: 'server', wanted: WANTED, running }} />
    </div>,
  );
  return container.querySelector('[data-testid=images]')?.textContent;
}

describe('OtherImages', () => {
  it('should tell in a rollout what still runs', async () => {
    const text = await textOf([
      { image: 'elsa/server:3.8.4', pods: 2 },
      { image: WANTED, pods: 1 },
    ]);
    expect(text).toContain('2 pods run elsa/server:3.8.4');
    expect(text).toContain('1 pod runs elsa/server:3.9.0');
  });

  it('should tell that nothing runs yet what should', async () => {
    expect(await textOf([{ image: 'elsa/server:3.8.4', pods: 1 }])).toContain(
      '1 pod runs elsa/server:3.8.4',
    );
  });

  it.each([WANTED, `${WANTED}@sha256:${'0'.repeat(64)}`])(
    'should say nothing where all pods run %s',
    async image => {
      expect(await textOf([{ image, pods: 3 }])).toBe('');
    },
  );
});
