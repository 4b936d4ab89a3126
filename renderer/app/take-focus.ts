/** As a ref: puts the caret into what has just been opened by the user. */
export function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
