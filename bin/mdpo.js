#!/usr/bin/env node
'use strict';
// The command: hands the process over to src/cli and gives its exit code back.
require('node:v8').setFlagsFromString('--heap-growing-percent=40'); // A run is short: the memory that is free would never be collected.
require('./register');
const { start } = require('../src/cli/start');

start(process);
