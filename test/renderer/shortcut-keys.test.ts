import { describe, expect, test } from 'vitest';
import { keyCaps, toPressed } from '../../renderer/features/settings/shortcut-keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const ctrlShift = { ...plain, ctrlKey: true, shiftKey: true };

describe('keys that are pressed to be chosen', () => {
  test.each([
    [{ ...ctrlShift, key: 'D', code: 'KeyD' }, 'x11', 'Control+Shift+D'],
    [{ ...ctrlShift, key: '!', code: 'Digit1' }, 'x11', 'Control+Shift+1'],
    [{ ...ctrlShift, key: 'В', code: 'KeyD' }, 'x11', 'Control+Shift+D'],
    [{ ...ctrlShift, key: 'ArrowUp', code: 'ArrowUp' }, 'x11', 'Control+Shift+Up'],
    [
      { ...plain, altKey: true, key: ' ', code: 'Space', ctrlKey: true },
      'x11',
      'Control+Alt+Space',
    ],
    [{ ...plain, altKey: true, key: '∂', code: 'KeyD' }, 'mac', 'Alt+D'],
    [{ ...plain, metaKey: true, key: 'd', code: 'KeyD' }, 'mac', 'Command+D'],
    [{ ...plain, metaKey: true, key: 'd', code: 'KeyD' }, 'windows', 'Super+D'],
    [{ ...plain, altKey: true, key: 'F9', code: 'F9' }, 'windows', 'Alt+F9'],
  ] as const)('%j on %s', (event, session, accelerator) => {
    expect(toPressed(event, session)).toEqual({ kind: 'accelerator', accelerator });
  });

  test.each([
    [
      { ...ctrlShift, key: 'Shift', code: 'ShiftLeft' },
      { kind: 'modifiers', keys: 'Control+Shift' },
    ],
    [
      { ...plain, key: 'd', code: 'KeyD' },
      { kind: 'unusable', keys: 'D' },
    ],
    [
      { ...plain, ctrlKey: true, key: 'c', code: 'KeyC' },
      { kind: 'unusable', keys: 'Control+C' },
    ],
    [
      { ...plain, ctrlKey: true, key: 'Enter', code: 'Enter' },
      { kind: 'unusable', keys: 'Control+Enter' },
    ],
  ] as const)('%j', (event, pressed) => {
    expect(toPressed(event, 'x11')).toEqual(pressed);
  });

  test.each([
    ['CommandOrControl+Shift+D', 'x11', ['Ctrl', 'Shift', 'D']],
    ['Command+Alt+D', 'mac', ['⌘', '⌥', 'D']],
    ['Super+PageUp', 'windows', ['Win', 'Page Up']],
    ['', 'x11', []],
  ] as const)('%s is written on the keys of %s as %j', (keys, session, caps) => {
    expect(keyCaps(keys, session)).toEqual(caps);
  });
});
