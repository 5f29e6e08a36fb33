// Loaded into the backend of `npm start`. backstage-cli outlives a backend that
// ends, to start it again when a file changes; this line tells that it ended.
const { isMainThread } = require('node:worker_threads');

if (isMainThread) {
  process.on('exit', code => {
    if (code !== 0) {
      process.stderr.write(`elsa-portal: backend ended with code ${code}\n`);
    }
  });
}
