import type * as Electron from 'electron';
import { randomUUID } from 'node:crypto';
import { ApiEmitter, createEvent } from '../runtime/emitter.ts';
import type { Desktop } from './desktop.ts';

type Options = Electron.NotificationConstructorOptions;

/** Electron's `Notification`: shown to no one, and there for a test to press. */
export class Notification
  extends ApiEmitter
  implements
    Pick<
      Electron.Notification,
      | 'show'
      | 'close'
      | 'id'
      | 'groupId'
      | 'title'
      | 'subtitle'
      | 'body'
      | 'silent'
      | 'hasReply'
      | 'replyPlaceholder'
      | 'urgency'
      | 'timeoutType'
      | 'actions'
      | 'closeButtonText'
      | 'sound'
    >
{
  readonly id: string;
  readonly groupId: string;
  title: string;
  subtitle: string;
  body: string;
  silent: boolean;
  hasReply: boolean;
  replyPlaceholder: string;
  urgency: NonNullable<Options['urgency']>;
  timeoutType: NonNullable<Options['timeoutType']>;
  actions: Electron.NotificationAction[];
  closeButtonText: string;
  sound: string;
  readonly #desktop: Desktop;

  constructor(desktop: Desktop, options: Options = {}) {
    super('Notification');
    this.#desktop = desktop;
    this.id = options.id ?? randomUUID();
    this.groupId = options.groupId ?? '';
    this.title = options.title ?? '';
    this.subtitle = options.subtitle ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.hasReply = options.hasReply ?? false;
    this.replyPlaceholder = options.replyPlaceholder ?? '';
    this.urgency = options.urgency ?? 'normal';
    this.timeoutType = options.timeoutType ?? 'default';
    this.actions = options.actions ?? [];
    this.closeButtonText = options.closeButtonText ?? '';
    this.sound = options.sound ?? '';
  }

  show(): void {
    // Showing again replaces what is there, and so does another one with the same id.
    const { notifications } = this.#desktop;
    const shown = notifications.findIndex(({ id }) => id === this.id);
    if (shown >= 0) notifications.splice(shown, 1);
    notifications.push(this);
    setImmediate(() => this.emit('show', createEvent()));
  }

  close(): void {
    this.dismiss('applicationHidden');
  }

  /** Takes the notification off the desktop, telling the app why. */
  dismiss(reason: 'applicationHidden' | 'userCanceled' | 'timedOut'): void {
    const { notifications } = this.#desktop;
    const at = notifications.indexOf(this);
    if (at < 0) return;
    notifications.splice(at, 1);
    this.emit('close', createEvent({ reason }));
  }
}
