import type { TopicArea } from '../../shared/contract/index.ts';
import { createBeginning, type Step } from './beginning.ts';
import type { LiveCalls } from './calls/live/live-call.ts';
import type { Calls } from './calls/service.ts';
import type { CallLists } from './call-lists/service.ts';
import type { Commands } from './commands/service.ts';
import type { ContactImports } from './contacts/import/service.ts';
import type { Cards } from './cards/service.ts';
import type { Contacts } from './contacts/service.ts';
import type { OpenableArchive } from './db/archive.ts';
import type { Diagnostics } from './diagnostics/service.ts';
import type { Events } from './events.ts';
import { toArchiveFailure } from './failure-error.ts';
import type { OutgoingFiles } from './files/service.ts';
import type { Keeping } from './keeping/service.ts';
import type { FollowUps } from './notes/follow-ups/service.ts';
import type { Incoming } from './incoming/service.ts';
import type { LocalApi } from './local-api/service.ts';
import type { Media } from './media/service.ts';
import type { ReadState } from './read-state/service.ts';
import type { Places } from './numbers/places/service.ts';
import type { Notifying } from './notifications/notifying.ts';
import type { OptOuts } from './opt-outs/service.ts';
import type { Outbox } from './outbox/service.ts';
import type { Clock, Ports } from './ports.ts';
import type { RingCentralClient } from './ringcentral/api.ts';
import type { Separate } from './separate/parts.ts';
import type { Scheduled } from './scheduled/service.ts';
import type { Session } from './session/service.ts';
import { toPolicyNotice } from './settings/policy-notice.ts';
import type { SettingsService } from './settings/service.ts';
import type { Shortcut } from './shortcut/keys.ts';
import type { Sync } from './sync/engine.ts';
import type { Updates } from './updates/service.ts';
import type { Transcripts } from './voicemail/transcripts.ts';
import type { Telling } from './webhooks/telling.ts';

/** How soon an archive that could not be opened is tried again. */
const reopenMs = 10_000;
/** How long stopping waits for answers to requests that are out; then they are cut off. */
const patienceMs = 3_000;

/** Every area a window may show of the archive. */
const archiveAreas: readonly TopicArea[] = [
  'session',
  'notices',
  'phones',
  'senders',
  'calls',
  'threads',
  'messages',
  'contacts',
  'notes',
  'follow-ups',
  'voicemail',
  'backfill',
  'away',
  'backups',
  'cards',
  'scheduled',
  'outbox',
  'opt-outs',
  'templates',
  'separate',
  'local-api',
  'webhooks',
];

/** What has to be started and stopped in order. */
export type Parts = {
  readonly ports: Ports;
  readonly events: Events;
  readonly archive: OpenableArchive;
  readonly settings: SettingsService;
  readonly diagnostics: Diagnostics;
  readonly client: RingCentralClient;
  readonly session: Session;
  readonly shortcut: Pick<Shortcut, 'start' | 'stop'>;
  readonly notifying: Pick<Notifying, 'steps' | 'stop'>;
  readonly sync: Sync;
  readonly files: Pick<OutgoingFiles, 'start'>;
  readonly outbox: Outbox;
  readonly scheduled: Pick<Scheduled, 'start' | 'resume' | 'stop'>;
  readonly live: Pick<LiveCalls, 'start' | 'stop' | 'refresh'>;
  readonly places: Pick<Places, 'stop'>;
  readonly calls: Calls;
  readonly cards: Pick<Cards, 'start' | 'stop'>;
  readonly incoming: Pick<Incoming, 'start' | 'stop'>;
  readonly contacts: Pick<Contacts, 'start'>;
  readonly contactImports: Pick<ContactImports, 'stop'>;
  readonly callLists: Pick<CallLists, 'stop'>;
  readonly separate: Pick<Separate, 'stop'>;
  readonly commands: Pick<Commands, 'stop'>;
  readonly readState: ReadState;
  readonly followUps: FollowUps;
  readonly optOuts: Pick<OptOuts, 'start' | 'stop'>;
  readonly media: Pick<Media, 'start' | 'stop'>;
  readonly transcripts: Pick<Transcripts, 'stop'>;
  readonly keeping: Pick<Keeping, 'start' | 'stop'>;
  readonly telling: Pick<Telling, 'start' | 'stop' | 'resume'>;
  readonly localApi: Pick<LocalApi, 'start' | 'stop'>;
  readonly updates: Pick<Updates, 'start' | 'stop'>;
};

