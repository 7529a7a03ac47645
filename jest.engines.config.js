/* global require, module */
/* eslint-disable @typescript-eslint/no-require-imports -- jest loads this file as CommonJS */
const { endToEnd, settings } = require('./jest.common');
const engines = require('./test/engines/between');

/** About `npm run deploy` and `npm run verify`, which the oldest and the newest engine have in `npm test`. */
const COMMANDS = ['/test/e2e/(deploy|verify|verifyFaults)\\.test\\.ts$'];
/** 1.46 gives a call 10 s, where the others give 30 (server/runtime/deno/AppsEngineDenoRuntime.js). */
const OF_30_SECONDS = ['/test/e2e/chat/budget\\.test\\.ts$'];

/**
 * `npm run test:engines`: the end-to-end tests of endpoint and chat in the engines that `npm test` leaves out, one after
 * the other.
 */
module.exports = {
  ...settings,
  globalSetup: '<rootDir>/test/engines/globalSetup.js',
  projects: engines.map((engine) =>
    endToEnd(`e2e:${engine}`, engine, engine === '1.46' ? [...COMMANDS, ...OF_30_SECONDS] : COMMANDS),
  ),
};
