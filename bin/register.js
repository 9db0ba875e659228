'use strict';
// Teaches Node to read the package's TypeScript, whatever the working directory. Loaded by the command, and by each of
// Cucumber's worker processes, which it also ends when the process that started them has gone.
const { resolve } = require('node:path');

const root = resolve(__dirname, '..');
require('ts-node').register({ cwd: root, project: resolve(root, 'tsconfig.json'), swc: true });

if (process.env.CUCUMBER_WORKER_ID !== undefined && process.send) process.once('disconnect', () => process.exit(3));
