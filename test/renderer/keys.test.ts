import { beforeEach, describe, expect, test } from 'vitest';
import { followRoute } from '../../renderer/app/follow-route.ts';
import { shortcutOf } from '../../renderer/app/shortcuts.ts';
import {
  closeDetail,
  openCompose,
  openDiagnostics,
  openScreen,
  openThread,
  resetUi,
  useUi,
} from '../../renderer/app/ui-store.ts';
import { stepRow } from '../../renderer/ui/step-row.ts';
import { threadId } from './make.ts';

const press = (key: string, held: Partial<KeyboardEvent> = {}, isTyping = false): boolean => {
  const run = shortcutOf(
    { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held },
    isTyping,
  );
  run?.();
  return run !== undefined;
};

beforeEach(resetUi);

describe('the keys of the window', () => {
  test.each([
    ['1', 'calls'],
    ['2', 'messages'],
    ['3', 'voicemail'],
    ['4', 'contacts'],
    ['5', 'follow-ups'],
    ['6', 'settings'],
    ['f', 'search'],
    ['F', 'search'],
  ])('Ctrl+%s opens %s', (key, screen) => {
    press(key, { ctrlKey: true });
    expect(useUi.getState().screen).toBe(screen);
  });

  test('Ctrl+N begins a text, on a Mac with the command key', () => {
    press('n', { metaKey: true });
    expect(useUi.getState()).toMatchObject({ screen: 'messages', compose: [] });
  });

  test('a slash asks for the dialer, unless it is being typed', () => {
    expect(press('/', {}, true)).toBe(false);
    openScreen('settings');
    expect(press('/')).toBe(true);
    expect(useUi.getState()).toMatchObject({ screen: 'calls', dialerFocus: 1 });
  });

  test('leaves other keys alone', () => {
    expect(press('7', { ctrlKey: true })).toBe(false);
    expect(press('n', { ctrlKey: true, shiftKey: true })).toBe(false);
    expect(press('1', { altKey: true, ctrlKey: true })).toBe(false);
    expect(press('a')).toBe(false);
  });

  test('Escape closes what is open on the screen', () => {
    openThread(threadId);
    press('Escape');
    expect(useUi.getState()).toMatchObject({ screen: 'messages', threadId: undefined });
  });
});

describe('the ways through the window', () => {
  test('a screen remembers what was open, and pressing it again closes that', () => {
    openThread(threadId);
    openScreen('contacts');
    openScreen('messages');
    expect(useUi.getState().threadId).toBe(threadId);
    openScreen('messages');
    expect(useUi.getState().threadId).toBeUndefined();
  });

  test('main can send the user to a thread, to a new text or to a screen', () => {
    followRoute({ screen: 'messages', threadId });
    expect(useUi.getState()).toMatchObject({ screen: 'messages', threadId });
    followRoute({ screen: 'messages', compose: true });
    expect(useUi.getState().compose).toEqual([]);
    followRoute({ screen: 'settings' });
    expect(useUi.getState().screen).toBe('settings');
  });

  test('Diagnostics leads back to where it was opened from', () => {
    openThread(threadId);
    openDiagnostics();
    openDiagnostics();
    expect(useUi.getState().screen).toBe('diagnostics');
    press('Escape');
    expect(useUi.getState()).toMatchObject({ screen: 'messages', threadId });
    followRoute({ screen: 'diagnostics' });
    closeDetail();
    expect(useUi.getState().screen).toBe('messages');
  });

  test('closing a new text returns to the list', () => {
    openCompose([{ number: '+14155550101', party: undefined }]);
    closeDetail();
    expect(useUi.getState().compose).toBeUndefined();
  });
});

describe('arrow keys in a list with headings', () => {
  // 0 heading, 1 row, 2 row, 3 heading, 4 row
  const isRow = (index: number): boolean => index !== 0 && index !== 3;
  const step = (key: string, from: number) => stepRow(key, from, 5, isRow);

  test('step over headings and stop at the ends', () => {
    expect(step('ArrowDown', 2)).toBe(4);
    expect(step('ArrowUp', 4)).toBe(2);
    expect(step('ArrowUp', 1)).toBeUndefined();
    expect(step('ArrowDown', 4)).toBeUndefined();
  });

  test('jump to the first and the last row', () => {
    expect(step('Home', 4)).toBe(1);
    expect(step('End', 1)).toBe(4);
    expect(step('PageUp', 4)).toBe(1);
    expect(step('PageDown', 1)).toBe(4);
  });

  test('leave other keys alone', () => {
    expect(step('Enter', 1)).toBeUndefined();
  });
});
