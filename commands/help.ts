import { Chat } from '../conversation/chat';
import { CommandLine } from '../core/chat/commandLine';

type Line<Kind extends CommandLine['kind']> = Extract<CommandLine, { kind: Kind }>;

export function help(_line: Line<'help'>, { say, view }: Chat): Promise<unknown> {
  return say({ text: view.t('chat:help') });
}

export function unknownWord({ word, nearest }: Line<'unknown-word'>, { say, view }: Chat): Promise<unknown> {
  return say({
    text:
      word === undefined ? view.t('chat:unknown-first', { nearest }) : view.t('chat:unknown-word', { word, nearest }),
  });
}

export function misplaced({ what }: Line<'misplaced'>, { say, view }: Chat): Promise<unknown> {
  return say({ text: view.t(`chat:misplaced:${what}` as const) });
}

export function missingValue({ option }: Line<'missing-value'>, { say, view }: Chat): Promise<unknown> {
  return say({ text: view.t('chat:missing-value', { option }) });
}
