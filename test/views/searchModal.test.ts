import { PendingChoice, PendingSearch, Waiting } from '../../core/chat/pendingLogout';
import { Listed } from '../../core/chat/search';
import { choiceModal } from '../../views/choiceModal';
import { dialogOf } from '../../views/dialogs';
import { ACTION, BLOCK } from '../../views/ids';
import { Modal } from '../../views/modals';
import { searchModal } from '../../views/searchModal';
import { languageOf } from '../../views/texts/languages';

const context = { appId: 'the-app', t: languageOf('en').t };
const at = Date.parse('2026-03-01T10:05:00Z');
const reader = { callerId: 'u1', now: at, utcOffset: 0 };
const totp = { method: 'totp', mailed: false, failures: 0 } as const;
const mail = { method: 'email', address: 'o…@example.com', mailed: true, failures: 0 } as const;
const hostile = '`*[x](javascript:alert(1))\n@all`';
const alice = { id: 'alice-id', username: 'alice', isEnabled: true };
const common = { id: 'p1', turn: 3, reason: 'stolen laptop', roomId: 'GENERAL', correlationId: 'r1' };

interface AnyBlock {
  readonly type: string;
  readonly blockId?: string;
  readonly text?: { readonly type: string; readonly text: string };
  readonly element?: {
    readonly type: string;
    readonly actionId: string;
    readonly initialValue?: unknown;
    readonly initialOption?: { readonly value: string };
    readonly options?: ReadonlyArray<{
      readonly text: { readonly type: string; readonly text: string };
      readonly value: string;
    }>;
  };
}
const blocksIn = ({ blocks }: Modal): AnyBlock[] => blocks as unknown as AnyBlock[];
const fieldsOf = (modal: Modal) => blocksIn(modal).flatMap(({ element }) => (element ? [element] : []));
const fieldOf = (modal: Modal, actionId: string) => fieldsOf(modal).find((each) => each.actionId === actionId);

const searchOf = (change: Partial<PendingSearch['search']>): Waiting<PendingSearch> => ({
  ...common,
  search: { form: false, person: alice, what: 'choose', utcOffset: 0, ...change },
});
const unlicensed = searchOf({ what: 'everything', unlicensed: true });
const form = searchOf({
  form: true,
  person: undefined,
  criteria: { person: 'ali', words: ['windows', '10'], ip: '203.0.113.0/24', after: 'yesterday' },
});
const listedAs = (count: number): Listed[] =>
  Array.from({ length: count }, (_, index) => ({
    sessionId: `s${index}`,
    userId: 'alice-id',
    username: 'alice',
    loginAt: at,
  }));
const choiceOf = (change: Partial<PendingChoice['choice']> = {}): Waiting<PendingChoice> => ({
  ...common,
  choice: { person: alice, listed: listedAs(3), complete: true, looked: 3, all: false, chosen: [], ...change },
});

const dialogs: Array<[string, Modal]> = [
  ['the form', searchModal(form, totp, context)],
  ['the form with a mailed code', searchModal(form, mail, context)],
  ['one person', searchModal(searchOf({}), totp, context)],
  ['one person with a mailed code', searchModal(searchOf({}), mail, context)],
  ['one person without a code', searchModal(searchOf({}), 'confirm', context)],
  ['everything', searchModal(unlicensed, totp, context)],
  ['an update', searchModal(form, totp, context, { problem: 'That code is incorrect.' })],
  ['a choice', choiceModal(choiceOf(), totp, reader, context)],
  ['a choice with a mailed code', choiceModal(choiceOf(), mail, reader, context, 'Choose one.')],
  ['a choice from many', choiceModal(choiceOf({ listed: listedAs(5_000) }), totp, reader, context)],
];
describe.each(dialogs)('%s', (_name, modal) => {
  test('is that of the pending logout, and can be submitted and cancelled', () => {
    expect(modal).toMatchObject({ id: 'logout-p1', submit: { type: 'button' }, close: { text: { text: 'Cancel' } } });
  });

  test('has every action once, and no hint, which crashes clients before 6.12', () => {
    const ids = Array.from(JSON.stringify(modal).matchAll(/"actionId":"([^"]+)"/g), ([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(JSON.stringify(modal)).not.toContain('"hint"');
  });

  test('has its first field where Enter ends nothing: never that of the code', () => {
    expect(fieldsOf(modal)[0].actionId).not.toMatch(/^code-/);
  });

  test('has something chosen in every radio, among what it offers', () => {
    for (const { type, options = [], initialOption } of fieldsOf(modal)) {
      if (type === 'radio_button') {
        expect(options.map(({ value }) => value)).toContain(initialOption?.value);
      }
    }
  });

  test('offers at most 50 sessions', () => {
    expect(fieldOf(modal, ACTION.sessions)?.options?.length ?? 0).toBeLessThanOrEqual(50);
  });
});

