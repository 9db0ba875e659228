/** Helps the tests that start processes: a module of this folder as one script, which Node starts ten times sooner than TypeScript. */
import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** @returns the path of the script, made in the folder that is given. */
export function bundled(name: string, folder: string): string {
  const outfile = join(folder, `${name}.js`);
  buildSync({
    entryPoints: [join(__dirname, `${name}.ts`)],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    tsconfigRaw: {},
  });
  return outfile;
}
