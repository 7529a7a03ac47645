import { de } from '../../../views/texts/de';
import { en } from '../../../views/texts/en';
import { es } from '../../../views/texts/es';
import { ptBR } from '../../../views/texts/pt-BR';
import { ACTION } from '../../../views/ids';
import { incorrect } from '../support/codes';
import { NOTHING, PROBE } from '../support/expectations';
import { useChat } from './support/chatWorkspace';
import { expectLeft, recordedAs, requestsOfApp, resultOf } from './support/expectations';
import type { Person } from './support/person';
import { named, say, saying, sayingOfRequest } from './support/texts';

const chat = useChat();

/** Nothing happened to any session, and nothing is recorded. */
const expectNothingDone = async (): Promise<void> => {
  await expectLeft(chat, { received: NOTHING, recorded: [] });
};

describe('help', () => {
  test.each(['help', 'HELP', 'help me please'])('"%s"', async (line) => {
    const alice = await chat.person('alice');
    const { message } = await alice.types(line);

    expect(message).toMatchObject({ text: say('chat:help'), roomId: 'GENERAL' });
    await expectNothingDone();
  });
});

describe('an unknown word gets the nearest suggestion', () => {
  test.each([
    ['conect', 'connect'],
    ['disconect', 'disconnect'],
    ['stauts', 'status'],
    ['hlep', 'help'],
    ['logs', 'log'],
  ])('%s', async (line, nearest) => {
    const admin = await chat.person('admin');

    expect((await admin.types(line)).message.text).toBe(say('chat:unknown-word', { nearest }));
    await expectNothingDone();
  });

  test.each(['alice', '../../etc/hosts', '[click](https://evil.example) here', 'horse+battery!'])(
    '%s is not repeated',
    async (line) => {
      const admin = await chat.person('admin');

      expect((await admin.types(line)).message.text).toEqual(saying('chat:unknown-word'));
      await expectNothingDone();
    },
  );

  test('a word that announces a password is not repeated, and the hint says where one belongs', async () => {
    const admin = await chat.person('admin');

    expect((await admin.types('pass-word! horse')).message.text).toBe(say('chat:misplaced:option'));
    await expectNothingDone();
  });
});

describe('options', () => {
  test.each([
    ['--kode 123456', say('chat:misplaced:option')],
    ['--reasn=stolen', say('chat:misplaced:option')],
    ['--code', say('chat:missing-value', { option: 'code' })],
    ['--method=', say('chat:missing-value', { option: 'method' })],
    ['stolen --reason', say('chat:missing-value', { option: 'reason' })],
  ])('%s: said so, and nothing is done', async (options, text) => {
    const admin = await chat.connected('admin');

    expect((await admin.types(`${chat.alice.sessionId} ${options}`)).message.text).toBe(text);
    await expectNothingDone();
  });
});

describe('what is said of a session ID and a reason', () => {
  test.each(['hunter2', 'a'.repeat(129)])(
    '%s is no ID: said so, and not recorded, since it may be a password',
    async (word) => {
      const admin = await chat.connected('admin');

      expect((await admin.types(word)).message.text).toEqual(saying('chat:unknown-word'));
      await expectNothingDone();
    },
  );

  test('a reason that is too long: said so', async () => {
    const admin = await chat.connected('admin');
    const { message } = await admin.types(`${chat.alice.sessionId} ${'x'.repeat(501)}`);

    expect(message.text).toBe(say('chat:invalid:reason'));
    await expectLeft(chat, { received: NOTHING, recorded: ['invalid-params'] });
  });
});

describe('a person without an allowed role', () => {
  let max: Person;
  beforeEach(async () => {
    max = await chat.person('max');
  });

  test.each([
    ['a session that exists', () => chat.alice.sessionId],
    ['a session that does not exist', () => 'aSessionThatIsNot'],
    ['a session, with a code', () => `${chat.alice.sessionId} --code 123456`],
  ])('%s: refused and recorded, and the workspace is asked nothing', async (_what, line) => {
    const { message } = await max.types(line());

    expect(message.text).toBe(say('chat:error-unauthorized'));
    const [entry] = await expectLeft(chat, { received: NOTHING, recorded: ['error-unauthorized'] });
    expect(entry).toMatchObject({ via: 'command', callerUsername: 'max', callerRoles: ['user', 'support'] });
    expect(await requestsOfApp(chat)).toEqual([]);
  });

  test('an empty list of roles allows nobody', async () => {
    await chat.appSettings({ allowed_roles: '' });
    const admin = await chat.person('admin');

    expect((await admin.types(chat.alice.sessionId)).message.text).toBe(say('chat:error-unauthorized'));
    await expectLeft(chat, { received: NOTHING, recorded: ['error-unauthorized'] });
  });

  test('a custom role is known by its name', async () => {
    await chat.appSettings({ allowed_roles: 'security-officer' });
    const olivia = await chat.connected('olivia');

    expect((await olivia.types(chat.alice.sessionId)).opened.title.text).toBe(say('modal:title'));
    await expectLeft(chat, { received: PROBE, recorded: ['totp-required'] });
  });
});

