import { clearAttempts } from '../../../core/brake/clearAttempts';
import { lockedUntil } from '../../../core/brake/lockout';
import { MemoryCodeAttempts, sendIncorrect } from '../../fakes/codeAttempts';
import { NOW } from '../../fakes/ports';

const clock = { now: () => NOW };

test('lets one person in again, and nobody else', async () => {
  const codeAttempts = new MemoryCodeAttempts(clock);
  await sendIncorrect(5, 'u1', codeAttempts);
  await sendIncorrect(5, 'u2', codeAttempts);
  await clearAttempts('u1', { codeAttempts });
  expect(lockedUntil(await codeAttempts.of('u1'), NOW)).toBeUndefined();
  expect(lockedUntil(await codeAttempts.of('u2'), NOW)).toBeDefined();
});

test('that it could not be stored is told', async () => {
  const codeAttempts = new MemoryCodeAttempts(clock);
  codeAttempts.refusing.clear = true;
  await expect(clearAttempts('u1', { codeAttempts })).rejects.toMatchObject({ code: 'error-audit-unavailable' });
});
