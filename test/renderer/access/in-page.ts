/**
 * Targets under 24 × 24 CSS pixels (WCAG 2.5.8), and a page that leaves its window sideways (1.4.10).
 * Stricter than the criterion: only what stands within a line of text may be smaller. Runs in the page.
 */
export function targetFaults(): readonly string[] {
  const targets =
    'a[href], button, input, select, textarea, summary, [role="button"], [role="option"], [role="menuitem"], [role="radio"], [role="checkbox"], [role="switch"], [role="combobox"], [role="slider"], [role="tab"]';
  const faults: string[] = [];
  const isShown = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.closest('[inert], [aria-hidden="true"], .read-only-aloud') === null;
  for (const element of document.querySelectorAll<HTMLElement>(targets)) {
    const { display, pointerEvents } = getComputedStyle(element);
    if (!isShown(element) || pointerEvents === 'none' || element.matches(':disabled')) continue;
    // What a press on its label does, its label may be pressed for.
    const label = element.closest('label') ?? (element as HTMLInputElement).labels?.[0];
    const place = element.matches('input[type="radio"], input[type="checkbox"]') ? label : element;
    const { width, height } = (place ?? element).getBoundingClientRect();
    if (width === 0 || (width >= 24 && height >= 24)) continue;
    const around = element.parentElement?.textContent.trim() ?? '';
    const isInText = display === 'inline' && around.length > element.textContent.length;
    if (isInText) continue;
    const name = element.getAttribute('aria-label') ?? element.textContent.slice(0, 40);
    faults.push(`target ${Math.round(width)} × ${Math.round(height)}: ${element.tagName} ${name}`);
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) faults.push(`wider than its window: ${scrollWidth}`);
  return faults;
}

/**
 * What the keyboard can reach without being seen there (WCAG 2.4.7 and 2.4.11): each stop in turn gets
 * the focus, has to be marked, and at least a part of it has to be in sight. Runs in the page.
 */
export function focusFaults(): readonly string[] {
  const stops =
    'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex^="-"])';
  const before = document.activeElement;
  const modal = [...document.querySelectorAll('[role="dialog"], [role="alertdialog"]')].at(-1);
  // In a menu the arrows lead on, and what they are at follows a moment later.
  if (document.querySelector('[role="menu"]') !== null) return [];
  const faults: string[] = [];
  const isReachable = (element: HTMLElement): boolean =>
    element.tabIndex >= 0 &&
    !element.matches(':disabled, [data-base-ui-focus-guard]') &&
    element.checkVisibility({ visibilityProperty: true }) &&
    element.closest('[inert], [aria-hidden="true"]') === null;
  /** What tells of the focus: an outline, an edge, a ground, on it or on what it stands in. */
  const looksOf = (element: HTMLElement): string => {
    const parts = [
      element,
      ...((element as HTMLInputElement).labels ?? []),
      element.nextElementSibling,
    ];
    for (let at = element.parentElement; at !== null && parts.length < 8; at = at.parentElement) {
      parts.push(at);
    }
    return parts
      .map((part) => {
        if (part === null) return '';
        const { outline, borderColor, boxShadow, backgroundColor } = getComputedStyle(part);
        return `${outline} ${borderColor} ${boxShadow} ${backgroundColor}`;
      })
      .join('\n');
  };
  const isInSight = (element: HTMLElement): boolean => {
    const box =
      element.closest('label')?.getBoundingClientRect() ?? element.getBoundingClientRect();
    const left = Math.max(box.left, 0);
    const top = Math.max(box.top, 0);
    const right = Math.min(box.right, innerWidth);
    const bottom = Math.min(box.bottom, innerHeight);
    if (right <= left || bottom <= top) return false;
    const parts = [0.1, 0.3, 0.5, 0.7, 0.9];
    return parts.some((x) =>
      parts.some((y) => {
        const hit = document.elementFromPoint(left + (right - left) * x, top + (bottom - top) * y);
        return hit !== null && (element.contains(hit) || hit.contains(element));
      }),
    );
  };
  const all = [...(modal ?? document).querySelectorAll<HTMLElement>(stops)].filter(isReachable);
  for (const element of all) {
    if (document.activeElement === element) all.find((other) => other !== element)?.focus();
    // The only stop there is has the caret, and nothing to be told from.
    const isOnly = document.activeElement === element;
    const unmarked = looksOf(element);
    element.focus();
    if (document.activeElement !== element) continue;
    const name = `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent.slice(0, 40)}`;
    if (!isOnly && looksOf(element) === unmarked) faults.push(`no mark of the focus: ${name}`);
    if (!isInSight(element)) faults.push(`out of sight with the focus: ${name}`);
  }
  if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  return faults;
}
