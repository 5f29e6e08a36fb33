import { ResponseError } from '@backstage/errors';
import { errorMessage } from './errorMessage';

const respond = (body: unknown) =>
  ResponseError.fromResponse(
    Response.json(body, { status: 409, statusText: 'Conflict' }),
  );

describe('errorMessage', () => {
  it('should say what the backend said', async () => {
    const error = await respond({
      error: { name: 'ConflictError', message: 'Asked too often; wait 10 s' },
      response: { statusCode: 409 },
    });
    expect(errorMessage(error)).toBe('Asked too often; wait 10 s');
  });

  it('should fall back to the status when the backend said nothing', async () => {
    expect(errorMessage(await respond({}))).toMatch(/409 Conflict/);
  });

  it('should leave other errors as they are', () => {
    const cause = new Error('within');
    expect(errorMessage(new Error('outside', { cause }))).toBe('outside');
  });
});
