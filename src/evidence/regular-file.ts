/** Reads files that others may have put in place: follows no link, waits on no pipe, takes no more than it said. Knows not what they hold. */
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { ConfigurationError } from '../verdict/errors';

/**
 * @param name of the file, as people know it. @param largest accepted, in bytes.
 * @throws ConfigurationError naming the file.
 */
export async function readRegularFile(path: string, name: string, largest: number): Promise<Buffer> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const seen = await file.stat();
    if (!seen.isFile()) throw new ConfigurationError(`${name}: given what is no file; accepted: a regular file.`);
    if (seen.size > largest) throw new ConfigurationError(`${name}: given ${seen.size} bytes; accepted: ${largest} at most.`);
    return await file.readFile();
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    throw new ConfigurationError(
      `${name}: cannot be read (${code === 'ELOOP' ? 'a symbolic link' : code}); accepted: a regular file.`,
    );
  } finally {
    await file?.close();
  }
}
