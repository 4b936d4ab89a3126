import { useEffect, useState, type RefObject } from 'react';
import type { SettingsGroup } from '../../app/settings-index.ts';
import { currentGroup } from './current-group.ts';

/** The group that is being read, as the page is scrolled. */
export function useCurrentGroup(page: RefObject<HTMLElement | null>): SettingsGroup | undefined {
  const [current, setCurrent] = useState<SettingsGroup>();
  useEffect(() => {
    const scrolled = page.current;
    if (scrolled === null) return;
    let frame = 0;
    const look = (): void => {
      frame = 0;
      const { top, height } = scrolled.getBoundingClientRect();
      const groups = [...scrolled.querySelectorAll<HTMLElement>('[data-group]')].map((each) => ({
        group: each.dataset['group'] as SettingsGroup,
        top: each.getBoundingClientRect().top - top,
      }));
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
  }, [page]);
  return current;
}
