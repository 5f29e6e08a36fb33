import { setTimeout as sleep } from 'node:timers/promises';
import {
  type BackstageCredentials,
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import signalsPlugin from '@backstage/plugin-signals-backend';
import request from 'supertest';
// The doubles of the plugin's own tests.
/* eslint-disable @backstage/no-relative-monorepo-imports */
import { FakeCluster } from '../../../plugins/elsa-backend/src/__testUtils__/fakeCluster';
import {
  environmentEntity,
  serverObjects,
} from '../../../plugins/elsa-backend/src/__testUtils__/objects';
import {
  type ElsaBackend,
  startElsaBackend,
} from '../../../plugins/elsa-backend/src/__testUtils__/startElsaBackend';
/* eslint-enable @backstage/no-relative-monorepo-imports */
import { connect, type Connection } from './__testUtils__/connect';

jest.setTimeout(60_000);

const ENVIRONMENT = 'environments/component/default/payments-production';
const user = (name: string) => `user:default/${name}`;
/** The test kit's tokens are JSON, which no WebSocket takes. */
const tokenOf = (name: string) => `socket-${name}`;
const authFactory = createServiceFactory({
  service: coreServices.auth,
  deps: { plugin: coreServices.pluginMetadata },
  factory({ plugin }) {
    const auth = mockServices.auth({ pluginId: plugin.getId() });
    const authenticate = auth.authenticate.bind(auth);
    auth.authenticate = async token =>
      token.startsWith('socket-')
        ? mockCredentials.user(user(token.slice('socket-'.length)))
        : authenticate(token);
    return auth;
  },
});

describe('signals of environments', () => {
  let cluster: FakeCluster;
  let elsa: ElsaBackend;
  let connections: Connection[];
  const allowed = new Set<string>();
  const events = mockServices.events();

  /** What the policy says: everything or nothing. */
  const decide = (credentials: BackstageCredentials) => {
    const { userEntityRef } = credentials.principal as {
      userEntityRef: string;
    };
    return {
      result: allowed.has(userEntityRef)
        ? AuthorizeResult.ALLOW
        : AuthorizeResult.DENY,
    };
  };
  const answer = async (
    questions: unknown[],
    options?: { credentials?: BackstageCredentials },
  ) => questions.map(() => decide(options!.credentials!));

  beforeAll(async () => {
    cluster = await FakeCluster.start();
    elsa = await startElsaBackend({
      clusters: { 'production-eu': cluster.server.url },
      catalog: catalogServiceMock({
        entities: [environmentEntity({ name: 'payments-production' })],
      }),
      elsa: { access: { decisionTtl: { seconds: 0 } } },
      features: [
        signalsPlugin,
        authFactory,
        mockServices.permissions.mock({
          authorize: answer,
          authorizeConditional: answer,
        }).factory,
        // The double gives each plugin events of its own.
        createServiceFactory({
          service: eventsServiceRef,
          deps: {},
          factory: () => events,
        }),
      ],
    });
  });

  beforeEach(async () => {
    connections = [];
    allowed.clear();
    cluster.objects = serverObjects({ name: 'payments-production' });
    await elsa.collect();
  });

  afterEach(() => {
    connections.forEach(connection => connection.close());
  });

  afterAll(async () => {
    await elsa?.backend.stop();
    await cluster?.server.close();
  });

  /** The channels that reading the environment and the list gives to a user. */
  async function read(name: string): Promise<[string, string]> {
    const keys = [];
    for (const path of [ENVIRONMENT, 'environments']) {
      const { body } = await request(elsa.backend.server)
        .get(`/api/elsa/${path}`)
        .set('authorization', mockCredentials.user.header(user(name)))
        .expect(200);
      keys.push(`elsa:environments:${body.changeKey}`);
    }
    const [one, list] = keys;
    return [one, list];
  }

  async function listen(
    token: string | undefined,
    channels: string[],
  ): Promise<Connection> {
    const port = elsa.backend.server.port();
    const connection = await connect(port, token);
    connections.push(connection);
    for (const channel of [...channels, 'elsa:environments', 'marker']) {
      connection.subscribe(channel);
    }
    // The server has taken the channels that were named before this one.
    await marked([connection]);
    return connection;
  }

  const toldBy = ({ received }: Connection) => received.join('');

  async function until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) {
      await sleep(10);
    }
  }

  /** Sends everybody a mark: what was sent before it has arrived, too. */
  async function marked(waiting: Connection[]): Promise<void> {
    const before = waiting.map(({ received }) => received.length);
    const hasMark = ({ received }: Connection, index: number) =>
      received.slice(before[index]).join('').includes('marker');
    while (!waiting.every(hasMark)) {
      await events.publish({
        topic: 'signals',
        eventPayload: {
          recipients: { type: 'broadcast' },
          channel: 'marker',
          message: { of: 'the test' },
        },
      });
      await sleep(20);
    }
  }

  async function breakServer(): Promise<void> {
    cluster.objects = serverObjects(
      { name: 'payments-production' },
      { isCrashing: true },
    );
    await elsa.collect();
  }

  it('should tell the reader on channels of their own, and nobody else who knows the names', async () => {
    allowed.add(user('ann'));
    const own = await read('ann');
    expect(new Set(own).size).toBe(2);
    const reader = await listen(tokenOf('ann'), own);
    const others = [
      await listen(undefined, own),
      await listen(tokenOf('guest'), own),
      await listen(tokenOf('bob'), own),
    ];
    await breakServer();
    await until(() => own.every(channel => toldBy(reader).includes(channel)));
    expect(toldBy(reader)).not.toContain('payments');
    await marked(others);
    for (const other of others) {
      expect(toldBy(other)).not.toContain('elsa');
    }
  });

  it('should tell two readers on different channels, and neither on that of the other', async () => {
    allowed.add(user('ann')).add(user('bob'));
    const channels = [await read('ann'), await read('bob')];
    expect(new Set(channels.flat()).size).toBe(4);
    const all = channels.flat();
    const readers = [
      await listen(tokenOf('ann'), all),
      await listen(tokenOf('bob'), all),
    ];
    await breakServer();
    for (const [index, reader] of readers.entries()) {
      await until(() =>
        channels[index].every(channel => toldBy(reader).includes(channel)),
      );
      await marked([reader]);
      channels[1 - index].forEach(channel =>
        expect(toldBy(reader)).not.toContain(channel),
      );
    }
  });

  it('should tell a reader nothing who may not read any more', async () => {
    allowed.add(user('ann')).add(user('bob'));
    // First, so that it would be told first.
    const lost = await listen(tokenOf('ann'), await read('ann'));
    const channels = await read('bob');
    const reader = await listen(tokenOf('bob'), channels);
    allowed.delete(user('ann'));
    await breakServer();
    await until(() =>
      channels.every(channel => toldBy(reader).includes(channel)),
    );
    await marked([lost]);
    expect(toldBy(lost)).not.toContain('elsa');
  });

  it('should not tell a connection without a token what a guest has read', async () => {
    allowed.add(user('guest'));
    const channels = await read('guest');
    const guest = await listen(tokenOf('guest'), channels);
    // The signals plugin takes it for the guest; it does not know the names.
    const anonymous = await listen(undefined, ['elsa:environments:']);
    await breakServer();
    await until(() =>
      channels.every(channel => toldBy(guest).includes(channel)),
    );
    await marked([anonymous]);
    expect(toldBy(anonymous)).not.toContain('elsa');
  });
});
