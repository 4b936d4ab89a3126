import type { ElectronApplication } from '@playwright/test';

/** A notification that is on the desktop now. */
export type Note = { readonly title: string; readonly body: string };

type Shown = Note & {
  readonly actions: readonly { readonly text?: string }[];
  emit(event: string, details: object): void;
};
type Caught = { notesInTest: Shown[] };

/**
 * Keeps what is told of where `notesOf` finds it. The stand-in does so by itself; no test could press
 * what Electron shows on a desktop.
 */
export async function catchNotes(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification }) => {
    if (globalThis.standIn !== undefined) return;
    const notes: unknown[] = [];
    Object.assign(globalThis, { notesInTest: notes });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: unknown) {
      notes.push(this);
    };
    Notification.prototype.close = function close(this: unknown) {
      notes.splice(notes.indexOf(this), 1);
    };
  });
}

/** What stands on the desktop, the newest last. */
export async function notesOf(app: ElectronApplication): Promise<readonly Note[]> {
  return app.evaluate(() => {
    const { standIn } = globalThis;
    const notes = standIn?.notifications() ?? (globalThis as unknown as Caught).notesInTest;
    return notes.map(({ title, body }) => ({ title, body }));
  });
}

/** Presses the newest notification itself, or its button at that place. */
export async function pressNote(app: ElectronApplication, button?: number): Promise<void> {
  await app.evaluate((_, actionIndex) => {
    const { standIn } = globalThis;
    if (standIn !== undefined) {
      if (actionIndex === undefined) standIn.clickNotification();
      else standIn.pressNotificationAction(actionIndex);
      return;
    }
    const note = (globalThis as unknown as Caught).notesInTest.at(-1);
    if (actionIndex === undefined) note?.emit('click', {});
    else note?.emit('action', { actionIndex });
  }, button);
}

/** Clicks the icon in the tray; where no test can reach it, does what the icon does. */
export async function clickTray(
  app: ElectronApplication,
  instead: () => Promise<void>,
): Promise<void> {
  const isClicked = await app.evaluate(() => {
    globalThis.standIn?.clickTray();
    return globalThis.standIn !== undefined;
  });
  if (!isClicked) await instead();
}
