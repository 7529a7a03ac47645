import { lookUpSession } from '../../../core/logout/lookUpSession';
import { SecondFactorInHand } from '../../../core/logout/confirmSecondFactor';
import { logoutSession } from '../../../core/logout/logoutSession';
import { logoutMany } from '../../../core/many/logoutMany';
import { AppError } from '../../../core/shared/errors';
import { batchOf, batchWorld } from '../../fakes/many';
import { failureOf, json, replies, request, world } from '../../fakes/ports';

const call = { workspaceUrl: 'http://workspace.test', credential: request.credential };
const inHand = (change: object = {}): SecondFactorInHand =>
  ({
    secondFactor: { code: '123456', method: 'totp' },
    askedFor: 'totp',
    userAgent: 'agent',
    codeMailed: false,
    ...change,
  }) as SecondFactorInHand;
const owner = { userId: 'u7', username: 'alice', device: 'Chrome 120 · Mac OS 10.15.7 · 203.0.113.24' };

test('whose it is, asked with the code and the User-Agent of the logout', async () => {
  const { ports, sessionInfo, lookUps } = world([]);
  sessionInfo.answer = () => replies.session('a');
  expect(await lookUpSession('a', inHand(), call, ports)).toEqual(owner);
  expect(lookUps).toEqual([
    { ...call, sessionId: 'a', userAgent: 'agent', secondFactor: inHand().secondFactor, timeoutMs: 1_500 },
  ]);
});

test.each(['A', 'ab', 'xa'])('another session that the search finds, %s, is not it', async (found) => {
  const { ports, sessionInfo } = world([]);
  sessionInfo.answer = () => replies.session(found);
  expect(await lookUpSession('a', inHand(), call, ports)).toBe('unknown');
});

test.each([
  ['a mailed code', { askedFor: 'email' }],
  ['a backup code', { secondFactor: { code: 'aB3dE6gH' } }],
  ['a method that is not known', { askedFor: 'other' }],
])('%s is not used up by it', async (_name, change) => {
  const { ports, lookUps } = world([]);
  expect(await lookUpSession('a', inHand(change), call, ports)).toBe('no-answer');
  expect(lookUps).toEqual([]);
});

test.each([
  ['403', replies.notPermitted],
  ['404', replies.notFound],
  ['429', replies.tooMany],
  ['500', json(500, {})],
  ['no answer', new AppError('error-workspace-timeout')],
])('a logout goes on after %s', async (_name, answer) => {
  const { ports, sessionInfo, recorded } = world([replies.challenge, replies.done()]);
  sessionInfo.answer = () => answer;
  await logoutSession(request, ports);
  expect(await recorded()).toEqual([expect.objectContaining({ outcome: expect.objectContaining({ result: 'done' }) })]);
});

test('an incorrect code is the refusal, and no logout is sent', async () => {
  const { ports, sessionInfo, endings } = world([replies.challenge]);
  sessionInfo.answer = () => replies.incorrectCode;
  expect(await failureOf(logoutSession(request, ports))).toMatchObject({ code: 'totp-invalid' });
  expect(endings()).toEqual([]);
});

test('what was found is in the record and told; what was known is not asked for', async () => {
  const first = world([replies.challenge, replies.done()]);
  first.sessionInfo.answer = ({ sessionId }) => replies.session(sessionId);
  await logoutSession(request, first.ports);
  const found = { targetId: 'u7', targetUsername: 'alice', targetDevice: owner.device };
  expect(await first.recorded()).toEqual([expect.objectContaining(found)]);
  expect(first.alarms.ended.mock.calls).toEqual([
    [expect.anything(), expect.objectContaining({ ...found, result: 'done' })],
  ]);
  const second = world([replies.challenge, replies.done()]);
  await logoutSession({ ...request, target: { userId: 'u8' } }, second.ports);
  expect(second.lookUps).toEqual([]);
});

test('too little time is left: the logout comes first', async () => {
  const { ports, lookUps, spend } = world([]);
  spend(22_000);
  expect(await lookUpSession('a', inHand(), call, ports)).toBe('no-answer');
  expect(lookUps).toEqual([]);
});

test('so for each session of a batch, and whose all are is in the record', async () => {
  const { ports, sessionInfo, recorded, lookUps } = batchWorld();
  sessionInfo.answer = ({ sessionId }) => replies.session(sessionId);
  await logoutMany(batchOf(6), ports);
  expect(lookUps).toHaveLength(6);
  const [entry] = await recorded();
  expect(entry.targetId).toBe('u7');
  expect(entry.sessions?.every(({ userId, device }) => userId === 'u7' && device === owner.device)).toBe(true);
});

test('a batch asks no more once the workspace does not say', async () => {
  const { ports, sessionInfo, lookUps, endings } = batchWorld();
  sessionInfo.answer = () => replies.notPermitted;
  await logoutMany(batchOf(20), ports);
  expect(lookUps).toHaveLength(1);
  expect(endings()).toHaveLength(20);
});

test('a batch that is refused the code by a look-up ends nothing', async () => {
  const { ports, sessionInfo, endings } = batchWorld();
  sessionInfo.answer = () => replies.incorrectCode;
  expect(await failureOf(logoutMany(batchOf(3), ports))).toMatchObject({ code: 'totp-invalid' });
  expect(endings()).toEqual([]);
});
