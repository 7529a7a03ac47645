import { NOTHING } from '../support/expectations';
import { COMMAND_BEGUN, loggedCalls, secretsIn } from '../support/secrets';
import { useChat } from './support/chatWorkspace';
import { expectLeft } from './support/expectations';
import type { Person } from './support/person';

const chat = useChat();
let admin: Person;

beforeEach(async () => {
  admin = await chat.connected('admin');
});

const CODE = '731946';
const OTHER_CODE = '468135';
const PASSWORD = ['correct', 'horse', 'battery', 'staple'];

describe.each([{ modals: true }, { modals: false }])('typed where a reason would stand, %p', (typing) => {
  test.each<[string, readonly string[]]>([
    [`<id> --code ${PASSWORD.join(' ')}`, PASSWORD],
    [`<id> -code ${CODE}`, [CODE]],
    [`<id> ${CODE}`, [CODE]],
    [`--code=${CODE} <id>`, [CODE]],
    [`<id> --code:${CODE}`, [CODE]],
    [`<id> lost pw ${PASSWORD[0]}`, [PASSWORD[0]]],
    [`<id> --code ${CODE} --code ${OTHER_CODE}`, [CODE, OTHER_CODE]],
  ])('%s: refused with a hint; nothing is sent, recorded or repeated', async (line, secrets) => {
    const ran = (await loggedCalls(chat, COMMAND_BEGUN, 1)).length;
    const { message } = await admin.types(line.replace('<id>', chat.alice.sessionId), typing);

    expect(message.text).toContain('--code');
    expect(message.text).toContain('dialog');
    expect(message.blocks ?? []).toEqual([]);
    await expectLeft(chat, { received: NOTHING, recorded: [] });
    await loggedCalls(chat, COMMAND_BEGUN, ran + 1);
    const everything = [await chat.persistence(), await chat.appLogs(), await admin.received()];
    expect(JSON.stringify(everything)).toContain(message.text.slice(0, 20));
    expect(secretsIn(JSON.stringify(everything), new Map(secrets.map((secret) => [secret, secret])))).toEqual([]);
  });
});
