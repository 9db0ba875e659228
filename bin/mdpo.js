#!/usr/bin/env node
'use strict';
// The command: hands the process over to src/cli and gives its exit code back.
require('./register');
const { start } = require('../src/cli/start');

start(process);
