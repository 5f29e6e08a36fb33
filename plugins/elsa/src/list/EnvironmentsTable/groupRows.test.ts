import { manySummaries } from '../../../dev/__data__/manySummaries';
import { groupRows } from './groupRows';

describe('groupRows', () => {
  const [a, b, c] = manySummaries(3);
  const items = [
    { ...a, owner: 'group:default/z' },
    { ...b, owner: undefined },
    { ...c, owner: 'group:default/a' },
  ];

  it('should leave rows as they are without a grouping', () => {
    expect(groupRows(items, 'none').map(line => line.key)).toEqual(
      items.map(item => item.entityRef),
    );
  });

  it('should sort groups by name, with those that have none last', () => {
    expect(groupRows(items, 'owner').map(line => line.key)).toEqual([
      'group:group:default/a',
      c.entityRef,
      'group:group:default/z',
      a.entityRef,
      'group:',
      b.entityRef,
    ]);
  });
});
