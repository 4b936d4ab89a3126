import type { Step } from '../beginning.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import type { Handlers } from '../rpc/router.ts';
import type { Session } from '../session/service.ts';
import type { SettingsService } from '../settings/service.ts';
import { createKeys } from '../shortcut/keys.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Ports } from '../ports.ts';
import { createQuickHandlers, type QuickCall } from '../quick/handlers.ts';
import { createQuick, type Quick } from '../quick/service.ts';
import type { NoteActionDeps } from './actions.ts';
import { createNotificationHandlers, type NotificationCall } from './handlers.ts';
import { createPresenceHandlers, type PresenceCall } from '../presence/handlers.ts';
import { createPresence, type Presence, type PresenceDeps } from '../presence/service.ts';
import { createQuiet, type Quiet } from './quiet.ts';
import { createNotifications } from './service.ts';

/**
 * Notifications, whether they keep quiet and what the user is for others, and the small window that
 * answers from anywhere.
 */
export type Notifying = {
  readonly quick: Quick;
  readonly quiet: Pick<Quiet, 'get'>;
  readonly presence: Pick<Presence, 'get'>;
  readonly handlers: Handlers<NotificationCall | PresenceCall | QuickCall>;
  /** What is begun at the start, in this order. */
  readonly steps: readonly Step[];
  /** Tells of nothing more; resolves when the archive is left alone. */
  stop(): Promise<void>;
};

export type NotifyingDeps = Pick<NoteActionDeps, 'cards' | 'messages' | 'voicemail'> & {
  readonly ports: Ports;
  readonly archive: Archive;
  readonly events: Pick<Events, 'changed' | 'on'>;
  readonly client: PresenceDeps['client'] & Pick<RingCentralClient, 'getClockAheadMs'>;
  readonly session: Pick<
    Session,
    'homeCountry' | 'isSignedIn' | 'onSignedIn' | 'getView' | 'requireView'
  >;
  readonly settings: Pick<SettingsService, 'get' | 'set'>;
};

/** Puts them together; nothing happens before the steps. */
export function createNotifying(deps: NotifyingDeps): Notifying {
  const { client, ports, settings } = deps;
  const { clock, log, random, mainWindow, notifier, shortcuts } = ports;
  const quick = createQuick({ ...deps, random, window: ports.quickWindow, mainWindow });
  const openQuick = async (): Promise<void> => {
    try {
      await quick.open({});
    } catch (error) {
      log.error('the window for a text could not be opened', error);
    }
  };
  const keys = createKeys({
    shortcuts,
    settings,
    events: deps.events,
    log,
    name: 'quick-text',
    setting: 'quickTextShortcut',
    onPress: () => void openQuick(),
  });
  const presence = createPresence({ ...deps, clock, log });
  const quiet = createQuiet({ ...deps, clock, presence });
  const notifications = createNotifications({
    ...deps,
    clock,
    log,
    random,
    notifier,
    mainWindow,
    quiet,
    quick,
    settings: settings.get,
    getClockAheadMs: client.getClockAheadMs,
  });
  return {
    quick,
    quiet,
    presence,
    handlers: {
      ...createPresenceHandlers(presence),
      ...createNotificationHandlers(notifications, quiet),
      ...createQuickHandlers(quick, keys),
    },
    steps: [
      { name: 'quick-text', begin: keys.start },
      { name: 'quiet', begin: quiet.start },
      { name: 'presence', begin: presence.start },
      { name: 'notifications', begin: notifications.start },
    ],
    async stop() {
      keys.stop();
      quick.close();
      presence.stop();
      quiet.stop();
      await notifications.stop();
    },
  };
}
