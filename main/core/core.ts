import { join } from 'node:path';
import { createCalling } from './calls/calling.ts';
import { createProposing } from './cards/proposing.ts';
import type { Cards } from './cards/service.ts';
import { createCommands, type Commands } from './commands/service.ts';
import { createPeople } from './contacts/people.ts';
import { createArchive } from './db/archive.ts';
import { runChecks } from './diagnostics/checks/run.ts';
import { createDiagnosticsHandlers } from './diagnostics/handlers.ts';
import { createDiagnostics } from './diagnostics/service.ts';
import { createEvents, type Events } from './events.ts';
import { createLifecycle, type Parts } from './lifecycle.ts';
import { createKeepingHandlers } from './keeping/handlers.ts';
import { createKeeping } from './keeping/service.ts';
import { createLinksHandlers } from './links/handlers.ts';
import { createOutsideHandlers } from './links/outside.ts';
import { createLinks } from './links/service.ts';
import { createLocalApiHandlers } from './local-api/handlers.ts';
import { createLocalApiParts } from './local-api/parts.ts';
import type { Media } from './media/service.ts';
import { createTexting } from './messages/texting.ts';
import { createNotifying } from './notifications/notifying.ts';
import type { Ports } from './ports.ts';
import { createRingCentralClient } from './ringcentral/client.ts';
import { createRouter, type Handlers, type Router } from './rpc/router.ts';
import { createSearchHandlers } from './search/handlers.ts';
import { createSessionHandlers } from './session/handlers.ts';
import { createSession } from './session/service.ts';
import { createSettingsFiles } from './settings/files.ts';
import { createSettingsHandlers } from './settings/handlers.ts';
import { parsePolicy } from './settings/policy.ts';
import { createSettings } from './settings/service.ts';
import { createShortcutHandlers } from './shortcut/handlers.ts';
import { createShortcut } from './shortcut/service.ts';
import { createSyncHandlers } from './sync/handlers.ts';
import { createSyncing } from './sync/service.ts';
import { createTimelineHandlers } from './timeline/handlers.ts';
import { createTrayHandlers } from './tray/handlers.ts';
import { createUpdateHandlers } from './updates/handlers.ts';
import { findObstacle } from './updates/obstacle.ts';
import { createUpdates } from './updates/service.ts';
import { createListening } from './voicemail/listening.ts';
import { createTelling } from './webhooks/telling.ts';

/** A running core: everything Sidetone does, without a window. */
export type Core = {
  readonly router: Router;
  readonly events: Events;
  /**
   * Opens the archive and takes up the session; resolves when calls can be answered, also when the
   * archive or RingCentral is out of reach: the calls then say so.
   */
  start(): Promise<void>;
  /** Closes timers, requests and the archive; nothing accepted is lost. */
  stop(): Promise<void>;
  /** The computer woke up or the network came back: sync now. */
  resume(): void;
  /**
   * A link or a text from outside: it becomes a card, or is said to be unreadable, and dials nothing
   * by itself unless the user has chosen so. Answers false, and keeps nothing, while nobody has signed
   * in: whoever asks is to ask again.
   */
  readonly propose: Cards['propose'];
  /** Does what the command line asks. */
  readonly runCommand: Commands['run'];
  /** Answers a player of the window. */
  readonly openMedia: Media['open'];
};

