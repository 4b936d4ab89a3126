import { create } from 'zustand';
import { rememberForAccount } from '../../../app/account-memory.ts';

/** The picture that is shown in full size: one in the window at most. It stays while it closes. */
export const useViewer = create<{
  readonly mediaId: string | undefined;
  readonly isOpen: boolean;
}>()(() => ({ mediaId: undefined, isOpen: false }));

export function showPicture(mediaId: string): void {
  useViewer.setState({ mediaId, isOpen: true });
}

export function closeViewer(): void {
  useViewer.setState({ isOpen: false });
}

rememberForAccount({ forget: closeViewer });
