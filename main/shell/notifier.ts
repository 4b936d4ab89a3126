import { Notification } from 'electron';
import type { Route } from '../../shared/model/app.ts';
import type { Notifier } from '../core/ports.ts';

/** The system's notifications; a click brings the window to the place the note is about. */
export function createNotifier(navigate: (to: Route) => void): Notifier {
  // A notification that nothing refers to is collected, and its click goes nowhere.
  const shown = new Set<Notification>();
  return {
    show({ title, body, to }) {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body });
      const forget = (): void => void shown.delete(notification);
      notification.on('click', () => {
        forget();
        navigate(to);
      });
      notification.on('close', forget);
      notification.on('failed', forget);
      shown.add(notification);
      notification.show();
    },
  };
}
