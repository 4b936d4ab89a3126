import { create } from 'zustand';

/** The address that is being asked about: one in the window at most. It stays while it closes. */
export const useAskedLink = create<{
  readonly url: string | undefined;
  readonly isOpen: boolean;
  /** How often has been asked. */
  readonly asked: number;
}>()(() => ({ url: undefined, isOpen: false, asked: 0 }));

/** Asks before a page is opened. */
export function askLink(url: string): void {
  useAskedLink.setState(({ asked }) => ({ url, isOpen: true, asked: asked + 1 }));
}

export function closeLink(): void {
  useAskedLink.setState({ isOpen: false });
}
