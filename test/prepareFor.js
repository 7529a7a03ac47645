/* global require, module, process, __dirname */
/* eslint-disable @typescript-eslint/no-require-imports -- jest loads this file as CommonJS */
const { execFileSync } = require('child_process');
const path = require('path');

/**
 * Runs `test/support/prepare.ts` once for all projects, in a process of its own: jest cannot load TypeScript here.
 *
 * @param engines names of the engines that the tests need
 */
module.exports = (engines) => () => {
  const tsx = path.resolve(__dirname, '..', 'node_modules', 'tsx', 'dist', 'cli.mjs');
  const script = path.join(__dirname, 'support', 'prepare.ts');
  // Read by `prepare.ts`, which makes it, and by those who start a workspace.
  process.env.WORKSPACE_PROGRAM = path.resolve(__dirname, '..', '.cache', 'workspace', 'main.js');
  try {
    execFileSync(process.execPath, [tsx, script, ...engines], { stdio: ['ignore', 'inherit', 'pipe'] });
  } catch (error) {
    throw new Error(`The tests could not be prepared.\n${error.stderr}`);
  }
};
