/* global module */
const transform = { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json' }] };
const base = { testEnvironment: 'node', transform, modulePathIgnorePatterns: ['<rootDir>/.cache/', '<rootDir>/dist/'] };

/**
 * The end-to-end tests, run against one engine: a name that `ENGINE` takes.
 *
 * @param leftOut patterns of the files that are not run
 */
const endToEnd = (displayName, engine, leftOut = []) => ({
  ...base,
  testPathIgnorePatterns: ['/node_modules/', ...leftOut],
  displayName,
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  globals: { engine },
});

/** What `npm test` and `npm run test:engines` have in common. */
module.exports = {
  base,
  endToEnd,
  settings: {
    testTimeout: 60000,
    // The tests mostly wait for a workspace in another process.
    maxWorkers: '100%',
    testSequencer: '<rootDir>/test/sequencer.js',
  },
};
