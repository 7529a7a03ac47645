import { ACTION, BLOCK } from '../../../../views/ids';
import { say } from './texts';
import { buttonsOf, Delivery, ShownMessage, ShownModal, View } from './views';

/** Buttons of the record, that only show something else of it. */
const TURNS_PAGES = /^(entry-\d+|(older|newer)-entries|back-to-page)$/;

/** Whatever a person was shown works in every client since 6.5, and none of its buttons leads nowhere. */
export function expectSound(delivery: Delivery): void {
  if (delivery.kind === 'message') {
    expectSoundMessage(delivery);
  } else {
    expectSoundModal(delivery);
  }
}

function expectSoundMessage({ text, blocks = [] }: ShownMessage): void {
  expect(text).toMatch(/\S/);
  // Only these render in a message, and the text alone says the same.
  blocks.forEach(({ type }) => expect(['section', 'actions', 'context']).toContain(type));
  if (blocks.length > 0) {
    const said = blocks.flatMap(({ type, text: sentence, elements = [] }): unknown[] =>
      type === 'section' ? [sentence?.text] : type === 'context' ? elements.map((element) => element.text) : [],
    );
    expect(said.join('\n')).toBe(text);
  }
  buttonsOf({ blocks }).forEach(({ actionId, value, text: label }) => {
    expect([ACTION.goOn, ACTION.connect]).toContain(actionId);
    expect(value).toMatch(/^[A-Za-z0-9_-]{16,}$/);
    expect(label?.text).toMatch(/\S/);
  });
}

function expectSoundModal({ type, view }: ShownModal): void {
  // Errors at fields are not seen before 6.11, and stay after an update in later versions.
  expect(['modal.open', 'modal.update']).toContain(type);
  const { id, title, blocks, submit, close } = view as View;
  expect(id).toMatch(/^(logout|connect)-[A-Za-z0-9_-]+$/);
  expect(title.text).toMatch(/\S/);
  expect(close?.text?.text).toMatch(/\S/);
  if (type === 'modal.update') {
    // An update is laid over the old view: what it leaves out stays as it was.
    expect(submit).not.toBeUndefined();
  }
  blocks.forEach((block) => {
    expect(['section', 'input', 'actions', 'callout', 'context']).toContain(block.type);
    // In 6.5 a hint crashes the page.
    expect(block).not.toHaveProperty('hint');
  });
  const fields = blocks.filter(({ element }) => element).map(({ blockId }) => blockId);
  const buttons = buttonsOf({ blocks }).map(({ actionId }) => actionId);
  if (submit) {
    // What is in focus first, and would be submitted by Enter, is harmless.
    const onlyReads = title.text === say('record:title');
    expect(onlyReads ? [BLOCK.code] : [BLOCK.reason, BLOCK.form, BLOCK.choose]).toContain(fields[0]);
    const rest = fields.filter((field) => field !== BLOCK.form && field !== BLOCK.choose);
    expect(onlyReads ? [[BLOCK.code]] : [[BLOCK.reason], [BLOCK.reason, BLOCK.code]]).toContainEqual(rest);
    expect(submit.text?.text).toMatch(/\S/);
    expect([[], [ACTION.sendAgain]]).toContainEqual(buttons);
  } else {
    expect(fields).toEqual([]);
    const turning = (buttons as string[]).filter((actionId) => !TURNS_PAGES.test(actionId));
    expect([[], [ACTION.consent]]).toContainEqual(turning);
  }
}
