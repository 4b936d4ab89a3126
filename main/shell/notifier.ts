import { Notification, type NotificationConstructorOptions } from 'electron';
import type { Route } from '../../shared/model/app.ts';
import type { Notifier, SystemNote } from '../core/ports.ts';

/** A notification as Electron takes it, and what each of its buttons does, in their order. */
export type NotificationPlan = {
  readonly options: NotificationConstructorOptions;
  readonly presses: readonly (() => void)[];
};

/**
 * What of a note a system can show, by Electron's declarations: ids, by which one takes another's
 * place, and the field to answer in are macOS's and Windows's; buttons are everyone's.
 */
export function planNotification(note: SystemNote, platform: NodeJS.Platform): NotificationPlan {
  const { title, id, reply, isSilent = false } = note;
  const isLinux = platform !== 'darwin' && platform !== 'win32';
  const buttons = (note.actions ?? []).map(({ label, onPress }) => ({ label, press: onPress }));
  if (reply !== undefined && isLinux) {
    buttons.unshift({ label: reply.label, press: () => reply.onReply(undefined) });
  }
  return {
    options: {
      title,
      body: isLinux ? withoutMarkup(note.body) : note.body,
      silent: isSilent,
      ...(buttons.length > 0 && {
        actions: buttons.map(({ label }) => ({ type: 'button', text: label })),
      }),
      ...(!isLinux && id !== undefined && { id }),
      ...(!isLinux && reply && { hasReply: true, replyPlaceholder: reply.placeholder }),
    },
    presses: buttons.map(({ press }) => press),
  };
}

/** Desktops on Linux read a few HTML tags in a body: what a stranger wrote must not be one. */
function withoutMarkup(body: string): string {
  return body.replaceAll('<', '‹').replaceAll('>', '›');
}

export type ShellNotifier = Notifier & {
  /** Takes back what still stands: without this process its buttons would do nothing. */
  closeAll(): void;
};

/** The system's notifications; a click brings the window to the place the note is about. */
export function createNotifier(
  navigate: (to: Route) => void,
  platform: NodeJS.Platform,
): ShellNotifier {
  // A notification that nothing refers to is collected, and its click goes nowhere.
  const shown = new Set<Notification>();
  const named = new Map<string, Notification>();

  const forget = (notification: Notification, id: string | undefined): void => {
    shown.delete(notification);
    if (id !== undefined && named.get(id) === notification) named.delete(id);
  };
  const close = (id: string): void => {
    const notification = named.get(id);
    if (notification !== undefined) {
      forget(notification, id);
      notification.close();
    } else if (platform === 'darwin') Notification.remove(id);
  };

  return {
    show(note) {
      if (!Notification.isSupported()) return;
      const { id, reply, to } = note;
      // Elsewhere the new one takes its place, and a notice that changes does not blink.
      if (id !== undefined && platform === 'linux') close(id);
      const { options, presses } = planNotification(note, platform);
      const notification = new Notification(options);
      const done = (): void => forget(notification, id);
      notification.on('click', () => {
        done();
        navigate(to);
      });
      notification.on('action', ({ actionIndex }) => {
        presses[actionIndex]?.();
        // Not every system takes it away by itself.
        done();
        notification.close();
      });
      notification.on('reply', (details) => {
        done();
        reply?.onReply(details.reply);
      });
      notification.on('failed', done);
      // On Windows it may go on standing in the Action Center, and be clicked or closed there.
      notification.on('close', ({ reason }) => {
        if (reason !== 'timedOut') done();
      });
      shown.add(notification);
      if (id !== undefined) named.set(id, notification);
      notification.show();
    },
    close,
    closeAll() {
      for (const notification of shown) notification.close();
      shown.clear();
      named.clear();
    },
  };
}