describe('status', () => {
  test('allowed, not connected', async () => {
    const admin = await chat.person('admin');

    const lines = (await admin.types('status')).message.text.split('\n');
    expect(lines.slice(0, 4)).toEqual([say('chat:role-allowed'), say('chat:not-connected'), '', say('setup:title')]);
    expect(lines.slice(4)).toEqual([
      `✓ ${say('setup:settings:ok')}`,
      `✓ ${say('setup:workspace:ok')}`,
      `✓ ${say('setup:site:ok')}`,
      `– ${say('setup:licence:unknown')}`,
      `– ${say('setup:permission:unknown')}`,
      `– ${say('setup:second-factor:unknown')}`,
      `✓ ${say('setup:oauth-client:ok')}`,
      `✓ ${say('setup:room:none')}`,
      `✓ ${say('setup:retention:not-yet')}`,
      say('setup:connect-first'),
    ]);
  });

  test('allowed, connected until', async () => {
    const admin = await chat.connected('admin');
    const { text } = (await admin.types('status')).message;

    expect(text).toEqual(expect.stringContaining(say('chat:role-allowed')));
    expect(text.split('\n')[1]).toEqual(saying('chat:connected'));
  });

  test('not allowed', async () => {
    const alice = await chat.person('alice');

    expect((await alice.types('status')).message.text).toBe(
      `${say('chat:role-not-allowed')}\n${say('chat:not-connected')}`,
    );
    await expectNothingDone();
  });

  test('asks as the person what the workspace would say, and no code is mailed', async () => {
    await chat.appSettings({ allowed_roles: 'security-officer' });
    const olivia = await chat.connected('olivia');
    const before = await requestsOfApp(chat);
    const { text } = (await olivia.types('status')).message;

    expect(text).toContain(`✓ ${say('setup:permission:ok')}\n✓ ${say('setup:second-factor:ok')}`);
    const asked = (await requestsOfApp(chat)).slice(before.length);
    expect(asked.map(({ path, twoFactorCode }) => `${path} ${twoFactorCode}`).sort()).toEqual([
      '/api/v1/licenses.info false',
      '/api/v1/sessions/logout false',
    ]);
    await expect(chat.secondFactor('olivia')).resolves.toEqual({ method: 'email', code: null });
    await expectLeft(chat, { received: PROBE, recorded: [] });
  });
});

describe('disconnect', () => {
  test('what was stored is gone, that is recorded, and the next logout asks to connect first', async () => {
    const admin = await chat.connected('admin');
    expect(await chat.stored('connection-of-')).toHaveLength(1);

    expect((await admin.types('disconnect')).message.text).toBe(say('chat:disconnected'));
    expect(await chat.stored('connection')).toEqual([]);
    const entries = await recordedAs(chat, 'disconnect');
    expect(entries).toEqual([expect.objectContaining({ via: 'command', callerUsername: 'admin' })]);
    expect(entries.map(resultOf)).toEqual(['done']);

    const { message } = await admin.types(chat.alice.sessionId);
    expect(message.text).toBe(say('chat:connect-first', named(chat.alice.sessionId)));
    await expectLeft(chat, { received: NOTHING, recorded: ['error-not-connected'] });
  });

  test("other people's connections stay", async () => {
    const admin = await chat.connected('admin');
    await chat.connected('pat');
    await admin.types('disconnect');

    expect(await chat.stored('connection-of-')).toHaveLength(1);
  });

  test('everybody may do it, connected or not', async () => {
    const alice = await chat.person('alice');

    expect((await alice.types('disconnect')).message.text).toBe(say('chat:disconnected'));
  });
});

