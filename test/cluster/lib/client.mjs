import { request } from 'node:https';

/** An answer of the API server that is not a success. */
export class ApiError extends Error {
  constructor(status, method, path, body) {
    super(`${method} ${path}: ${status} ${body?.message ?? body}`);
    this.status = status;
    this.body = body;
  }
}

/** A few lines around Kubernetes' API, for the certificate that we just made. */
export function createClient(url, token) {
  const send = (method, path, body, contentType = 'application/json') =>
    new Promise((resolve, reject) => {
      const content = body && Buffer.from(JSON.stringify(body));
      const call = request(
        new URL(path, url),
        {
          method,
          rejectUnauthorized: false,
          headers: {
            authorization: `Bearer ${token}`,
            accept: 'application/json',
            ...(content && {
              'content-type': contentType,
              // Node sends no length with a DELETE by itself.
              'content-length': content.length,
            }),
          },
        },
        response => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', chunk => {
            text += chunk;
          });
          response.on('error', reject);
          response.on('end', () => {
            const isJson =
              response.headers['content-type']?.includes('application/json');
            const answer = isJson ? JSON.parse(text) : text;
            const status = response.statusCode ?? 0;
            if (status < 300) resolve(answer);
            else reject(new ApiError(status, method, path, answer));
          });
        },
      );
      call.on('error', reject);
      call.end(content);
    });
  return {
    get: path => send('GET', path),
    post: (path, body) => send('POST', path, body),
    put: (path, body) => send('PUT', path, body),
    merge: (path, body) =>
      send('PATCH', path, body, 'application/merge-patch+json'),
    delete: (path, body) => send('DELETE', path, body),
  };
}
