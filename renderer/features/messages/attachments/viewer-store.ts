import { create } from 'zustand';

/** The picture that is shown in full size: one in the window at most. */
export const useViewer = create<{ readonly mediaId: string | undefined }>()(() => ({
  mediaId: undefined,
}));

export function showPicture(mediaId: string | undefined): void {
  useViewer.setState({ mediaId });
}
