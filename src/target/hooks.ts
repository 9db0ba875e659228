/** Starts the programs and calls the addresses that a target file names. Knows not what they are for. */
import { execFile } from 'node:child_process';
import { ConfigurationError } from '../verdict/errors';
import type { Hook } from './target-schema';

const TIMEOUT_MS = 60_000;

/**
 * Runs a hook: a program gets the input on its standard input, an address by POST.
 * @param key of the target file, for errors.
 * @returns what it printed or answered.
 * @throws ConfigurationError when it cannot be started, fails, or does not end within a minute; its output is never quoted.
 */
export async function callHook(key: string, hook: Hook, input?: object): Promise<string> {
  const body = input === undefined ? undefined : JSON.stringify(input);
  if ('command' in hook) return startCommand(`${key}.command`, hook, body, TIMEOUT_MS);
  const { host } = new URL(hook.url);
  let response: Response;
  try {
    response = await fetch(hook.url, {
      method: 'POST',
      ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw new ConfigurationError(`${key}.url: ${host} does not answer`, { cause: error });
  }
  if (!response.ok) throw new ConfigurationError(`${key}.url: ${host} answered ${response.status}; accepted: 200 to 299`);
  return response.text();
}

/** @returns what the program printed, trimmed. @throws ConfigurationError as above. */
export function startCommand(
  key: string,
  { command, args }: { readonly command: string; readonly args: readonly string[] },
  input: string | Uint8Array | undefined,
  timeout: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(command, args, { timeout }, (error, stdout) => {
      if (error === null) return resolve(stdout.trim());
      const why =
        error.killed === true
          ? `it did not end within ${timeout / 1000} s`
          : `it failed (${error.code ?? error.signal ?? 'unknown'})`;
      // The error itself quotes what the program printed: it may hold a secret.
      reject(new ConfigurationError(`${key}, given ${command}: ${why}; accepted: a program that exits with 0`));
    });
    // A command that does not read its input closes it: what it prints is what counts.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
