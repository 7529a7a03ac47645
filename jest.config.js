/* global module */
const transform = { '^.+\\.ts$': ['ts-jest', { tsconfig: 'tsconfig.dev.json' }] };
const base = { testEnvironment: 'node', transform, modulePathIgnorePatterns: ['<rootDir>/.cache/', '<rootDir>/dist/'] };

/** One end-to-end suite, driven against both generations of the real engine. */
const endToEnd = (displayName, engine) => ({
  ...base,
  displayName,
  testMatch: ['<rootDir>/test/e2e/**/*.test.ts'],
  globals: { engine },
});

module.exports = {
  testTimeout: 60000,
  // Most of the time is spent waiting for a workspace in a process of its own.
  maxWorkers: '100%',
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
    { ...base, displayName: 'contract', testMatch: ['<rootDir>/test/contracts/**/*.test.ts'] },
    { ...base, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
    endToEnd('e2e, engine 1.59 (deno)', 'deno'),
    endToEnd('e2e, engine 1.42 (vm)', 'vm'),
  ],
};
