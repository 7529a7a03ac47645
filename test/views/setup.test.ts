import { checked, FINDINGS, SetupPart } from '../../core/oversight/setup';
import { setupLine, setupText } from '../../views/setup';
import { english } from '../../views/texts/catalogue';

test('the set-up is told line by line, with a mark for each', () => {
  const text = setupText(
    [checked('settings', 'ok'), checked('room', 'missing'), checked('licence', 'unknown')],
    english,
  );
  expect(text.split('\n')).toEqual([
    'Set-up:',
    '✓ Settings: readable.',
    '✗ Security room: there is no such room. Enter another in the settings of the app.',
    '– Licence: could not be checked.',
  ]);
});

test('every finding has a sentence of its own', () => {
  const parts = Object.keys(FINDINGS) as SetupPart[];
  const lines = parts.flatMap((part) =>
    FINDINGS[part].map((finding) => setupLine(checked(part, finding as never), english)),
  );
  expect(lines.every((line) => line.endsWith('.'))).toBe(true);
  expect(new Set(lines).size).toBe(lines.length);
});
