/* global require, module */
/* eslint-disable @typescript-eslint/no-require-imports -- jest loads this file as CommonJS */
const { base, endToEnd, settings } = require('./jest.common');

module.exports = {
  ...settings,
  globalSetup: '<rootDir>/test/globalSetup.js',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '<rootDir>/test/contracts/',
        '<rootDir>/test/e2e/',
        '<rootDir>/test/browser/',
      ],
    },
    { ...base, displayName: 'contracts', testMatch: ['<rootDir>/test/contracts/**/*.test.ts'] },
    // The newest engine and the oldest; those between: jest.engines.config.js.
    endToEnd('e2e:deno', 'deno'),
    endToEnd('e2e:vm', 'vm'),
    {
      ...base,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.test.ts'],
      globals: { engine: 'deno' },
    },
  ],
};
