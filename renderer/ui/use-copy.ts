import { useState } from 'react';

/** How the last copying of a text ended. */
export type Copying = 'copied' | 'refused' | undefined;

/** Puts a text on the clipboard and tells how that went, until the text is another. */
export function useCopy(text: string): readonly [Copying, () => void] {
  const [last, setLast] = useState<{ readonly text: string; readonly end: Copying }>();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setLast({ text, end: 'copied' });
    } catch {
      setLast({ text, end: 'refused' });
    }
  };
  return [last?.text === text ? last.end : undefined, () => void copy()];
}
