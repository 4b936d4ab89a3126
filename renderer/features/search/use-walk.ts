import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { ResultItem } from './view-model.ts';

const pageRows = 8;

/**
 * Walks the results of a text from the field: the first is at hand at once, and whichever was
 * reached stays reached while others come in around it. Enter before the answer to what is typed
 * waits for it: what still stands there was found for something else.
 */
export function useWalk(walk: {
  /** What the items were found for. */
  readonly text: string;
  readonly typed: string;
  /** Whether the items are the answer to what is typed. */
  readonly isAnswered: boolean;
  readonly items: readonly ResultItem[];
  readonly onOpen: (item: ResultItem) => void;
}) {
  const { text, typed, isAnswered, items, onOpen } = walk;
  const [reached, setReached] = useState<{ readonly text: string; readonly key: string }>();
  const at = items.findIndex(({ key }) => reached?.text === text && key === reached.key);
  const activeIndex = Math.max(0, at);
  const setActive = (index: number): void => {
    const key = items[index]?.key;
    setReached(key === undefined ? undefined : { text, key });
  };

  const awaited = useRef<string>(undefined);
  useEffect(() => {
    if (awaited.current !== typed) awaited.current = undefined;
    else if (isAnswered) {
      awaited.current = undefined;
      const [first] = items;
      if (first !== undefined) onOpen(first);
    }
  });

  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (event.nativeEvent.isComposing) return false;
    awaited.current = undefined;
    if (event.key === 'Enter' && !isAnswered && at < 0 && typed !== '') {
      awaited.current = typed;
      event.preventDefault();
      return true;
    }
    if (items.length === 0) return false;
    const last = items.length - 1;
    const item = items[activeIndex];
    switch (event.key) {
      case 'ArrowDown':
        setActive(Math.min(activeIndex + 1, last));
        break;
      case 'ArrowUp':
        setActive(Math.max(activeIndex - 1, 0));
        break;
      case 'PageDown':
        setActive(Math.min(activeIndex + pageRows, last));
        break;
      case 'PageUp':
        setActive(Math.max(activeIndex - pageRows, 0));
        break;
      case 'Enter':
        if (item !== undefined) onOpen(item);
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  };
  return { activeIndex, setActive, onKeyDown };
}
