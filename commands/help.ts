import { Chat } from '../adapters/chat';
import { CommandLine } from '../core/commandLine';

type Line<Kind extends CommandLine['kind']> = Extract<CommandLine, { kind: Kind }>;

export function help(_line: Line<'help'>, chat: Chat): Promise<unknown> {
  return chat.say({ text: chat.view.t('chat:help') });
}

export function unknownWord({ word, nearest }: Line<'unknown-word'>, chat: Chat): Promise<unknown> {
  return chat.say({ text: chat.view.t('chat:unknown-word', { word: repeated(word), nearest }) });
}

export function unknownOption({ option }: Line<'unknown-option'>, chat: Chat): Promise<unknown> {
  return chat.say({ text: chat.view.t('chat:unknown-option', { option: repeated(option) }) });
}

export function missingValue({ option }: Line<'missing-value'>, chat: Chat): Promise<unknown> {
  return chat.say({ text: chat.view.t('chat:missing-value', { option }) });
}

/** What somebody typed, without its markup and not at any length. */
function repeated(typed: string): string {
  return typed.replace(/[^\p{L}\p{N}@._-]/gu, '').slice(0, 32);
}
