import type { FooterButton, ViewBlock } from '../../../../workspace/web/client/interactions';
import { afterAnswer } from '../../../../workspace/web/client/openView';
import { initialValues, stateOf, withValue } from '../../../../workspace/web/client/values';
import { viewOf } from './clientHarness';

const button: FooterButton = { text: { type: 'plain_text', text: 'End the session' } };
const sent = (values: Parameters<typeof stateOf>[0]): unknown => JSON.parse(JSON.stringify(stateOf(values)));
const input = (blockId: string, element: object): ViewBlock => ({
  type: 'input',
  blockId,
  element: { type: 'plain_text_input', ...element },
});

describe('an update is laid over the old view', () => {
  const open = { view: viewOf('form', { submit: button, blocks: [input('code', {})] }) };

  test('a submit button that it leaves out stays', () => {
    const { view } = afterAnswer(open, { type: 'modal.update', view: viewOf('form') });
    expect(view.submit).toBe(button);
    expect(view.blocks).toEqual([]);
  });

  test('a submit button that it sets to null goes', () => {
    const { view } = afterAnswer(open, { type: 'modal.update', view: viewOf('form', { submit: null }) });
    expect(view.submit).toBeNull();
  });

  test('errors survive it, until the next errors', () => {
    const wrong = afterAnswer(open, { type: 'errors', errors: { code: 'incorrect' } });
    const updated = afterAnswer(wrong, { type: 'modal.update', view: viewOf('form') });
    expect(updated.errors).toEqual({ code: 'incorrect' });
    expect(afterAnswer(updated, { type: 'errors', errors: { reason: 'too long' } }).errors).toEqual({
      reason: 'too long',
    });
  });
});

describe('the values of a view are collected once, when it opens', () => {
  test('from inputs and from actions, buttons included, and not from the accessories of sections', () => {
    const values = initialValues([
      input('reason', { actionId: 'reason', initialValue: 'lost' }),
      { type: 'actions', blockId: 'actions', elements: [{ type: 'button', actionId: 'again', value: 'x' }] },
      { type: 'section', blockId: 'row', accessory: { type: 'button', actionId: 'end', value: 'y' } },
    ]);
    expect(stateOf(values)).toEqual({ reason: { reason: 'lost' }, actions: { again: undefined } });
  });

  test.each([
    ['initialOption', { initialOption: { value: 'v' } }, 'v'],
    ['initialOptions', { initialOptions: [{ value: 'a' }, { value: 'b' }] }, ['a', 'b']],
    ['initialDate', { initialDate: '2026-11-23' }, '2026-11-23'],
    ['initialTime', { initialTime: '21:00' }, '21:00'],
  ])('by %s', (_name, fields, expected) => {
    expect(stateOf(initialValues([input('b', { actionId: 'a', ...fields })]))).toEqual({ b: { a: expected } });
  });

  test('an untouched field without an initial value is a missing key; its block is there', () => {
    expect(sent(initialValues([input('code', { actionId: 'code' })]))).toEqual({ code: {} });
  });

  test('a field emptied by hand is an empty text', () => {
    const values = initialValues([input('reason', { actionId: 'reason', initialValue: 'lost' })]);
    expect(sent(withValue(values, 'reason', '', 'reason'))).toEqual({ reason: { reason: '' } });
  });

  test('two elements with one action id share a value, filed under the block that comes last', () => {
    const values = initialValues([
      input('first', { actionId: 'same', initialValue: 'a' }),
      input('second', { actionId: 'same', initialValue: 'b' }),
    ]);
    expect(stateOf(values)).toEqual({ second: { same: 'b' } });
  });

  test('a value without a block is left out at first, and filed under "default" once it changes', () => {
    const values = initialValues([{ type: 'input', element: { type: 'plain_text_input', actionId: 'a' } }]);
    expect(stateOf(values)).toEqual({});
    expect(stateOf(withValue(values, 'a', 'typed'))).toEqual({ default: { a: 'typed' } });
  });
});
