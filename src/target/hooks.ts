/** Starts the programs and calls the addresses that a target file names. Knows not what they are for. */
import { execFile } from 'node:child_process';
import { ConfigurationError } from '../verdict/errors';
import type { Hook } from './target-schema';

const TIMEOUT_MS = 60_000;

/**
 * Runs a hook: a program gets the input on its standard input, an address by POST.
 * @param key of the target file, for errors.
 * @returns what it printed or answered.
 * @throws ConfigurationError when it cannot be started, fails, or does not end in time; its output is never quoted.
 */
export async function callHook(key: string, hook: Hook, input?: object, timeoutMs = TIMEOUT_MS): Promise<string> {
  const body = input === undefined ? undefined : JSON.stringify(input);
  if ('command' in hook) return startCommand(`${key}.command`, hook, body, timeoutMs);
  const { host } = new URL(hook.url);
  const answer = await post(hook.url, body, 'application/json', timeoutMs).catch((error: unknown) => {
    const why = isLate(error) ? `did not answer within ${timeoutMs / 1000} s` : 'does not answer';
    throw new ConfigurationError(`${key}.url: ${host} ${why}`, { cause: error });
  });
  if (!answer.ok) throw new ConfigurationError(`${key}.url: ${host} answered ${answer.status}; accepted: 200 to 299`);
  return answer.text;
}

/** @returns what the program printed, trimmed. @throws ConfigurationError as above. */
export function startCommand(
  key: string,
  { command, args }: { readonly command: string; readonly args: readonly string[] },
  input: string | Uint8Array | undefined,
  timeout: number,
): Promise<string> {
  return new Promise((resolve, reject) => {
    // A program may refuse to be told to end.
    const child = execFile(command, args, { timeout, killSignal: 'SIGKILL' }, (error, stdout) => {
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

/** What came back of a POST, read to its end. */
export interface Answer {
  readonly ok: boolean;
  readonly status: number;
  /** Trimmed. */
  readonly text: string;
}

/**
 * Sends a body by POST. What stands before an `@` in the address is sent as HTTP asks for it.
 * @throws what `fetch` throws when the whole answer does not come in time.
 */
export async function post(
  address: string,
  body: string | Uint8Array | undefined,
  contentType: string,
  timeoutMs: number,
): Promise<Answer> {
  const url = new URL(address);
  const [user, password] = [url.username, url.password].map(decodeURIComponent);
  url.username = url.password = '';
  // Not `AbortSignal.timeout`, which does not keep a process alive until then.
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new DOMException('too slow', 'TimeoutError')), timeoutMs);
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        ...(body !== undefined && { 'content-type': contentType }),
        ...(user !== '' && { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` }),
      },
      ...(body !== undefined && { body: Buffer.from(body) }),
      signal: limit.signal,
    });
    return { ok: response.ok, status: response.status, text: (await response.text()).trim() };
  } finally {
    clearTimeout(timer);
  }
}

/** Whether a call failed for want of time. */
export function isLate(error: unknown): boolean {
  return error instanceof Error && error.name === 'TimeoutError';
}
