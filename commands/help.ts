import { Chat } from '../conversation/chat';
import { CommandLine } from '../core/chat/commandLine';

type Line<Kind extends CommandLine['kind']> = Extract<CommandLine, { kind: Kind }>;

export function help(_line: unknown, chat: Chat): Promise<unknown> {
  return chat.say({ text: chat.view.t('chat:help') });
}

export function unknownWord({ nearest }: Line<'unknown-word'>, chat: Chat): Promise<unknown> {
  return chat.say({ text: chat.view.t('chat:unknown-word', { nearest }) });
}

export function misplaced({ what }: Line<'misplaced'>, chat: Chat): Promise<unknown> {
  return chat.say({ text: chat.view.t(`chat:misplaced:${what}` as const) });
}

export function badFilter(line: Line<'bad-filter'>, chat: Chat): Promise<unknown> {
  const { t } = chat.view;
  const text =
    line.problem === 'unknown'
      ? t('chat:bad-filter:unknown')
      : t(`chat:bad-filter:${line.problem}` as const, { filter: line.filter });
  return chat.say({ text });
}

export function missingValue({ option }: Line<'missing-value'>, chat: Chat): Promise<unknown> {
  return chat.say({ text: chat.view.t('chat:missing-value', { option }) });
}
