import type { FileDialogs } from '../../../main/core/ports.ts';

/** The system's dialogs, answered by the test: cancelled unless it has set a path. */
export type FakeFileDialogs = FileDialogs & {
  save: string | undefined;
  open: string | undefined;
  folder: string | undefined;
  /** The file names that were proposed for saving. */
  readonly proposed: string[];
};

export function createFakeFileDialogs(): FakeFileDialogs {
  const dialogs: FakeFileDialogs = {
    save: undefined,
    open: undefined,
    folder: undefined,
    proposed: [],
    chooseSave({ fileName }) {
      dialogs.proposed.push(fileName);
      return Promise.resolve(dialogs.save);
    },
    chooseOpen: () => Promise.resolve(dialogs.open),
    chooseFolder: () => Promise.resolve(dialogs.folder),
  };
  return dialogs;
}
