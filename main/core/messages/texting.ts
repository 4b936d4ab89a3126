import { join, parse } from 'node:path';
import type { Settings } from '../../../shared/model/app.ts';
import { createDraftHandlers } from '../drafts/handlers.ts';
import { createDrafts } from '../drafts/service.ts';
import { createFileHandlers } from '../files/handlers.ts';
import { createOutgoingFiles } from '../files/service.ts';
import type { Places } from '../numbers/places/service.ts';
import { createOptOutHandlers } from '../opt-outs/handlers.ts';
import { createOptOuts } from '../opt-outs/service.ts';
import { createOutboxHandlers } from '../outbox/handlers.ts';
import { createOutbox } from '../outbox/service.ts';
import { keptWords } from '../outbox/words.ts';
import { commonOf, type PartDeps } from '../part.ts';
import { createReadState } from '../read-state/service.ts';
import type { RingCentralClient } from '../ringcentral/api.ts';
import { createScheduledHandlers } from '../scheduled/handlers.ts';
import { createScheduled } from '../scheduled/service.ts';
import { createSeparate } from '../separate/parts.ts';
import type { Sync } from '../sync/engine.ts';
import { createTemplateHandlers } from '../templates/handlers.ts';
import { createTemplates } from '../templates/service.ts';
import { createTextRulesHandlers } from '../text-rules/handlers.ts';
import { createTextRules } from '../text-rules/service.ts';
import { createMessageHandlers } from './handlers.ts';
import { createMessages } from './service.ts';

/** All that has to do with texts: what is written, what has to be asked, and the way out. */
export type Texting = ReturnType<typeof createTexting>;

export type TextingDeps = PartDeps & {
  readonly client: RingCentralClient;
  readonly settings: () => Settings;
  readonly places: Pick<Places, 'of'>;
  readonly sync: Pick<Sync, 'expectDelivery' | 'requestSync'>;
};

/** Puts the parts together that a text passes through. */
export function createTexting(deps: TextingDeps) {
  const { ports, client, session, settings, sync } = deps;
  const { notifier, fileDialogs } = ports;
  const common = commonOf(deps);
  const withApi = { ...common, api: client.api };
  const getClockAheadMs = client.getClockAheadMs;
  const holdMs = (): number => settings().undoSeconds * 1_000;

  const files = createOutgoingFiles({
    ...common,
    folder: join(ports.paths.profile, 'outgoing', parse(ports.archives.file).name),
    canSendMedia: session.canSendMedia,
  });
  const outbox = createOutbox({
    ...common,
    client,
    files,
    isSignedIn: session.isSignedIn,
    expectDelivery: sync.expectDelivery,
    requestSync: () => sync.requestSync('messages', 'text of unknown outcome'),
    holdMs,
    tellMissed: (threads) => scheduled.tellMissed(threads),
    tellKept: (held) => notifier.show(keptWords(held)),
  });
  const optOuts = createOptOuts(withApi);
  const rules = createTextRules({ ...common, places: deps.places, settings });
  const readState = createReadState({
    ...withApi,
    isSignedIn: session.isSignedIn,
    getClockAheadMs,
  });
  const scheduled = createScheduled({
    ...common,
    notifier,
    rules,
    files,
    isOffline: () => client.getConnection().state === 'offline',
    getClockAheadMs,
    wakeOutbox: outbox.wake,
    requestSync: () => sync.requestSync('messages', 'text that an answer calls off'),
  });
  const messages = createMessages({
    ...common,
    rules,
    files,
    scheduled,
    holdMs,
    readState,
    usualSender: () => settings().smsFrom,
    wakeOutbox: outbox.wake,
  });
  const templates = createTemplates({
    ...withApi,
    settings,
    session: { ...session, accountName: () => session.getView().account?.name },
  });
  const separate = createSeparate({
    ...common,
    fileDialogs,
    rules,
    templates,
    send: messages.send,
  });

  const handlers = {
    ...createMessageHandlers(messages, session),
    ...createOutboxHandlers(outbox),
    ...createScheduledHandlers(scheduled),
    ...createFileHandlers(files),
    ...createDraftHandlers(createDrafts(common)),
    ...createOptOutHandlers(optOuts),
    ...createTextRulesHandlers(rules),
    ...createTemplateHandlers(templates),
    ...separate.handlers,
  };
  return { files, outbox, optOuts, readState, scheduled, messages, separate, handlers };
}