/** Starts and stops the parts of the core in their order. */
export function createLifecycle(parts: Parts): {
  start(): Promise<void>;
  stop(): Promise<void>;
  resume(): void;
} {
  const { archive, calls, client, events, followUps, outbox, readState, session, sync } = parts;
  const { clock, log } = parts.ports;
  const beginning = createBeginning(parts.ports);
  let isStarted = false;
  let isStopped = false;
  let cancelReopen = (): void => undefined;

  /** Answers whether everything runs; while the archive cannot be used it is tried again. */
  const tryToBegin = async (): Promise<boolean> => {
    try {
      await archive.open();
      // What an earlier run left is judged before anything new can happen to it.
      await calls.start();
      await parts.files.start();
      await outbox.start();
      await parts.contacts.start();
    } catch (error) {
      log.error('the archive cannot be used', error);
      session.shut(toArchiveFailure(error));
      if (!isStopped) cancelReopen = clock.schedule(reopenMs, () => void beginLate());
      return false;
    }
    if (isStopped) return false;
    isStarted = true;
    await tellOfDamagedSettings();
    await tellOfPolicy();
    session.onSignedIn(outbox.resume);
    session.onSignedIn(parts.scheduled.resume);
    client.onStatus(parts.scheduled.resume);
    session.onSignedIn(readState.resume);
    await beginning.run(steps);
    return true;
  };

  /** In their order; what cannot begin is tried again while the others go on. */
  const steps: readonly Step[] = [
    { name: 'media', begin: () => parts.media.start() },
    { name: 'cards', begin: () => parts.cards.start() },
    // Before anything is told of calls.
    { name: 'incoming', begin: () => parts.incoming.start() },
    { name: 'shortcut', begin: () => parts.shortcut.start() },
    { name: 'sync', begin: () => sync.start() },
    { name: 'live', begin: () => parts.live.start() },
    { name: 'session', begin: () => session.start() },
    { name: 'opt-outs', begin: () => parts.optOuts.start() },
    { name: 'read-state', begin: () => readState.wake() },
    // Numbers in a notification are written for the account's country.
    { name: 'scheduled', begin: () => parts.scheduled.start() },
    { name: 'follow-ups', begin: () => followUps.start() },
    ...parts.notifying.steps,
    { name: 'keeping', begin: () => parts.keeping.start() },
    { name: 'telling', begin: () => parts.telling.start() },
    // Last: whoever asks finds everything running.
    { name: 'local-api', begin: () => parts.localApi.start() },
  ];

  /** The windows have been told that the archive is shut; they ask again. */
  const beginLate = async (): Promise<void> => {
    try {
      if (await tryToBegin()) events.changed(...archiveAreas.map((area) => ({ area })));
    } catch (error) {
      log.error('the core could not begin', error);
    }
  };

  const tellOfDamagedSettings = async (): Promise<void> => {
    const { damagedKeptAs: keptAs } = parts.settings;
    if (keptAs === undefined) return;
    const at = clock.now();
    const message = 'settings-damaged';
    try {
      await parts.diagnostics.add({ id: `${message}-${at}`, at, message, params: { keptAs } });
    } catch (error) {
      // News of the settings keeps nobody from signing in.
      log.error('the user could not be told of damaged settings', error);
    }
  };

  const tellOfPolicy = async (): Promise<void> => {
    const notice = toPolicyNotice(parts.settings.policy, clock.now());
    if (notice === undefined) return;
    log.warn('the policy file is left out, in part or whole', notice.params);
    try {
      await parts.diagnostics.add(notice);
    } catch (error) {
      log.error('the user could not be told of the policy file', error);
    }
  };

  return {
    async start() {
      // Also with an archive that does not open: a newer Sidetone may be what it needs.
      parts.updates.start();
      try {
        await tryToBegin();
      } catch (error) {
        // The windows open all the same: what works can be used, and what does not says so.
        log.error('the core could not begin', error);
      }
    },
    async stop() {
      isStopped = true;
      cancelReopen();
      beginning.stop();
      sync.stop();
      parts.live.stop();
      session.stop();
      parts.contactImports.stop();
      parts.shortcut.stop();
      parts.cards.stop();
      parts.optOuts.stop();
      parts.callLists.stop();
      parts.commands.stop();
      parts.places.stop();
      readState.stop();
      parts.transcripts.stop();
      parts.keeping.stop();
      parts.updates.stop();
      const settled = Promise.all([
        calls.stop(),
        parts.incoming.stop(),
        outbox.stop(),
        parts.scheduled.stop(),
        followUps.stop(),
        parts.notifying.stop(),
        parts.separate.stop(),
        parts.media.stop(),
        parts.telling.stop(),
        parts.localApi.stop(),
      ]);
      await withinPatience(settled, clock);
      client.stop();
      await settled;
      await archive.close();
    },
    resume() {
      if (!isStarted || isStopped) return;
      session.resume();
      sync.resume();
      parts.live.refresh();
      outbox.resume();
      parts.scheduled.resume();
      readState.wake();
      followUps.resume();
      parts.telling.resume();
    },
  };
}

/** Waits for the work, but no longer than stopping may take. */
async function withinPatience(work: Promise<unknown>, clock: Clock): Promise<void> {
  let cancel = (): void => undefined;
  const patience = new Promise<void>((resolve) => {
    cancel = clock.schedule(patienceMs, resolve);
  });
  await Promise.race([work, patience]);
  cancel();
}
