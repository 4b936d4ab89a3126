import { useId, useState, type KeyboardEvent } from 'react';
import { stepRow } from './step-row.ts';

const isAny = (): boolean => true;

type Combobox = {
  readonly activeIndex: number | undefined;
  /** For the input: role, what it controls, which option is active. */
  readonly inputProps: {
    readonly role: 'combobox';
    readonly 'aria-autocomplete': 'list';
    readonly 'aria-expanded': boolean;
    readonly 'aria-controls': string | undefined;
    readonly 'aria-activedescendant': string | undefined;
  };
  readonly listId: string;
  readonly optionId: (index: number) => string;
  /** Handles the keys of a list; answers whether it used this one. */
  readonly onKeyDown: (event: KeyboardEvent) => boolean;
  readonly setActive: (index: number | undefined) => void;
};

/** The keyboard of an ARIA 1.2 combobox whose options stand in the page, not over it. */
export function useCombobox(options: {
  readonly count: number;
  readonly isOpen: boolean;
  /** The first option is active as soon as there is one. */
  readonly picksFirst: boolean;
  /** Home, End and the page keys walk the options too, in place of what is typed. */
  readonly hasFarKeys?: boolean;
  readonly onPick: (index: number) => void;
  readonly onClose: () => void;
}): Combobox {
  const id = useId();
  const [moved, setMoved] = useState<number>();
  const isOpen = options.isOpen && options.count > 0;
  const reached = moved ?? (options.picksFirst ? 0 : undefined);
  const activeIndex =
    isOpen && reached !== undefined ? Math.min(reached, options.count - 1) : undefined;
  const optionId = (index: number): string => `${id}-option-${index}`;

  const onKeyDown = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.nativeEvent.isComposing) return false;
    const last = options.count - 1;
    const far =
      options.hasFarKeys === true
        ? stepRow(event.key, activeIndex ?? 0, options.count, isAny)
        : undefined;
    switch (event.key) {
      case 'ArrowDown':
        setMoved(activeIndex === undefined || activeIndex === last ? 0 : activeIndex + 1);
        break;
      case 'ArrowUp':
        setMoved(activeIndex === undefined || activeIndex === 0 ? last : activeIndex - 1);
        break;
      case 'Enter':
        if (activeIndex === undefined) return false;
        options.onPick(activeIndex);
        setMoved(undefined);
        break;
      case 'Escape':
        setMoved(undefined);
        options.onClose();
        break;
      case 'Home':
      case 'End':
      case 'PageUp':
      case 'PageDown':
        if (far === undefined) return false;
        setMoved(far);
        break;
      default:
        return false;
    }
    event.preventDefault();
    return true;
  };

  return {
    activeIndex,
    inputProps: {
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': isOpen,
      'aria-controls': isOpen ? id : undefined,
      'aria-activedescendant': activeIndex === undefined ? undefined : optionId(activeIndex),
    },
    listId: id,
    optionId,
    onKeyDown,
    setActive: setMoved,
  };
}
