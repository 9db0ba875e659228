'use strict';
// Prints the browser that the suite would drive. Exit 1 when there is none.
require('./register');
const { chromium } = require('playwright');
const { findBrowser } = require('../src/driver/find-browser');

try {
  console.log(`browser: ${findBrowser({ playwrightPath: chromium.executablePath() })}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
