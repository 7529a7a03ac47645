/* global require, module */
/* eslint-disable @typescript-eslint/no-require-imports -- jest loads this file as CommonJS */
const { default: Sequencer } = require('@jest/test-sequencer');

/** The files that take longest, the longest first. One of them begun last would leave all other workers idle. */
const LONGEST = [
  /browser\/trouble\.test/,
  /browser\/languages\.test/,
  /browser\/(people|logout|clients|search)\.test/,
  /browser\/pictures\.test/,
  /chat\/slow\.test/,
  /e2e\/faults\.test/,
  /\/browser\//,
  /\/e2e\//,
];

/** Begins with the longest files, also where jest does not know yet how long they take. */
module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => LONGEST.findIndex((pattern) => pattern.test(path));
    const order = (test) => (rank(test) === -1 ? LONGEST.length : rank(test));
    // What jest knows of the last run, failures first, decides between files of one kind. This sort keeps their order.
    return [...super.sort(tests)].sort((a, b) => order(a) - order(b));
  }
};
