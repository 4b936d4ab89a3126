import type { Page } from 'playwright';

/** What a page shows that does not come from `strings`, and what of it is cut off. */
export type Faults = {
  readonly plain: readonly string[];
  readonly cut: readonly string[];
};

/**
 * Looks over a page that was opened in the pseudo language: every visible text, label, title and
 * placeholder has to be in the brackets of `strings`, or be what the world's people wrote, or a date or
 * number; and nothing of `strings` may be cut off where no title tells the rest.
 */
export function faultsOf(page: Page): Promise<Faults> {
  return page.evaluate(() => {
    const values = new Set(
      window.fake.told.flatMap((told) => told.match(/"(?:[^"\\]|\\.)*"/g) ?? []),
    );
    const theirs = [...values].join('\n').replaceAll('\\n', ' ');
    const isTheirs = (part: string): boolean => {
      const quoted = JSON.stringify(part);
      return values.has(quoted) || theirs.includes(quoted.slice(1, -1));
    };
    const bracketed = /\[[^[\]]*·+\]/g;
    const written =
      /^(?:(?:Sun|Mon|Tue|Wed|Thu|Fri|Sat)[a-z]*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*|[AP]M|at|and|[kKMG]B|bytes?|ms|min|s|x|E164|Ctrl|Cmd|Alt|Shift|Esc|Enter|Tab|[A-Z]{1,2}|F\d+|Sidetone|RingCentral|SMS|CSV|JSON|JWT|STOP|https?:.*|[\d\W]+)$/;
    const isVisible = (element: Element): boolean =>
      element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
    /** What is left of a text when the words of `strings` are taken out. */
    const leftOf = (text: string): readonly string[] => {
      let left = text;
      for (let before = ''; before !== left;) {
        before = left;
        left = left.replace(bracketed, '\n');
      }
      return left
        .split(/\n| · |: |, |; |\(|\)|“|”/)
        .map((part) => part.trim())
        .filter((part) => /\p{L}/u.test(part))
        .filter((part) => !isTheirs(part))
        .filter((part) => !part.split(/[\s\u202f\u00a0]+/).every((word) => written.test(word)));
    };
    const where = (element: Element): string =>
      `${element.tagName.toLowerCase()}.${element.getAttribute('class')?.split(' ')[0] ?? ''}`;

    const plain = new Set<string>();
    const speaking = new Set<HTMLElement>();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
      const around = node.parentElement;
      if (
        around === null ||
        node.textContent?.trim() === '' ||
        /^(?:SCRIPT|STYLE|OPTION)$/.test(around.tagName)
      )
        continue;
      if (!isVisible(around)) continue;
      speaking.add(around);
      for (const part of leftOf(node.textContent ?? '')) plain.add(`${where(around)}: ${part}`);
    }
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'aria-description'])
      for (const element of document.body.querySelectorAll(`[${name}]`)) {
        if (!isVisible(element)) continue;
        for (const part of leftOf(element.getAttribute(name) ?? ''))
          plain.add(`${where(element)} ${name}: ${part}`);
      }

    const scrollsAround = (element: Element): boolean => {
      for (let at = element.parentElement; at !== null; at = at.parentElement)
        if (/auto|scroll|hidden/.test(getComputedStyle(at).overflowX)) return true;
      return false;
    };
    const cut = new Set<string>();
    for (const element of speaking) {
      if (element.closest('[title]') !== null) continue;
      const { overflowX, overflowY, webkitLineClamp } = getComputedStyle(element);
      const hides = (overflow: string): boolean => overflow === 'hidden' || overflow === 'clip';
      // What is for readers alone is one pixel large.
      if (element.clientWidth <= 1 || element.clientHeight <= 1) continue;
      const text = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent)
        .join('');
      const isOurs = /·\]/.test(text) && leftOf(text).length === 0 && text.trim().startsWith('[');
      // What somebody wrote is quoted there, of any length.
      if (!isOurs || text.startsWith('[Ýóú: ')) continue;
      const isWide = hides(overflowX) && element.scrollWidth > element.clientWidth + 1;
      const isHigh =
        (hides(overflowY) || webkitLineClamp !== 'none') &&
        element.scrollHeight > element.clientHeight + 2;
      const isOutside =
        element.getBoundingClientRect().right > innerWidth + 1 && !scrollsAround(element);
      if (isWide || isHigh || isOutside) cut.add(`${where(element)}: ${text}`);
    }
    return { plain: [...plain], cut: [...cut] };
  });
}
