import { mockServices } from '@backstage/backend-test-utils';
import { AuthenticationError, NotFoundError } from '@backstage/errors';
import { publicError } from './publicError';

describe('publicError', () => {
  const logger = mockServices.logger.mock();

  it('should say nothing of a database, and name where to look', () => {
    const sql = new Error(
      'insert into elsa_environments - value too long for type character varying(255) at 10.0.0.7:5432',
    );
    const shown = publicError(sql, logger);
    expect(shown.name).toBe('ServiceUnavailableError');
    expect(JSON.stringify(shown) + shown.message).not.toMatch(
      /insert|varying|10\.0/,
    );
    const [, id] = /look for (\S+)/.exec(shown.message) ?? [];
    expect(logger.error).toHaveBeenCalledWith(expect.stringContaining(id), sql);
  });

  it('should pass on what was made for callers, without its cause', () => {
    const known = new NotFoundError('No such environment');
    expect(publicError(known, logger)).toBe(known);
    const shown = publicError(
      new AuthenticationError('Illegal token', new Error('select secret')),
      logger,
    );
    expect([shown.name, shown.message, shown.cause]).toEqual([
      'AuthenticationError',
      'Illegal token',
      undefined,
    ]);
  });
});
