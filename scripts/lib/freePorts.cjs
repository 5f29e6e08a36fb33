// CommonJS, so that scripts and the tests of every package can load it.
const { randomInt } = require('node:crypto');
const { createServer } = require('node:net');

/**
 * All below the ports that systems give to outgoing connections (32768 and up
 * on Linux): one of those may be free now and taken when its server starts.
 */
const BLOCKS = { first: 20_000, count: 300, size: 16 };
const SINGLES = { first: 25_000, count: 5_000 };

const ATTEMPTS = 500;

/** What this process was given already. */
const given = new Set();

/** Listens, or answers undefined when somebody else does. */
function listen(port, host) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', error => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen({ port, host, exclusive: true }, () => resolve(server));
  });
}

function close(server) {
  return new Promise(resolve => {
    server.close(() => resolve());
  });
}

/** Whether nothing listens on a port, neither on this machine's own address nor on all. */
async function isPortFree(port) {
  for (const host of ['127.0.0.1', '::']) {
    try {
      const server = await listen(port, host);
      if (!server) return false;
      await close(server);
    } catch {
      // No such address here, or one that we may not use: nobody listens.
    }
  }
  return true;
}

/**
 * A port that nothing listens on, for a server that starts at once.
 *
 * @returns {Promise<number>}
 */
async function freePort() {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = SINGLES.first + randomInt(SINGLES.count);
    if (!given.has(port) && (await isPortFree(port))) {
      given.add(port);
      return port;
    }
  }
  throw new Error(
    `No port from ${SINGLES.first} to ${SINGLES.first + SINGLES.count - 1} is free`,
  );
}

/**
 * Ports in a row that nothing listens on and nobody else is given until they
 * are released, or this process ends: for servers that take their time.
 *
 * @param {number} count
 * @returns {Promise<{first: number, release: () => Promise<void>}>}
 */
async function reservePorts(count) {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const guardPort = BLOCKS.first + BLOCKS.size * randomInt(BLOCKS.count);
    // Who listens on a block's first port owns the others; no file is left.
    const guard = await listen(guardPort, '127.0.0.1');
    if (!guard) continue;
    guard.unref();
    const ports = Array.from({ length: count }, (_, at) => guardPort + 1 + at);
    const areFree = await Promise.all(ports.map(isPortFree));
    if (areFree.every(Boolean)) {
      return { first: guardPort + 1, release: () => close(guard) };
    }
    await close(guard);
  }
  throw new Error(`No ${count} ports in a row are free`);
}

module.exports = { freePort, isPortFree, reservePorts };
