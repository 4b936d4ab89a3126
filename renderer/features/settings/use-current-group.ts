import { useEffect, useState, type RefObject } from 'react';
import type { SettingsGroup } from '../../app/settings-entries/entry.ts';
import { currentGroup } from './current-group.ts';

/** The group that is being read, as the page is scrolled. */
export function useCurrentGroup(
  page: RefObject<HTMLElement | null>,
  shown: readonly SettingsGroup[],
): SettingsGroup | undefined {
  const [current, setCurrent] = useState<SettingsGroup>();
  // What is shown changes with a search, without a scroll.
  const names = shown.join(' ');
  useEffect(() => {
    const scrolled = page.current;
    if (scrolled === null) return;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const { top, height } = scrolled.getBoundingClientRect();
      const groups = [...scrolled.querySelectorAll<HTMLElement>('[data-group]')].flatMap((each) => {
        const group = names.split(' ').find((name) => name === each.dataset['group']);
        const from = each.getBoundingClientRect().top - top;
        return group === undefined ? [] : [{ group: group as SettingsGroup, top: from }];
      });
      const isAtEnd = scrolled.scrollTop + scrolled.clientHeight >= scrolled.scrollHeight - 2;
      setCurrent(currentGroup(groups, { height, isAtEnd }));
    };
    const soon = (): void => {
      frame ||= requestAnimationFrame(look);
    };
    look();
    scrolled.addEventListener('scroll', soon, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      scrolled.removeEventListener('scroll', soon);
    };
  }, [page, names]);
  return current;
}
