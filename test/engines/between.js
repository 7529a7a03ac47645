/* global module, process */
const ALL = ['1.46', '1.53', '1.57', '1.59'];
const { ENGINE } = process.env;

if (ENGINE !== undefined && !ALL.includes(ENGINE)) {
  throw new Error(`npm run test:engines: ENGINE must be one of ${ALL.join(', ')}, not "${ENGINE}".`);
}

/** The engines between the oldest and the newest, or the one of them that `ENGINE` names. */
module.exports = ENGINE === undefined ? ALL : [ENGINE];
