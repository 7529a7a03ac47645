/* global require, module */
/* eslint-disable @typescript-eslint/no-require-imports -- jest loads this file as CommonJS */
const prepareFor = require('../prepareFor');

/** For `npm run test:engines`. */
module.exports = prepareFor(require('./between'));
