import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { VOLUME_NEARLY_FULL_RATIO } from '@elsa-portal/backstage-plugin-elsa-common';
import { parse } from 'yaml';
import { findTemplateDirectory } from '../template/templateDirectory';

describe('thresholds', () => {
  it('should be the same in the tab and in the alerts of the chart', async () => {
    const values = parse(
      await readFile(
        join(findTemplateDirectory(), 'chart', 'values.yaml'),
        'utf8',
      ),
    );
    expect(values.monitoring.alerts.volumeUsedRatio).toBe(
      VOLUME_NEARLY_FULL_RATIO,
    );
  });
});