describe('where it is said', () => {
  test('in the room and the thread where the command was typed, until the end', async () => {
    const { rooms } = await chat.state();
    const roomId = String(rooms.find(({ name }) => name === 'security')?._id);
    const place = { roomId, threadId: 'aThread' };
    const admin = await chat.person('admin');

    expect((await admin.types('help', place)).message).toMatchObject(place);
    const connectFirst = (await admin.types(chat.alice.sessionId, place)).message;
    expect(connectFirst).toMatchObject(place);
    const link = (await admin.clicks(connectFirst, ACTION.connect)).opened;
    const goOn = (await admin.consents(link)).message;
    expect(goOn).toMatchObject(place);
    const dialog = (await admin.clicks(goOn, ACTION.goOn)).opened;
    await chat.settings({ release: '6.5.3' });
    const code = await chat.code('admin');
    const tryAgain = (await admin.submits(dialog, { code: incorrect(code) })).message;
    expect(tryAgain).toMatchObject({ ...place, text: sayingOfRequest('chat:code-incorrect') });
    const again = (await admin.clicks(tryAgain, ACTION.goOn)).opened;
    const done = (await admin.submits(again, { code })).message;
    expect(done).toMatchObject({ ...place, text: sayingOfRequest('chat:done') });
  });

  test('nobody else in the room sees anything', async () => {
    const admin = await chat.connected('admin');
    const question = await admin.opensDialog(chat.alice.sessionId);
    await admin.submits(question, { code: await chat.code('admin') });

    expect(await admin.received()).not.toEqual([]);
    expect(await chat.deliveredToOthers()).toEqual([]);
  });
});

describe('languages', () => {
  test.each([
    ['pt-BR', ptBR],
    ['pt', ptBR],
    ['es', es],
    ['de', de],
    ['de-AT', de],
    ['en-GB', en],
    ['fr', en],
  ])('%s', async (language, texts) => {
    const person = await chat.foreigner('newcomer', language, ['admin']);

    expect((await person.types('help')).message.text).toBe(texts['chat:help']);
    expect((await person.types(chat.alice.sessionId)).message.blocks).toContainEqual(
      expect.objectContaining({
        elements: [expect.objectContaining({ text: expect.objectContaining({ text: texts['button:connect'] }) })],
      }),
    );
    const page = await person.connects();
    expect(page.text).toContain(
      `<html lang="${texts === ptBR ? 'pt-BR' : texts === de ? 'de' : texts === es ? 'es' : 'en'}">`,
    );
    expect(page.text).toContain(texts['page:connected']);
    expect((await person.types(chat.alice.sessionId)).opened).toMatchObject({
      title: { text: texts['modal:title'] },
      submit: { text: { text: texts['modal:log-out'] } },
      close: { text: { text: texts['modal:cancel'] } },
    });
    await expectLeft(chat, { received: PROBE, recorded: ['error-not-connected', 'totp-required'] });
  });

  test("without a language of their own: the workspace's", async () => {
    await chat.settings({ Language: 'es' });
    const admin = await chat.person('admin');

    expect((await admin.types('help')).message.text).toBe(es['chat:help']);
  });

  test('errors as well', async () => {
    const person = await chat.foreigner('newcomer', 'de', ['support']);

    expect((await person.types(chat.alice.sessionId)).message.text).toBe(de['chat:error-unauthorized']);
    await expectLeft(chat, { received: NOTHING, recorded: ['error-unauthorized'] });
  });
});

test('a person who is not connected is told so before the workspace is asked anything', async () => {
  const admin = await chat.person('admin');
  await chat.fault({ path: '/', kind: 'drop', skip: 1 }); // the command itself passes; nothing else would
  const { message } = await admin.types(chat.alice.sessionId);

  expect(message.text).toBe(say('chat:connect-first', named(chat.alice.sessionId)));
  expect((await chat.state()).faults).toHaveLength(1);
  await chat.reset();
});

test('a refusal of the workspace becomes a sentence that a person can act on', async () => {
  await chat.settings({ licence: 'never', version: 'late' });
  const admin = await chat.connected('admin');

  expect((await admin.types(chat.alice.sessionId)).message.text).toContain(say('error-license-required'));
  await expectLeft(chat, { received: PROBE, recorded: ['error-license-required'] });
});
