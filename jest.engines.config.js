/* global require, module */
/* eslint-disable @typescript-eslint/no-require-imports -- jest loads this file as CommonJS */
const { endToEnd, settings } = require('./jest.common');
const engines = require('./test/engines/between');

/** `npm run test:engines`: the end-to-end tests in the engines that `npm test` leaves out, one after the other. */
module.exports = {
  ...settings,
  globalSetup: '<rootDir>/test/engines/globalSetup.js',
  projects: engines.map((engine) => endToEnd(`e2e:${engine}`, engine)),
};