/** Puts the core together. Nothing happens before `start`. */
export function createCore(ports: Ports): Core {
  const { clock, log, random } = ports;
  const events = createEvents(clock);
  const archive = createArchive({
    workerUrl: ports.paths.databaseWorker,
    file: join(ports.paths.profile, ports.archives.file),
    clock,
    log,
  });
  const common = { archive, clock, log, random, events };

  const diagnostics = createDiagnostics({
    ...common,
    info: { ...ports.info, profileFolder: ports.paths.profile },
  });
  const settings = createSettings({
    store: ports.settings,
    policy: parsePolicy(ports.policy),
    archiveFile: ports.archives.file,
    log,
    events,
  });
  const client = createRingCentralClient(ports);
  const session = createSession({
    ports,
    client,
    archive,
    events,
    settings,
    eraseBackups: () => keeping.backups.giveUp(),
  });
  const withSession = { ...common, session };
  const sync = createSyncing({
    ...withSession,
    ports,
    client,
    stopWords: () => settings.get().stopWords,
    version: ports.info.version,
    async onMessagesSynced() {
      await outbox.reconcile();
      scheduled.noteSynced();
      // Neither keeps the next sync waiting.
      readState.wake();
      void transcripts.fetchDue();
    },
  });
  const usual = { ...withSession, ports, client, settings: settings.get };
  const calling = createCalling({
    ...usual,
    tell: diagnostics.add,
    expectCallLog: sync.expectCallLog,
    followPlaced: (cardId, callId) => cards.followPlaced(cardId, callId),
    askedOf: (cardId) => cards.askedOf(cardId),
  });
  const { calls, live, outlooks, places } = calling;
  const texting = createTexting({ ...usual, places, sync });
  const { files, outbox, readState, scheduled, messages } = texting;

  const proposing = createProposing({
    ...usual,
    calling,
    sync,
    // What is told of leans on the cards, which lean on the window for a text.
    quick: { offer: (text) => notifying.quick.offer(text) },
  });
  const { cards } = proposing;
  const people = createPeople({ ...usual, sync });
  const listening = createListening({ ...usual, readState, files });
  const { media, transcripts, voicemail } = listening;

  const commands = createCommands({
    ...withSession,
    outlooks,
    calls,
    cards,
    messages,
    mainWindow: ports.mainWindow,
  });

  const keeping = createKeeping({
    ports,
    archive,
    events,
    settings,
    media,
    files,
    tell: diagnostics.add,
    getClockAheadMs: client.getClockAheadMs,
  });

  const shortcut = createShortcut({
    shortcuts: ports.shortcuts,
    settings,
    events,
    propose: cards.propose,
    mainWindow: ports.mainWindow,
    log,
  });

  const notifying = createNotifying({
    ...withSession,
    ports,
    client,
    settings,
    cards,
    messages,
    voicemail,
  });

  const updates = createUpdates({
    ports,
    events,
    settings: settings.get,
    findObstacle: () =>
      findObstacle({
        listActive: calls.listActive,
        listLive: live.list,
        getOutbox: outbox.getView,
      }),
    archiveTrouble() {
      const view = session.requireView();
      return view.ok ? undefined : view.failure;
    },
  });

  const telling = createTelling({
    ports,
    archive,
    events,
    isWanted: () => settings.get().apiEnabled,
    getClockAheadMs: client.getClockAheadMs,
  });

  const localApi = createLocalApiParts({
    ...usual,
    outlooks,
    calls,
    cards,
    messages,
    feed: telling.feed,
    ask: (name, input) => handlers[name](input),
  });

  const handlers: Handlers = {
    ...createDiagnosticsHandlers(diagnostics, () =>
      runChecks({
        ...usual,
        info: diagnostics.info,
        settings,
        sync,
        localApi,
      }),
    ),
    ...createSettingsHandlers(
      settings,
      createSettingsFiles({ ...common, settings, fileDialogs: ports.fileDialogs }),
    ),
    ...createShortcutHandlers(shortcut),
    ...notifying.handlers,
    ...createTrayHandlers({
      session,
      messages,
      calls,
      voicemail,
      contacts: people.contacts,
      notifying,
    }),
    ...createLinksHandlers(createLinks({ handlers: ports.linkHandlers, settings, events })),
    ...createOutsideHandlers(ports.opener),
    ...createSessionHandlers(session, () => lifecycle.resume()),
    ...calling.handlers,
    ...texting.handlers,
    ...proposing.handlers,
    ...people.handlers,
    ...listening.handlers,
    ...createTimelineHandlers(archive),
    ...createSearchHandlers(archive),
    ...createSyncHandlers(sync),
    ...createKeepingHandlers(keeping, archive),
    ...telling.handlers,
    ...createLocalApiHandlers(localApi),
    ...createUpdateHandlers(updates),
  };
  const parts: Parts = {
    ports,
    events,
    archive,
    settings,
    diagnostics,
    client,
    session,
    sync,
    ...calling,
    ...texting,
    ...proposing,
    ...people,
    ...listening,
    commands,
    shortcut,
    notifying,
    keeping,
    telling,
    localApi,
    updates,
  };
  const lifecycle = createLifecycle(parts);
  return {
    router: createRouter(handlers, { log, random }),
    events,
    openMedia: media.open,
    propose: cards.propose,
    runCommand: commands.run,
    ...lifecycle,
  };
}
