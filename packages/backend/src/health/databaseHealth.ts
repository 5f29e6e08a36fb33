import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { databaseAnswers } from './databaseAnswers';

/** Probes come from several sides; one look at the database serves them all. */
const SHARED_MS = 1_000;

/**
 * Backstage's readiness, which also says when PostgreSQL does not answer. A
 * plugin cannot add to it, so this takes the place of the service.
 */
export const databaseHealth = createServiceFactory({
  service: coreServices.rootHealth,
  deps: {
    config: coreServices.rootConfig,
    lifecycle: coreServices.rootLifecycle,
  },
  async factory({ config, lifecycle }) {
    let state: 'starting' | 'up' | 'stopping' = 'starting';
    lifecycle.addStartupHook(() => {
      state = 'up';
    });
    lifecycle.addBeforeShutdownHook(() => {
      state = 'stopping';
    });
    const database = config.getOptionalConfig('backend.database');
    const connection =
      database?.getOptionalString('client') === 'pg'
        ? database.get<object | string>('connection')
        : undefined;
    let last: { at: number; answers: Promise<boolean> } | undefined;

    const answers = async () => {
      if (connection === undefined) {
        return true;
      }
      if (!last || Date.now() - last.at >= SHARED_MS) {
        last = { at: Date.now(), answers: databaseAnswers(connection) };
      }
      return last.answers;
    };
    const notReady = (message: string) => ({
      status: 503,
      payload: { status: 'error', message },
    });
    return {
      async getLiveness() {
        return { status: 200, payload: { status: 'ok' } };
      },
      async getReadiness() {
        if (state !== 'up') {
          return notReady(`The backend is ${state}`);
        }
        return (await answers())
          ? { status: 200, payload: { status: 'ok' } }
          : notReady('The database does not respond');
      },
    };
  },
});
