import { ELSA_PARTS_ANNOTATION } from '@elsa-portal/backstage-plugin-elsa-common';
import { environmentEntity } from '../../__testUtils__/objects';
import { describedParts } from './describedParts';

function partsOf(value?: string) {
  const entity = environmentEntity({ name: 'payments' });
  return describedParts({
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        ...(value === undefined ? {} : { [ELSA_PARTS_ANNOTATION]: value }),
      },
    },
  });
}

describe('describedParts', () => {
  it('should read what an entity says there is', () => {
    expect(partsOf('server, database,autoscaler,,nonsense')).toEqual([
      'server',
      'database',
      'autoscaler',
    ]);
  });

  it.each([undefined, '', ' '])('should not take %p for a word', value => {
    expect(partsOf(value)).toBeUndefined();
  });
});
