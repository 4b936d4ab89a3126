import { create } from 'zustand';

/** The address that is being asked about: one in the window at most. */
export const useAskedLink = create<{ readonly url: string | undefined }>()(() => ({
  url: undefined,
}));

/** Asks before a page is opened. */
export function askLink(url: string): void {
  useAskedLink.setState({ url });
}

export function closeLink(): void {
  useAskedLink.setState({ url: undefined });
}
