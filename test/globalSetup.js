/* global require, module */
/* eslint-disable @typescript-eslint/no-require-imports -- jest loads this file as CommonJS */
const prepareFor = require('./prepareFor');

/** For `npm test`: the newest engine and the oldest. */
module.exports = prepareFor(['deno', 'vm']);
