import { environmentEntity } from '../../__testUtils__/objects';
import { expectedComponents } from './expectedComponents';

const entity = environmentEntity({ name: 'payments' });

describe('expectedComponents', () => {
  it('should know the generated Resources by relation or by reference', () => {
    expect(
      expectedComponents(
        {
          ...entity,
          spec: {
            dependsOn: [
              'resource:default/payments-postgresql',
              'Resource:payments-RabbitMQ',
              'payments-redis',
            ],
          },
          relations: [
            {
              type: 'dependsOn',
              targetRef: 'resource:default/payments-pgbouncer',
            },
          ],
        },
        'payments',
      ),
    ).toEqual(['database', 'pgbouncer', 'rabbitmq', 'redis']);
  });

  it('should take nothing else for a part', () => {
    expect(
      expectedComponents(
        {
          ...entity,
          spec: {
            dependsOn: [
              'component:default/payments-redis',
              'resource:default/orders-redis',
              'resource:default/payments-bucket',
              '::',
              7,
              null,
            ],
          },
          relations: [
            { type: 'ownedBy', targetRef: 'resource:default/payments-redis' },
          ],
        },
        'payments',
      ),
    ).toEqual([]);
  });
});
