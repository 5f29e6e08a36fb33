import { InputError } from '@backstage/errors';
import { promises as fs } from 'fs';

const MEBIBYTE = 1024 * 1024;

/**
 * Text of a file. What Windows adds is left out: the byte-order mark, and
 * carriage returns at the ends of lines.
 *
 * @param name - how messages call it
 * @throws InputError when it is no file of UTF-8 text of at most so many bytes
 */
export async function readText(
  file: string,
  maximumBytes: number,
  name: string = file,
): Promise<string> {
  return decodeText(await readBytes(file, maximumBytes, name), name);
}

/** As `readText`, for bytes that are there already. */
export function decodeText(bytes: Uint8Array, name: string): string {
  const isWide =
    (bytes[0] === 0xff && bytes[1] === 0xfe) ||
    (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (isWide) {
    throw new InputError(`${name} is text in UTF-16; save it as UTF-8`);
  }
  if (bytes.includes(0)) {
    throw new InputError(`${name} is no text file`);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true })
      .decode(bytes)
      .replace(/\r\n/g, '\n');
  } catch {
    throw new InputError(`${name} is not text in UTF-8; save it as UTF-8`);
  }
}

/** Why a file that is too large is refused. */
export function refuseSize(name: string, maximumBytes: number): InputError {
  return new InputError(
    `${name} is larger than ${maximumBytes / MEBIBYTE} MiB; no file of an environment is`,
  );
}

/** Never more than the limit, whatever the file says of itself: it may be a pipe. */
async function readBytes(
  file: string,
  maximumBytes: number,
  name: string,
): Promise<Uint8Array> {
  const handle = await fs
    .open(file, 'r')
    .catch(error => Promise.reject(cannotRead(name, error)));
  try {
    const chunks: Uint8Array[] = [];
    let total = 0;
    for (;;) {
      const { bytesRead, buffer } = await handle.read(
        Buffer.alloc(64 * 1024),
        0,
      );
      if (bytesRead === 0) return Buffer.concat(chunks);
      total += bytesRead;
      if (total > maximumBytes) throw refuseSize(name, maximumBytes);
      chunks.push(buffer.subarray(0, bytesRead));
    }
  } catch (error) {
    throw error instanceof InputError ? error : cannotRead(name, error);
  } finally {
    await handle.close();
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'does not exist',
  ENOTDIR: 'does not exist',
  EISDIR: 'is a folder; name a file',
  EACCES: 'cannot be read; change its permissions',
  EPERM: 'cannot be read; change its permissions',
};

function cannotRead(name: string, error: unknown): InputError {
  const { code } = error as NodeJS.ErrnoException;
  const reason = REASONS[code ?? ''] ?? `cannot be read (${code ?? error})`;
  return new InputError(`${name} ${reason}`);
}
