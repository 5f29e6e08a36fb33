// Everything here has to load on any Node that knows modules, also on those
// that are too old for the rest: only then can it say so.
import fs from 'node:fs/promises';
import { UserError } from './messages.mjs';
import { root } from './paths.mjs';

/** npm scripts start on whatever Node is there; this is the oldest that npm 10 and these scripts run on. */
const OLDEST_NODE = 20;

/** node_modules holds 1.9 GB, npm's cache about as much again while it unpacks. */
const NEEDED_BYTES = 4 * 1024 ** 3;

export function checkNode() {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new UserError(
      `Node ${process.versions.node} is too old.`,
      `Install Node ${OLDEST_NODE} or newer (nodejs.org) and try again.`,
    );
  }
}

export async function checkDisk() {
  const { bavail, bsize } = await fs.statfs(root);
  const free = bavail * bsize;
  if (free < NEEDED_BYTES) {
    throw new UserError(
      `Only ${(free / 1024 ** 3).toFixed(1)} GB are free on the disk of ${root}.`,
      `Installing needs ${NEEDED_BYTES / 1024 ** 3} GB: free some space and try again.`,
    );
  }
}
