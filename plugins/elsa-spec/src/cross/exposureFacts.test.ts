import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exposureFacts } from './exposureFacts';

const FILE = join(
  __dirname,
  '../../../../templates/create-elsa-environment/chart/files/public-credentials.json',
);

describe('exposureFacts', () => {
  it('should be what the chart refuses by', () => {
    expect(JSON.parse(readFileSync(FILE, 'utf8'))).toEqual(exposureFacts());
  });
});
