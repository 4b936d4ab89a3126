import type { ElectronApplication } from '@playwright/test';

/** A notification as the user would see it. */
export type Note = { readonly title: string; readonly body: string };

type Shown = Note & {
  readonly actions: readonly { readonly text?: string }[];
  emit(event: string, ...details: unknown[]): void;
};
type Caught = { notesInTest: Shown[] };

/** Keeps what is told of instead of showing it: no test could press what a desktop shows. */
export async function catchNotes(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const notes: unknown[] = [];
    Object.assign(globalThis, { notesInTest: notes });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: unknown) {
      notes.push(this);
    };
  });
}

/** What has been told of so far. */
export async function notesOf(app: ElectronApplication): Promise<readonly Note[]> {
  return app.evaluate(() =>
    (globalThis as unknown as Caught).notesInTest.map(({ title, body }) => ({ title, body })),
  );
}

/** Presses the newest notification itself, or the button of it that is called so. */
export async function pressNote(app: ElectronApplication, button?: string): Promise<void> {
  await app.evaluate((_, label) => {
    const note = (globalThis as unknown as Caught).notesInTest.at(-1);
    if (note === undefined) throw new Error('Nothing has been told of');
    if (label === undefined) return note.emit('click', {});
    const actionIndex = note.actions.findIndex(({ text }) => text === label);
    note.emit('action', { actionIndex });
  }, button);
}

/** Clicks the icon in the tray; where no test can reach it, does what the icon does. */
export async function clickTray(app: ElectronApplication, instead: () => Promise<void>) {
  const isClicked = await app.evaluate(() => {
    globalThis.standIn?.clickTray();
    return globalThis.standIn !== undefined;
  });
  if (!isClicked) await instead();
}
