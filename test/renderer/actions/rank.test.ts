import { describe, expect, test } from 'vitest';
import type { Action, ActionGroup } from '../../../renderer/app/actions/action.ts';
import { capsOf } from '../../../renderer/app/actions/key-caps.ts';
import { allActions, marksOf, matchActions } from '../../../renderer/app/actions/rank.ts';
import { withRecent } from '../../../renderer/app/actions/recent.ts';

const action = (
  id: string,
  label: string,
  group: ActionGroup = 'begin',
  keywords = '',
): Action => ({ id, label, group, keywords, run: () => undefined });

const actions = [
  action('new-text', 'New text', 'begin', 'sms message write'),
  action('back-up', 'Back up now', 'archive', 'backup copy'),
  action('older', 'Pause fetching older history', 'archive', 'backfill'),
  action('dark', 'Theme: Dark', 'look', 'night'),
  action('backups', 'Settings: Backups', 'settings', 'copy folder'),
  action('search-es', 'Búsqueda', 'go'),
];
const found = (text: string, recent: readonly string[] = []): readonly string[] =>
  matchActions(actions, text, recent).map(({ id }) => id);

describe('what is typed means', () => {
  test('an action by its words in any order, by their beginnings and by other names', () => {
    expect(found('text new')).toEqual(['new-text']);
    expect(found('th da')).toEqual(['dark']);
    expect(found('sms')).toEqual(['new-text']);
    expect(found('night')).toEqual(['dark']);
  });

  test('an action with a slip of the finger, and with or without accents', () => {
    expect(found('bakup')).toContain('back-up');
    expect(found('busqueda')).toEqual(['search-es']);
    expect(found('BÚSQ')).toEqual(['search-es']);
  });

  test('all of its words: another one narrows', () => {
    expect(found('back')).toContain('backups');
    expect(found('back dark')).toEqual([]);
    expect(found('zebra')).toEqual([]);
    // A name that only resembles a word of theirs.
    expect(found('nevt')).toEqual([]);
  });

  test('what can be done before where it is set, and the group of the best first', () => {
    expect(found('back')[0]).toBe('back-up');
    const groups = matchActions(actions, 'back').map(({ group }) => group);
    expect(groups).toEqual(
      [...new Set(groups)].flatMap((group) => groups.filter((each) => each === group)),
    );
  });

  test('what was done lately before its equals', () => {
    const two = [action('one', 'Export calls'), action('two', 'Export texts')];
    expect(matchActions(two, 'export', ['two']).map(({ id }) => id)).toEqual(['two', 'one']);
    expect(matchActions(two, 'export', ['one']).map(({ id }) => id)).toEqual(['one', 'two']);
  });
});

describe('before anything is typed', () => {
  test('stand the last ones done, once each, then the others by group', () => {
    const all = allActions(actions, ['dark', 'gone', 'new-text']);
    expect(all.slice(0, 2).map(({ id, group }) => [id, group])).toEqual([
      ['dark', 'recent'],
      ['new-text', 'recent'],
    ]);
    expect(all).toHaveLength(actions.length);
    expect(all.at(-1)?.id).toBe('backups');
  });

  test('the last one done comes first, and the oldest is forgotten', () => {
    expect(withRecent(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
    expect(withRecent(['a', 'b', 'c', 'd', 'e', 'f'], 'g')).toEqual(['g', 'a', 'b', 'c', 'd', 'e']);
  });
});

describe('a label', () => {
  const marked = (label: string, text: string): readonly string[] =>
    marksOf(label, text).map(({ start, end }) => label.slice(start, end));

  test('shows what was typed of it, where a word begins if it can', () => {
    expect(marked('Búsqueda de números', 'num bus')).toEqual(['Bús', 'núm']);
    expect(marked('Pause the use', 'use')).toEqual(['use']);
    expect(marked('New text', 'zz')).toEqual([]);
    expect(marked('Back up now', 'ba back')).toEqual(['Back']);
  });
});

test('keys are written as the keyboard has them', () => {
  expect(capsOf('CmdOrCtrl+K', false)).toEqual(['Ctrl', 'K']);
  expect(capsOf('CmdOrCtrl+Shift+Z', true)).toEqual(['⌘', '⇧', 'Z']);
  expect(capsOf('Escape', false)).toEqual(['Esc']);
  expect(capsOf('CommandOrControl+Alt+D', false)).toEqual(['Ctrl', 'Alt', 'D']);
});
