import fc from 'fast-check';
import { Order, readCursor, writeCursor } from '../../../core/audit/cursor';
import { InvalidInputError } from '../../../core/shared/errors';
import { thrownBy } from '../../fakes/ports';
import { hostile } from '../../fakes/hostile';

const orders: Order[] = ['newest-first', 'oldest-first'];
const idCharacters = 'AZaz09_-'.split('');
const id = (minLength: number) => fc.stringOf(fc.constantFrom(...idCharacters), { minLength, maxLength: 24 });

test('every cursor is read as it was written, and can stand in an address as it is', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...orders),
      fc.integer({ min: 0, max: Date.UTC(4000, 0) }),
      id(0),
      fc.option(id(1), { nil: undefined }),
      (order, at, behind, grantId) => {
        const cursor = { position: { at, id: behind }, grantId };
        const text = writeCursor(order, cursor);
        expect(readCursor(order, text)).toEqual(cursor);
        expect(encodeURIComponent(text)).toBe(text);
      },
    ),
  );
});

test('what is read is written the same: there is one text for one place', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[no]\.[0-9a-z]{1,9}\.[A-Za-z0-9_-]{0,24}$/), (text) => {
      const order = text.startsWith('n') ? 'newest-first' : 'oldest-first';
      let cursor;
      try {
        cursor = readCursor(order, text);
      } catch {
        return;
      }
      expect(writeCursor(order, cursor)).toBe(text);
      expect(new Date(cursor.position.at).toISOString()).toMatch(/^\d{4}-/);
    }),
  );
});

test.each([
  '',
  'n',
  'n.1',
  'n..id',
  'n.1.id.',
  'n.1.id.grant.more',
  'n.01.id',
  'n.-1.id',
  'n.1e9.i d',
  'n.zzzzzzzzzz.id',
  'n.1.id\n',
  ' n.1.id',
  'N.1.id',
  'x.1.id',
  'o.1.id',
  `n.1.${'i'.repeat(65)}`,
])('"%s" is refused', async (text) => {
  expect(await thrownBy(() => readCursor('newest-first', text))).toMatchObject({
    code: 'invalid-params',
    field: 'cursor',
    problem: 'not-allowed',
  });
});

test('anything at all is read or refused as what it is, and nothing else happens', () => {
  fc.assert(
    fc.property(fc.constantFrom(...orders), fc.oneof(fc.string(), fc.fullUnicodeString()), (order, text) => {
      try {
        readCursor(order, text);
      } catch (error) {
        expect(error).toBeInstanceOf(InvalidInputError);
      }
    }),
  );
});

test.each(hostile)('a very long text that begins with %s is refused at once', async (_beginning, text) => {
  expect(await thrownBy(() => readCursor('oldest-first', text))).toBeInstanceOf(InvalidInputError);
});