test('the form opens with what was typed; an update leaves that, and the reason, to the client', () => {
  const opened = searchModal(form, totp, context);
  expect(fieldsOf(opened).map(({ actionId, initialValue }) => [actionId, initialValue])).toEqual([
    [ACTION.person, 'ali'],
    [ACTION.words, 'windows 10'],
    [ACTION.address, '203.0.113.0/24'],
    [ACTION.after, 'yesterday'],
    [ACTION.before, undefined],
    [ACTION.reason, 'stolen laptop'],
    ['code-3', undefined],
  ]);
  const updated = searchModal(form, totp, context, { problem: 'That code is incorrect.' });
  expect(fieldsOf(updated).map(({ actionId }) => actionId)).toEqual(fieldsOf(opened).map(({ actionId }) => actionId));
  expect(JSON.stringify(updated)).not.toMatch(/initialValue|stolen|windows/);
  expect(blocksIn(updated).find(({ blockId }) => blockId === BLOCK.problem)).toMatchObject({ type: 'callout' });
});

test('for one person says what can be done; with mailed codes all is not offered, and why', () => {
  const values = (modal: Modal) => fieldOf(modal, ACTION.what)?.options?.map(({ value }) => value);
  expect(values(searchModal(searchOf({}), totp, context))).toEqual(['choose', 'all', 'everything']);
  const mailed = searchModal(searchOf({}), mail, context);
  expect(values(mailed)).toEqual(['choose', 'everything']);
  expect(JSON.stringify(mailed)).toContain('Your codes are mailed, and each works once');
  expect(values(searchModal(form, totp, context))).toBeUndefined();
});

test('without a licence there is nothing to choose: it says why, what ends and what does not, and asks', () => {
  const modal = searchModal(unlicensed, mail, context);
  expect(fieldsOf(modal).map(({ actionId }) => actionId)).toEqual([ACTION.reason, 'code-3']);
  expect(JSON.stringify(modal)).toMatch(/no licence.*`@alice`.*personal access tokens.*OAuth apps survive/);
  expect(modal).toMatchObject({ title: { text: 'End everything' }, submit: { style: 'danger' } });
});

describe('what was found', () => {
  test('is chosen from one by one or all; with a mailed code only one', () => {
    const [several, one] = [totp, mail].map((question) => choiceModal(choiceOf(), question, reader, context));
    expect(fieldOf(several, ACTION.sessions)?.type).toBe('multi_static_select');
    expect(fieldOf(several, ACTION.which)?.options?.map(({ text }) => text.text)).toContain('All that were found (3)');
    expect(fieldOf(one, ACTION.sessions)?.type).toBe('static_select');
    expect(fieldOf(one, ACTION.which)).toBeUndefined();
  });

  test('of many shows the newest 50, how many more there are, and "all" means all', () => {
    const text = JSON.stringify(choiceModal(choiceOf({ listed: listedAs(120) }), totp, reader, context));
    expect(text).toMatch(/The newest 50 are shown here; there are 70 more/);
    expect(text).toContain('All that were found (120)');
    expect(text).toContain('"s49"');
    expect(text).not.toContain('"s50"');
  });

  test('says when the search did not get through everything, and what one line is', () => {
    const text = JSON.stringify(choiceModal(choiceOf({ complete: false, looked: 5_000 }), totp, reader, context));
    expect(text).toContain('it looked at 5000 sessions');
    expect(text).toContain('Each line is one login');
  });

  test('marks the reader’s own, which "all" leaves out', () => {
    const listed = [{ sessionId: 'mine', userId: 'u1', loginAt: at }, ...listedAs(2)];
    const modal = choiceModal(choiceOf({ person: undefined, listed }), totp, reader, context);
    expect(fieldOf(modal, ACTION.sessions)?.options?.[0].text.text).toContain('(you)');
    expect(JSON.stringify(modal)).toContain('All that were found except yours (2)');
  });

  test('that was left over by a batch opens with all chosen, and without a time that nobody knows', () => {
    const listed = [{ sessionId: 's1', userId: 'alice-id', client: 'Chrome 120 · Windows 10' }];
    const modal = choiceModal(choiceOf({ listed, all: true }), totp, reader, context);
    expect(fieldOf(modal, ACTION.which)?.initialOption?.value).toBe('all');
    expect(fieldOf(modal, ACTION.sessions)?.options?.[0].text.text).toBe('1 · Chrome 120 · Windows 10');
    expect(JSON.stringify(modal)).not.toMatch(/logged in|NaN|Invalid/);
  });
});

test('invariant 8: hostile names are plain text or code wherever they stand', () => {
  const person = { ...alice, username: hostile };
  const listed = [
    { sessionId: 's', userId: 'u', username: hostile, client: hostile, os: hostile, ip: hostile, loginAt: at },
  ];
  const modals = [
    searchModal(searchOf({ person }), totp, context),
    choiceModal(choiceOf({ person, listed }), mail, reader, context),
    choiceModal(choiceOf({ person: undefined, listed }), totp, reader, context),
  ];
  for (const modal of modals) {
    for (const { text } of blocksIn(modal)) {
      const outside = text?.type === 'mrkdwn' ? text.text.replace(/`[^`]*`/g, '') : '';
      expect(outside).not.toMatch(/javascript|@all/);
    }
    for (const { text } of fieldsOf(modal).flatMap(({ options = [] }) => options)) {
      expect(text.type).toBe('plain_text');
      expect(text.text).not.toContain('\n');
    }
  }
});

test('a pending logout has the dialog of what it is about', () => {
  const session = { ...common, sessionId: 'aLiveSession' };
  const titles = [session, form, choiceOf()].map((each) => dialogOf(each, totp, reader, context).title.text);
  expect(titles).toEqual(['End a session', 'Find sessions', 'Choose sessions']);
});
