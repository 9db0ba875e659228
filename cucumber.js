// For plain `npx cucumber-js`, editors and their plug-ins: the simulator over http, Cucumber's own output. `mdpo run` does not
// read this file; its verdict, not Cucumber's, is the one that counts.
'use strict';

module.exports = {
  default: {
    paths: ['features/**/*.feature'],
    require: ['steps/**/!(*.test).ts'],
    requireModule: ['ts-node/register'],
    language: 'fr',
    strict: true,
    publish: false,
    worldParameters: { mdpo: { target: 'simulator', driver: 'http', seed: 1, cwd: __dirname } },
  },
};
