import { describe, expect, it } from 'vitest';
import { readAccelerator } from '../../shared/accelerator.ts';

describe('keys for a global shortcut', () => {
  it.each([
    ['CommandOrControl+Shift+D', 'CommandOrControl+Shift+D'],
    ['CmdOrCtrl+Shift+D', 'CommandOrControl+Shift+D'],
    ['shift+ctrl+d', 'Control+Shift+D'],
    ['Ctrl + Alt + 9', 'Control+Alt+9'],
    ['Cmd+D', 'Command+D'],
    ['Option+Cmd+d', 'Command+Alt+D'],
    ['Super+F12', 'Super+F12'],
    ['Meta+space', 'Super+Space'],
    ['Alt+PageUp', 'Alt+PageUp'],
    ['Ctrl+up', 'Control+Up'],
    ['Ctrl+Shift+C', 'Control+Shift+C'],
    ['Ctrl+F24', 'Control+F24'],
  ])('%s is kept as %s', (text, kept) => {
    expect(readAccelerator(text)).toBe(kept);
    expect(readAccelerator(kept)).toBe(kept);
  });

  it.each([
    [''],
    ['D'],
    ['F5'],
    ['Shift+D'],
    ['Ctrl'],
    ['Ctrl+Shift'],
    ['Ctrl+'],
    ['+D'],
    ['Ctrl+D+E'],
    ['Ctrl+Ctrl+D'],
    ['Ctrl+F25'],
    ['Ctrl+Enter'],
    ['Ctrl+é'],
    ['Hyper+D'],
    ['Ctrl+C'],
    ['Cmd+V'],
    ['CommandOrControl+X'],
    ['Ctrl+a'],
    ['Alt+F4'],
    ['constructor+D'],
  ])('%j is none', (text) => {
    expect(readAccelerator(text)).toBeUndefined();
  });
});
