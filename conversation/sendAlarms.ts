import { IUser } from '@rocket.chat/apps-engine/definition/users';
import { EngineCall } from '../adapters/engineCall';
import { operatorLog } from '../adapters/engineLog';
import { findUser } from '../adapters/lookup';
import { outbox } from '../adapters/outbox';
import { poster } from '../adapters/posting';
import { findSecurityRoom } from '../adapters/securityRoom';
import { settingsReader } from '../adapters/settings';
import { secureRandom, systemClock } from '../adapters/system';
import { Messenger } from '../core/alarm/messenger';
import { flushNotices, SendingPorts, sendNotices } from '../core/alarm/sendNotices';
import { personText, roomText } from '../views/alarmText';
import { Language, languageOf } from '../views/texts/languages';
import { knownOffset } from '../views/time';

/** Sends the alarms that wait. Never throws. */
export function sendAlarms(call: EngineCall): Promise<void> {
  return sendNotices(sendingPorts(call));
}

/** Has alarms sent that a lost job left behind. @throws when it cannot be arranged */
export function flushAlarms(call: EngineCall): Promise<void> {
  return flushNotices(sendingPorts(call));
}

function sendingPorts(call: EngineCall): SendingPorts {
  const { logger, read, modify, persistence } = call;
  return {
    settings: settingsReader(read.getEnvironmentReader()),
    outbox: outbox(persistence, read.getPersistenceReader(), modify, { clock: systemClock, random: secureRandom }),
    messenger: messengerFor(call),
    log: operatorLog(logger),
    clock: systemClock,
  };
}

/** Says it in chat: to a person in their own language and time, to a room in the workspace's language and in UTC. */
export function messengerFor(call: EngineCall): Messenger {
  const { read } = call;
  const { post, directRoom } = poster(call);
  const workspaceLanguage = async (): Promise<unknown> => {
    try {
      return (await read.getEnvironmentReader().getServerSettings().getValueById('Language')) as unknown;
    } catch {
      // No language is worth failing for.
      return undefined;
    }
  };
  const languageFor = async ({ settings }: Pick<IUser, 'settings'>): Promise<Language> =>
    languageOf(settings?.preferences?.language || (await workspaceLanguage()));
  return {
    async tellPerson(userId, notice, withWho) {
      try {
        const person = await findUser(read, userId);
        if (!person?.username) {
          return 'person-missing';
        }
        if (person.isEnabled !== true) {
          return 'person-deactivated';
        }
        const { t } = await languageFor(person);
        const text = personText(notice, userId, { t, utcOffset: knownOffset(person.utcOffset), withWho });
        await post(await directRoom(person), text);
        return 'told';
      } catch {
        return 'failed';
      }
    },
    async tellRoom(idOrName, notices) {
      try {
        const { state, room } = await findSecurityRoom(read, idOrName);
        if (state !== 'ok' || !room) {
          return `room-${state === 'ok' ? 'missing' : state}`;
        }
        await post(room, roomText(notices, languageOf(await workspaceLanguage()).t));
        return 'told';
      } catch {
        return 'failed';
      }
    },
  };
}
