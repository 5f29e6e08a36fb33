import type {
  AuditorServiceCreateEventOptions,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  ServiceFactoryTester,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import { auditor } from './auditor';

type Request = NonNullable<AuditorServiceCreateEventOptions['request']>;

const requestOf = (authorization: string) =>
  ({ headers: { authorization }, get: () => undefined }) as unknown as Request;
const service = (name: string, targetPluginId = 'kubernetes') =>
  requestOf(
    mockCredentials.service.header({
      onBehalfOf: mockCredentials.service(name),
      targetPluginId,
    }),
  );
const collector = service('plugin:elsa');
const user = requestOf(mockCredentials.user.header());

async function levelsOf(options: {
  request: Request;
  plugin?: string;
  eventId?: string;
  severityLevel?: AuditorServiceEventSeverityLevel;
  config?: JsonObject;
  fails?: boolean;
}): Promise<string[]> {
  const levels: string[] = [];
  const note = (level: string) => () => {
    levels.push(level);
  };
  const logger = mockServices.logger.mock({
    debug: note('debug'),
    info: note('info'),
    warn: note('warn'),
    error: note('error'),
  });
  logger.child.mockReturnValue(logger);
  const subject = await ServiceFactoryTester.from(auditor, {
    dependencies: [
      logger.factory,
      mockServices.rootConfig.factory({ data: options.config ?? {} }),
    ],
  }).getSubject(options.plugin ?? 'kubernetes');
  const event = await subject.createEvent({
    eventId: options.eventId ?? 'cluster-fetch',
    severityLevel: options.severityLevel ?? 'medium',
    request: options.request,
  });
  await (options.fails
    ? event.fail({ error: new Error('no') })
    : event.success());
  return levels;
}

describe('auditor', () => {
  it.each([
    ['lists of the collector', { request: collector }, ['debug', 'debug']],
    ['what a user reads', { request: user }, ['info', 'info']],
    [
      'what another plugin reads',
      { request: service('plugin:catalog') },
      ['info', 'info'],
    ],
    [
      'lists of the collector that fail',
      { request: collector, fails: true },
      ['debug', 'info'],
    ],
    [
      'anything else of the collector',
      { request: collector, eventId: 'resource-fetch' },
      ['info', 'info'],
    ],
    [
      'events of other plugins',
      { request: service('plugin:elsa', 'catalog'), plugin: 'catalog' },
      ['info', 'info'],
    ],
    [
      'what is configured',
      {
        request: user,
        config: {
          backend: {
            auditor: { severityLogLevelMappings: { medium: 'warn' } },
          },
        },
      },
      ['warn', 'warn'],
    ],
  ])('should write down %s', async (_, options, expected) => {
    await expect(levelsOf(options)).resolves.toEqual(expected);
  });
});
