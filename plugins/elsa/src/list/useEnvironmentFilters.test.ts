import { parseFilters, serializeFilters } from './useEnvironmentFilters';

describe('useEnvironmentFilters', () => {
  it('should show mine first, worst first', () => {
    expect(parseFilters(new URLSearchParams(), 'mine')).toEqual({
      owner: 'mine',
      health: [],
      cluster: [],
      sloState: [],
      hasFindings: false,
      text: '',
      group: 'none',
      sort: 'health',
      order: 'desc',
    });
  });

  it('should leave out what the address says wrongly', () => {
    const filters = parseFilters(
      new URLSearchParams(
        'health=Fine&security=yes&health=Degraded&sort=cost&order=up&group=x',
      ),
      'all',
    );
    expect(filters).toMatchObject({
      health: ['Degraded'],
      hasFindings: false,
      sort: 'health',
      order: 'desc',
      group: 'none',
    });
  });

  it('should come back the same from the address, and keep what is not its own', () => {
    const address =
      'tab=1&owner=group%3Adefault%2Fa%26b&health=Missing&cluster=eu&slo=exhausted&security=findings&text=%C3%A4+%25&group=owner&sort=name&order=asc';
    const before = new URLSearchParams(address);
    const filters = parseFilters(before, 'mine');
    const after = serializeFilters(filters, 'mine', before);
    expect(parseFilters(after, 'mine')).toEqual(filters);
    expect(filters.text).toBe('ä %');
    expect(filters.hasFindings).toBe(true);
    expect(after.get('tab')).toBe('1');
  });

  it('should keep the address empty for the defaults', () => {
    const filters = parseFilters(new URLSearchParams(), 'all');
    expect(
      serializeFilters(filters, 'all', new URLSearchParams()).toString(),
    ).toBe('');
  });
});
