import keywords from 'emojilib/dist/emoji-en-US.json' with { type: 'json' };
import groups from 'unicode-emoji-json/data-by-group.json' with { type: 'json' };
import type { EmojiGroup } from './view-model.ts';

/** All emoji by group, with what they are found by. A chunk of its own: it is loaded when asked for. */
export const emojiGroups: readonly EmojiGroup[] = groups.map(({ slug, emojis }) => ({
  slug: slug as EmojiGroup['slug'],
  emoji: emojis.map(({ emoji, name, skin_tone_support: hasTones }) => ({
    emoji,
    name,
    hasTones,
    words: [name, ...((keywords as Record<string, readonly string[]>)[emoji] ?? [])]
      .join(' ')
      .replaceAll('_', ' ')
      .toLowerCase(),
  })),
}));
