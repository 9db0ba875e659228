/** The code that runs inside the browser, as one script. Starts no browser. */
import { join } from 'node:path';
import { buildSync } from 'esbuild';

let bundle: string | undefined;

/** The script to run in each page before its own; built once a process. */
export function browserBundle(): string {
  bundle ??= buildSync({
    entryPoints: [join(__dirname, 'browser-agent.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    target: 'chrome109',
    minify: true,
    tsconfigRaw: {},
  }).outputFiles[0]!.text;
  return bundle;
}

/** An expression that calls the agent of the page. @param call `look()`, with its arguments in JSON. */
export function agentCall(call: string): string {
  return `globalThis[Symbol.for('mdpo.agent')].${call}`;
}
