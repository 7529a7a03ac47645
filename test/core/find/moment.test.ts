import * as fc from 'fast-check';
import { momentOf } from '../../../core/find/moment';
import { hostile } from '../../fakes/hostile';

const NOW = Date.parse('2026-11-24T02:30:00Z');
const HOUR = 3_600_000;
const at = (text: string, utcOffset = 0): string | undefined => {
  const moment = momentOf(text, { now: NOW, utcOffset });
  return moment === undefined ? undefined : new Date(moment).toISOString();
};

const cases: Array<[text: string, utcOffset: number, expected: string]> = [
  ['2026-11-01', 0, '2026-11-01T00:00:00.000Z'],
  ['2026-11-01', 2, '2026-10-31T22:00:00.000Z'],
  ['2026-11-01', -3.5, '2026-11-01T03:30:00.000Z'],
  ['2026-11-01T12:30', 0, '2026-11-01T12:30:00.000Z'],
  ['2026-11-01 12:30', 5.75, '2026-11-01T06:45:00.000Z'],
  ['2026-11-01t12:30:15', 0, '2026-11-01T12:30:15.000Z'],
  ['2026-11-01T12:30:15.5', 0, '2026-11-01T12:30:15.500Z'],
  ['2026-11-01T12:30:15.123456Z', 2, '2026-11-01T12:30:15.123Z'],
  ['2026-11-01T12:30Z', 2, '2026-11-01T12:30:00.000Z'],
  ['2026-11-01T12:30z', 2, '2026-11-01T12:30:00.000Z'],
  ['2026-11-01T12:30+02:00', 7, '2026-11-01T10:30:00.000Z'],
  ['2026-11-01T12:30-0330', 7, '2026-11-01T16:00:00.000Z'],
  ['2026-11-01T12:30+14', 7, '2026-10-31T22:30:00.000Z'],
  ['2024-02-29', 0, '2024-02-29T00:00:00.000Z'],
  ['today', 0, '2026-11-24T00:00:00.000Z'],
  ['TODAY', 2, '2026-11-23T22:00:00.000Z'],
  // There it is still the day before.
  ['today', -3, '2026-11-23T03:00:00.000Z'],
  ['yesterday', 0, '2026-11-23T00:00:00.000Z'],
  ['yesterday', -3, '2026-11-22T03:00:00.000Z'],
  ['3h', 5, '2026-11-23T23:30:00.000Z'],
  ['2d', 5, '2026-11-22T02:30:00.000Z'],
  ['1W', 5, '2026-11-17T02:30:00.000Z'],
  ['0h', 5, '2026-11-24T02:30:00.000Z'],
];
test.each(cases)('%j at UTC%d is %s', (text, utcOffset, expected) => {
  expect(at(text, utcOffset)).toBe(expected);
});

test.each([
  '',
  'tomorrow',
  'now',
  '2026',
  '2026-11',
  '2026-13-01',
  '2026-00-10',
  '2026-02-29',
  '2026-02-30T10:00',
  '2026-11-31',
  '0001-01-01',
  '2026-11-01T24:00',
  '2026-11-01T12:60',
  '2026-11-01T12:30:60',
  '2026-11-01T12',
  '2026-11-01Z',
  '2026-11-01T12:30+14:30',
  '2026-11-01T12:30+02:60',
  '2026-11-01T12:30:15.',
  '01.11.2026',
  '11/01/2026',
  '1793534400000',
  '٢٠٢٦-١١-٠١',
  '2h30',
  '-3h',
  '1.5h',
  '10000h',
  '5m',
  '1y',
  'h',
])('%j is none', (text) => {
  expect(at(text)).toBeUndefined();
});

test('any time, as ISO has it, in any zone', () => {
  const date = fc.date({ min: new Date('1970-01-01T00:00:00Z'), max: new Date('9999-12-30T00:00:00Z') });
  const quarters = fc.integer({ min: -48, max: 56 });
  fc.assert(
    fc.property(date, quarters, quarters, (each, zone, mine) => {
      const local = new Date(each.getTime() + (zone * HOUR) / 4).toISOString().slice(0, -1);
      const sign = zone < 0 ? '-' : '+';
      const minutes = Math.abs(zone) * 15;
      const named = `${sign}${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
      expect(momentOf(each.toISOString(), { now: NOW, utcOffset: mine / 4 })).toBe(each.getTime());
      expect(momentOf(`${local}${named}`, { now: NOW, utcOffset: mine / 4 })).toBe(each.getTime());
      expect(momentOf(local, { now: NOW, utcOffset: zone / 4 })).toBe(each.getTime());
    }),
  );
});

test('any text is a time or none, never an exception or half a number', () => {
  const text = fc.stringOf(fc.constantFrom(...'0123456789-T:Z+. hdwtoday'), { maxLength: 30 });
  fc.assert(
    fc.property(text, (each) => {
      const moment = momentOf(each, { now: NOW, utcOffset: 1 });
      expect(moment === undefined || Number.isFinite(moment)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test.each(hostile)('megabytes of %s are none', (_name, text) => {
  expect(at(text)).toBeUndefined();
});
