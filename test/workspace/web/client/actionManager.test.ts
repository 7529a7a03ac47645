import { generationOf, GENERATIONS } from '../../../../workspace/web/client/generations';
import { APP, ClientUnderTest, viewOf } from './clientHarness';

const ALL = GENERATIONS.map(({ id }) => id);
const FROM_6_8 = ['6.8', '6.11', '8'];
const answered = (type: string, viewId = 'form') => ({
  answer: ({ triggerId }: { triggerId: string }) =>
    Promise.resolve({ type, triggerId, viewId, view: viewOf(viewId), errors: { code: 'incorrect' } }),
});
const never = () => new Promise<never>(() => undefined);

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

function clientWith(generation: string, behaviour: Partial<ClientUnderTest> = {}): ClientUnderTest {
  const client = Object.assign(new ClientUnderTest(generation), behaviour);
  client.open(viewOf('form'));
  return client;
}

describe('6.5 to 6.7: every submit closes the modal', () => {
  test.each(['modal.update', 'errors', 'modal.open'])('also when the app answers %s', async (type) => {
    const client = clientWith('6.5', answered(type));
    await client.submit('form');
    expect(client.openView).toBeUndefined();
  });

  test('also when the app opens another modal: it is closed at once', async () => {
    const client = clientWith('6.5', answered('modal.open', 'next'));
    await client.submit('form');
    expect(client.openView).toBeUndefined();
  });

  test('also when the app fails', async () => {
    const client = clientWith('6.5', { answer: () => Promise.reject(new Error('500')) });
    await client.submit('form');
    expect(client.openView).toBeUndefined();
  });

  test('a modal that the app opens with the same trigger after its answer stays', async () => {
    const client = clientWith('6.5');
    await client.submit('form');
    client.manager.handle({ type: 'modal.open', triggerId: client.posted[0].triggerId, view: viewOf('next') });
    expect(client.openView).toBe('next');
  });

  test('a modal that the app opens with the same trigger before its answer is closed with it', async () => {
    const client = clientWith('6.5');
    client.answer = ({ triggerId }) => {
      client.manager.handle({ type: 'modal.open', triggerId, view: viewOf('next') });
      return Promise.resolve({});
    };
    await client.submit('form');
    expect(client.openView).toBeUndefined();
  });

  test('without an answer for 5 seconds the modal closes and nothing is said', async () => {
    const client = clientWith('6.5', { answer: never });
    const submitted = client.submit('form');
    await jest.advanceTimersByTimeAsync(4999);
    expect(client.openView).toBe('form');
    await jest.advanceTimersByTimeAsync(1);
    await submitted;
    expect(client.openView).toBeUndefined();
    expect(client.toasts).toEqual([]);
  });
});

describe.each(FROM_6_8)('%s: what a submit is answered with decides', (generation) => {
  test.each(['modal.update', 'errors'])('%s keeps the modal open, and reaches it', async (type) => {
    const client = clientWith(generation, answered(type));
    await client.submit('form');
    expect(client.openView).toBe('form');
    expect(client.emitted).toEqual([{ viewId: 'form', type }]);
  });

  test('success closes it', async () => {
    const client = clientWith(generation);
    await client.submit('form');
    expect(client.openView).toBeUndefined();
  });

  test('another modal as the answer is closed as well: closing takes the topmost one, not its own', async () => {
    const client = clientWith(generation, answered('modal.open', 'next'));
    await client.submit('form');
    expect(client.openView).toBeUndefined();
  });

  test('when the app fails the modal stays, and neither × nor Cancel closes it', async () => {
    const client = clientWith(generation, { answer: () => Promise.reject(new Error('500')) });
    await client.submit('form');
    await client.close('form');
    expect(client.openView).toBe('form');
    expect(client.toasts).toEqual([]);
  });

  test('without an answer for 5 seconds a toast says so, and a submitted modal closes', async () => {
    const client = clientWith(generation, { answer: never });
    const submitted = client.submit('form');
    await jest.advanceTimersByTimeAsync(5000);
    await submitted;
    expect(client.openView).toBeUndefined();
    expect(client.toasts).toHaveLength(1);
  });

  test('without an answer to a click a toast says so, and the modal stays', async () => {
    const client = clientWith(generation, { answer: never });
    const clicked = client.click('form');
    await jest.advanceTimersByTimeAsync(5000);
    await clicked;
    expect(client.openView).toBe('form');
    expect(client.toasts).toHaveLength(1);
  });
});

describe.each(ALL)('%s: a view needs a trigger of this client', (generation) => {
  const update = (triggerId: string) => ({ type: 'modal.update', triggerId, view: viewOf('form') });

  test('that was never made before: an unknown one is ignored', () => {
    const client = clientWith(generation);
    client.manager.handle(update('made up'));
    expect(client.emitted).toEqual([]);
  });

  test('that is good once: a second view with it is ignored', () => {
    const client = clientWith(generation);
    const trigger = client.triggers.make(APP);
    client.manager.handle(update(trigger));
    client.manager.handle(update(trigger));
    expect(client.emitted).toHaveLength(1);
  });

  test('that is younger than 5 seconds', () => {
    const client = clientWith(generation);
    const [young, old] = [client.triggers.make(APP), client.triggers.make(APP)];
    jest.advanceTimersByTime(4999);
    client.manager.handle(update(young));
    jest.advanceTimersByTime(1);
    client.manager.handle(update(old));
    expect(client.emitted).toHaveLength(1);
  });

  test('an answer that comes after 5 seconds changes nothing any more', async () => {
    const client = clientWith(generation);
    client.answer = async ({ triggerId }) => {
      await new Promise((resolve) => setTimeout(resolve, 5500));
      return { type: 'modal.open', triggerId, view: viewOf('next') };
    };
    const clicked = client.click('form');
    await jest.advanceTimersByTimeAsync(6000);
    await clicked;
    expect(client.openView).toBe('form');
  });

  test('an update as the answer to a click reaches the modal and leaves it open', async () => {
    const client = clientWith(generation, answered('modal.update'));
    await client.click('form');
    expect(client.emitted).toEqual([{ viewId: 'form', type: 'modal.update' }]);
    expect(client.openView).toBe('form');
  });
});

test('only clients from 6.11 on show errors under fields', () => {
  expect(GENERATIONS.map(({ id, showsFieldErrors }) => [id, showsFieldErrors])).toEqual([
    ['6.5', false],
    ['6.8', false],
    ['6.11', true],
    ['8', true],
  ]);
});

test('fields that choose people are drawn from 6.10 on', () => {
  expect(ALL.filter((id) => generationOf(id).drawsElements.includes('users_select'))).toEqual(['6.11', '8']);
});

test('an unknown generation is the newest', () => {
  expect(generationOf('7.99').id).toBe('8');
  expect(generationOf(null).id).toBe('8');
});
