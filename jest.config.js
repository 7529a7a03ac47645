/* global module */
// Types are checked once, by `npm run check`: here each file is only translated.
const language = { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } };
const transform = { '^.+\\.ts$': ['@swc/jest', { swcrc: false, ...language }] };
const base = { testEnvironment: 'node', transform, modulePathIgnorePatterns: ['<rootDir>/.cache/', '<rootDir>/dist/'] };

/** The end-to-end tests, run against one generation of the real engine: 1.59 (`deno`) or 1.42 (`vm`). */
const endToEnd = (displayName, engine) => ({
  ...base,
  displayName,
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  globals: { engine },
});

module.exports = {
  testTimeout: 60000,
  // The tests mostly wait for a workspace in another process.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/test/globalSetup.js',
  testSequencer: '<rootDir>/test/sequencer.js',
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
