import { randomUUID } from 'crypto';
import { ACTION, BLOCK, codeActionId } from '../../../../views/ids';
import type { Answer } from '../../../../workspace/client/http';
import { incorrect } from '../../support/codes';
import type { ChatWorkspace } from './chatWorkspace';
import type { Impostor } from './impostor';
import type { Person } from './person';
import { buttonOf, fieldIn, View } from './views';

/** What came back in a story full of secrets, and every secret in it, by name. */
export interface SecretStory {
  readonly pages: readonly Answer[];
  /** What the host answered to submits and clicks of clients that were tampered with. */
  readonly answers: readonly Answer[];
  readonly secrets: ReadonlyMap<string, string>;
  /** How many commands were run. */
  readonly commands: number;
}

/** What an auditor may read: it must be found where secrets must not. */
export const REASON = 'a stolen laptop in locker 4711';
const PASSWORD = 'pat-password';

/** People connect and end sessions in every way there is, with secrets wherever clients put them. */
export async function tellSecretStory(chat: ChatWorkspace, impostor: Impostor): Promise<SecretStory> {
  const secrets = new Map<string, string>();
  const secret = (name: string, value: string): string => {
    secrets.set(name, value);
    return value;
  };
  const stray = (name: string): string => secret(name, `stray${randomUUID().replace(/-/g, '')}`);
  const pages: Answer[] = [];
  const answers: Answer[] = [];
  let commands = 0;

  const runs = async (person: Person, line: string, modals = true) => {
    commands += 1;
    return person.types(line, { modals });
  };
  const connects = async (person: Person, link: string): Promise<void> => {
    secret(`a state of ${person.username}`, new URL(link).searchParams.get('state') ?? '');
    const callback = await person.browser.allows(link);
    secret(`an OAuth code of ${person.username}`, new URL(callback).searchParams.get('code') ?? '');
    pages.push(await person.browser.opens(callback), await person.browser.opens(callback));
  };
  const linkFor = async (person: Person): Promise<string> =>
    buttonOf((await runs(person, 'connect')).opened, ACTION.consent).url ?? '';
  const opensDialog = async (person: Person): Promise<View> =>
    (await runs(person, `${chat.alice.sessionId} ${REASON}`)).opened;
  const failsWith = async (person: Person, view: View, code: string): Promise<View> =>
    (await person.goesOn(await person.submits(view, { code, reason: REASON }))).view;

  await chat.appSettings({
    allowed_roles: 'admin, security-officer',
    workspace_url: impostor.url,
    password_in_chat: true,
    connection_hours: 24,
  });
  await chat.settings({ API_Enable_Rate_Limiter: false });
  const people = [await chat.person('admin'), await chat.person('olivia'), await chat.person('pat')];
  people.forEach(({ username, login }) => secret(`${username}'s login token`, login.authToken));
  const [admin, olivia, pat] = people;

  // Connecting, and what can go wrong with it.
  await connects(admin, await linkFor(admin));
  await connects(olivia, await linkFor(olivia));
  await connects(pat, /https?:\S+/.exec((await runs(pat, 'connect', false)).message.text)?.[0] ?? '');
  const callback = new URL(await admin.browser.allows(await linkFor(admin)));
  const state = secret('a state with an incorrect code', callback.searchParams.get('state') ?? '');
  secret('an OAuth code that was not used', callback.searchParams.get('code') ?? '');
  const { origin, pathname } = callback;
  pages.push(
    await admin.browser.opens(`${origin}${pathname}?state=${state}&code=${stray('a made-up OAuth code')}`),
    await admin.browser.opens(`${origin}${pathname}?state=${stray('a made-up state')}&code=aCode`),
    await admin.browser.opens(`${origin}${pathname}?access_token=${stray('a token in the query')}`),
    await admin.browser.opens(`${origin}${pathname}`, { 'X-Auth-Token': stray('a token in a header of the page') }),
  );

  secret('a state that still waits', new URL(await linkFor(olivia)).searchParams.get('state') ?? '');

  // Codes and passwords, incorrect and correct, in the modal and in one line.
  const totp = secret("admin's code", await chat.code('admin'));
  let question = await opensDialog(admin);
  question = await failsWith(admin, question, secret('an incorrect code', incorrect(totp)));
  question = await failsWith(admin, question, stray('something else in place of the code'));
  const field = fieldIn(question, BLOCK.code);
  answers.push(
    await admin.sendState(question.id, { [BLOCK.what]: { [field]: stray('a code in another block') } }),
    await admin.sendState(question.id, { [stray('a code as the name of a block')]: {} }),
    await admin.sendState(question.id, { [BLOCK.code]: { [codeActionId(0)]: stray("a code in an old turn's field") } }),
    await pat.sendSubmit(question, { code: stray("a code for somebody else's step") }),
    await admin.sendClick(question, {
      type: 'button',
      actionId: ACTION.goOn,
      value: stray('a secret as the value of a button'),
    }),
    await admin.sendInteraction({
      type: 'viewClosed',
      payload: {
        view: { id: 'logout-another', state: { [BLOCK.code]: { [field]: stray('a code when cancelled') } } },
      },
    }),
  );
  question = await failsWith(admin, question, '');
  await admin.submits(question, { code: totp, reason: REASON });
  answers.push(await admin.sendSubmit(question, { code: totp }));
  // Clients before 6.8 are told so only some time after the answer, which would come in the middle of another step.
  await chat.untilRefusalsAreTold();

  let ofOlivia = await opensDialog(olivia);
  const mailed = secret("olivia's code", await chat.code('olivia'));
  ofOlivia = await failsWith(olivia, ofOlivia, secret("a code like olivia's", incorrect(mailed)));
  await olivia.submits(ofOlivia, { code: mailed, reason: REASON });

  let ofPat = await opensDialog(pat);
  ofPat = await failsWith(pat, ofPat, secret("a password like pat's", `${PASSWORD}-not`));
  await pat.submits(ofPat, { code: secret("pat's password", PASSWORD), reason: REASON });
  secret("the digest of pat's password", await chat.code('pat'));

  const lines: Array<[Person, string]> = [
    [admin, `${chat.alice.sessionId} --code ${totp} --reason "${REASON}"`],
    [admin, `${chat.alice.sessionId} --code ${stray('a code in the line')}`],
    [admin, `${chat.alice.sessionId} --code ${stray('a code that is too long').repeat(9)}`],
    [admin, `${chat.alice.sessionId} --code=${stray('a code and no space')} --kode x`],
    [admin, `aSessionThatIsNot --code ${totp}`],
    [pat, `${chat.alice.sessionId} --code ${PASSWORD}`],
    [pat, `${chat.alice.sessionId} --code ${PASSWORD} --method totp`],
    [await chat.person('max'), `${chat.alice.sessionId} --code ${stray('a code of somebody who may not')}`],
  ];
  for (const [person, line] of lines) {
    await runs(person, line, false);
  }

  // A broken connection, and tokens that have to be refreshed.
  await chat.fault({ path: '/api/v1/sessions/logout', kind: 'garbage', skip: 1 });
  await runs(admin, `${chat.alice.sessionId} --code ${totp}`, false);
  impostor.lieAbout('/oauth/token', ({ status, body }) => ({ status, body: { ...body, expires_in: 5 } }));
  await connects(admin, await linkFor(admin));
  await runs(admin, `${chat.alice.sessionId} --code ${totp}`, false);

  for (const { path, request, reply } of impostor.overheard.filter((each) => each.path === '/oauth/token')) {
    const fields = new URLSearchParams(request);
    secret('the client secret', fields.get('client_secret') ?? '');
    for (const token of ['access_token', 'refresh_token']) {
      const value = reply.body[token];
      if (typeof value === 'string') {
        secret(`${token} ${secrets.size} of ${path}`, value);
      }
    }
  }
  return { pages, answers, secrets, commands };
}
