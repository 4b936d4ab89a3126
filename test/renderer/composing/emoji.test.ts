import { describe, expect, it } from 'vitest';
import { emojiGroups } from '../../../renderer/app/emoji/data.ts';
import {
  findEmoji,
  inTone,
  mostRecent,
  stepInGrid,
  withRecent,
} from '../../../renderer/app/emoji/view-model.ts';
import { strings } from '../../../shared/strings/strings.ts';

describe('emoji', () => {
  it('stand in groups that all have a name', () => {
    expect(emojiGroups.map(({ slug }) => strings.emoji.groups[slug])).toEqual(
      Object.values(strings.emoji.groups),
    );
    expect(emojiGroups.flatMap(({ emoji }) => emoji).length).toBeGreaterThan(1_500);
  });

  it.each([
    ['house', '🏠'],
    ['thumbs up', '👍'],
    ['thanks', '🙏'],
    [':tada:', '🎉'],
  ])('are found by %s', (search, wanted) => {
    const found = findEmoji(emojiGroups, search).map(({ emoji }) => emoji);
    expect(found).toContain(wanted);
  });

  it('are not found by nothing, or by what none is called', () => {
    expect(findEmoji(emojiGroups, ' ')).toEqual([]);
    expect(findEmoji(emojiGroups, 'zzzzqq')).toEqual([]);
  });

  it.each([
    ['👋', '👋🏽'],
    ['✌️', '✌🏽'],
    ['👩‍💻', '👩🏽‍💻'],
    ['🧑‍🤝‍🧑', '🧑🏽‍🤝‍🧑🏽'],
  ])('%s has a skin tone', (emoji, wanted) => {
    expect(inTone({ emoji, hasTones: true }, 'medium')).toBe(wanted);
    expect(inTone({ emoji, hasTones: true }, 'none')).toBe(emoji);
    expect(inTone({ emoji, hasTones: false }, 'medium')).toBe(emoji);
  });

  it('in every tone are single characters to a reader', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
    const toned = emojiGroups.flatMap(({ emoji }) => emoji).filter(({ hasTones }) => hasTones);
    const broken = toned.filter((one) => [...segmenter.segment(inTone(one, 'dark'))].length !== 1);
    expect(toned.length).toBeGreaterThan(200);
    expect(broken).toEqual([]);
  });

  it('that were used last stand first, each once', () => {
    expect(withRecent(['a', 'b', 'c'], 'b')).toEqual(['b', 'a', 'c']);
    const many = Array.from({ length: mostRecent }, (_, index) => String(index));
    expect(withRecent(many, 'new')).toHaveLength(mostRecent);
  });

  it('are walked by the arrows, and the ends hold', () => {
    const grid = { count: 19, columns: 8 };
    const steps = (key: string, at: number) => stepInGrid(key, at, grid);
    expect([steps('ArrowRight', 18), steps('ArrowLeft', 0), steps('ArrowUp', 3)]).toEqual([
      18, 0, 3,
    ]);
    expect([steps('ArrowDown', 3), steps('ArrowDown', 13), steps('ArrowDown', 17)]).toEqual([
      11, 18, 17,
    ]);
    expect([steps('Home', 9), steps('End', 9), steps('a', 9)]).toEqual([0, 18, undefined]);
  });
});
