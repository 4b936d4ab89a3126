import { useState, type KeyboardEvent } from 'react';
import type { ResultItem } from './view-model.ts';

const pageRows = 8;

/**
 * Walks the results of a text from the field: the first is at hand at once, and whichever was
 * reached stays reached while others come in around it.
 */
export function useWalk(
  text: string,
  items: readonly ResultItem[],
  onOpen: (item: ResultItem) => void,
) {
  const [reached, setReached] = useState<{ readonly text: string; readonly key: string }>();
  const at = items.findIndex(({ key }) => reached?.text === text && key === reached.key);
  const activeIndex = Math.max(0, at);
  const setActive = (index: number): void => {
    const key = items[index]?.key;
    setReached(key === undefined ? undefined : { text, key });
  };

  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (items.length === 0 || event.nativeEvent.isComposing) return false;
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
