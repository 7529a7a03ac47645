import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { failureNotice, openNotice } from '../../conversation/failureNotice';
import { AppError } from '../../core/shared/errors';
import { validPendingId } from '../../views/ids';
import { admin, engineWorld } from '../fakes/engine';

const ID = 'p'.repeat(24);

test('dialog and log have the same request ID, and neither says what was thrown', () => {
  const { call, lines } = engineWorld();
  const notice = failureNotice(new Error('token-1'), 'submit', ID, admin, call);
  expect(lines).toHaveLength(1);
  const { event, correlationId, result } = JSON.parse(lines[0]) as Record<string, string>;
  expect([event, result]).toEqual(['submit', 'error-internal']);
  expect(notice).toMatchObject({ id: `logout-${ID}`, submit: null });
  expect(JSON.stringify(notice)).toContain(`Request ${correlationId}`);
  expect(JSON.stringify(notice) + lines.join()).not.toContain('token-1');
});

test('without a pending logout it is a dialog of its own, under an ID that the app made', () => {
  const { call } = engineWorld();
  const notices = [1, 2].map(() =>
    failureNotice(new AppError('error-request-expired'), 'click', undefined, admin, call),
  );
  const ids = notices.map(({ id }) => validPendingId(id.replace('logout-', '')));
  expect(ids).not.toContain(undefined);
  expect(ids[0]).not.toBe(ids[1]);
  expect(JSON.stringify(notices[0])).toContain('This step was used already');
});

test.each([
  ['de', { settings: { preferences: { language: 'de' } } }, 'gehört'],
  ['English, where nothing is known', undefined, 'belongs to somebody else'],
])('is said in %s', (_name, user, text) => {
  const { call } = engineWorld();
  const notice = failureNotice(new AppError('error-request-foreign'), 'click', ID, user as IUser | undefined, call);
  expect(JSON.stringify(notice)).toContain(text);
});

describe('is opened', () => {
  const noticeIn = ({ call }: ReturnType<typeof engineWorld>) =>
    failureNotice(new AppError('error-request-expired'), 'click', undefined, admin, call);

  test('where a trigger allows it', async () => {
    const world = engineWorld();
    const notice = noticeIn(world);
    await openNotice(notice, 'click', admin, 'trigger-1', world.call);
    expect(world.opened).toEqual([{ view: notice, triggerId: 'trigger-1', user: 'u1' }]);
  });

  test.each([
    ['a trigger', admin, undefined],
    ['a user', undefined, 'trigger-1'],
  ])('not without %s', async (_name, user, triggerId) => {
    const world = engineWorld();
    await openNotice(noticeIn(world), 'click', user, triggerId, world.call);
    expect(world.opened).toEqual([]);
  });

  test('and what cannot be opened leaves a line in the log', async () => {
    const world = engineWorld();
    const modify = {
      getUiController: () => ({ openSurfaceView: () => Promise.reject(new Error('token-1')) }),
    } as unknown as typeof world.modify;
    await openNotice(noticeIn(world), 'submit', admin, 'trigger-1', { ...world.call, modify });
    expect(world.lines[1]).toBe(JSON.stringify({ event: 'submit', correlationId: '-', result: 'not-told' }));
    expect(world.lines.join()).not.toContain('token-1');
  });
});
