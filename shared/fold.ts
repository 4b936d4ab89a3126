/** Letters that no decomposition turns into plain ones. */
const plainLetters: Readonly<Record<string, string>> = {
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
};

/**
 * A text as it is compared: case and Latin diacritics folded, apostrophes gone, other signs as
 * spaces. Marks of other scripts stay, where they make another letter.
 */
export function fold(text: string): string {
  return (
    text
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .normalize('NFKC')
      // Through upper case, so that ß is ss.
      .toUpperCase()
      .toLowerCase()
      .replace(/[øłđðþæœı]/g, (letter) => plainLetters[letter] ?? letter)
      .replace(/['’`´ʼ]/g, '')
      .replace(/[\p{P}\p{C}\p{Z}\s]+/gu, ' ')
      .trim()
  );
}
