import { describe, expect, test } from 'vitest';
import { failure, failureMessages, type FailureMessage } from '../../shared/failure.ts';
import { timeOfDay } from '../../renderer/app/format.ts';
import { strings } from '../../shared/strings/strings.ts';
import { at } from './make.ts';

const words = (message: FailureMessage, params?: Record<string, string | number>) =>
  strings.failures(failure('rejected', message, params && { params }));

describe('a Failure in words', () => {
  test.each(failureMessages)('%s says what happened and what to do', (message) => {
    const { title, advice } = words(message);
    expect(title).toMatch(/^[A-Z].*[^.]$/);
    expect(advice).toMatch(/^[A-Z].*\.$/);
    expect(`${title} ${advice}`).not.toMatch(/undefined|NaN|callerStatus/);
  });

  test('a pause tells the time when calls resume, when it is known', () => {
    const resumesAt = at(22, 9, 41);
    expect(words('call.paused', { resumesAt }).advice).toContain(timeOfDay(resumesAt));
    expect(words('call.paused').advice).toBe('You can call again in a minute.');
  });

  test('a text that is too long tells the limit it was given', () => {
    expect(words('text.too-long', { limit: 480 }).advice).toContain('480 characters');
  });

  test('a missing permission is named', () => {
    expect(words('permission.app-missing', { permission: 'RingOut' }).advice).toContain('RingOut');
  });

  test('one that a newer Sidetone has kept in the archive is said in general', () => {
    const unheard = 'call.of-tomorrow' as FailureMessage;
    expect(words(unheard)).toEqual(words('internal'));
  });

  test('a bug tells the id under which the log has it', () => {
    const bug = failure('internal', 'internal', { incidentId: 'a1b2c3d4' });
    expect(strings.failures(bug).advice).toContain('a1b2c3d4');
  });
});
