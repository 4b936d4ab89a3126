import type { AppEvent, TopicArea } from '../../../shared/contract/events.ts';
import type { Settings } from '../../../shared/model/app.ts';
import type { CountryCode, EpochMs, ThreadId } from '../../../shared/model/ids.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { createLookout } from '../lookout.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock, Log, MainWindow, Notifier, SystemNote } from '../ports.ts';
import { createNoteActions, type NoteActionDeps } from './actions.ts';
import { toNotes, type Note } from './notes.ts';
import {
  hasNews,
  listStanding,
  readAwayNews,
  takeNews,
  tellAgain,
  type ToldKey,
} from './queries.ts';
import type { Quiet } from './quiet.ts';

const words = strings.notifications;

/** What came in longer ago was there already when somebody was back: it is summed up. */
const freshMs = 7 * 60_000;
/** So long it is remembered what was told; what is older is never told again. */
const rememberedMs = 7 * 24 * 60 * 60_000;

/** What changes what waits to be looked at, or how it is told. */
const concerning: ReadonlySet<TopicArea> = new Set([
  'threads',
  'calls',
  'voicemail',
  'settings',
  'quiet',
]);

/** Tells of what comes in: once each, over restarts. */
export type Notifications = {
  start(): Promise<void>;
  /** Tells of nothing more; resolves when the archive is left alone. */
  stop(): Promise<void>;
  /** The thread that the main window shows; nothing is told of it while that is in front. */
  setInFront(threadId: ThreadId | undefined): void;
  /** Shows one, as the settings have them, whatever is quiet. */
  test(): void;
};

export type NotificationsDeps = NoteActionDeps & {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Pick<Events, 'on'>;
  readonly notifier: Notifier;
  readonly mainWindow: Pick<MainWindow, 'isInFront'>;
  readonly quiet: Pick<Quiet, 'isQuiet'>;
  readonly settings: () => Pick<
    Settings,
    | 'notifyTexts'
    | 'notifyMissedCalls'
    | 'notifyVoicemails'
    | 'hideTextInNotifications'
    | 'notificationSound'
    | 'repeatMinutes'
  >;
  readonly session: { homeCountry(): CountryCode };
  readonly getClockAheadMs: () => number | undefined;
};

/** A notifier is a query: what is told of is what waits in the archive, and nothing else. */
export function createNotifications(deps: NotificationsDeps): Notifications {
  const { archive, clock, log, notifier, settings } = deps;
  const actions = createNoteActions(deps);
  /** What may stand on the desktop, by id. */
  const open = new Set<string>();
  let inFront: ThreadId | undefined;
  let toldAwayUntil: EpochMs | undefined;
  let stopListening = (): void => undefined;

  const show = (note: Pick<SystemNote, 'title' | 'body' | 'to'> & Partial<SystemNote>): void =>
    notifier.show({ isSilent: !settings().notificationSound, ...note });

  const isWanted = ({ kind }: Note): boolean => {
    const { notifyTexts, notifyMissedCalls, notifyVoicemails } = settings();
    return { text: notifyTexts, call: notifyMissedCalls, voicemail: notifyVoicemails }[kind];
  };
  const isInFront = ({ threadId }: Note): boolean =>
    threadId !== undefined && threadId === inFront && deps.mainWindow.isInFront();
  const mayTell = (note: Note): boolean =>
    isWanted(note) && !note.isMuted && !deps.quiet.isQuiet() && !isInFront(note);

  const tell = (note: Note): void => {
    open.add(note.id);
    const { id, title, body, to } = note;
    const isHidden = settings().hideTextInNotifications;
    show({ id, title, body, to, ...actions.of(note, isHidden) });
  };

  const takeNew = async (): Promise<readonly ToldKey[]> => {
    const now = clock.now();
    const from = now - (deps.getClockAheadMs() ?? 0) - freshMs;
    // Most syncs bring nothing, and reading disturbs nobody.
    if (!(await archive.read(hasNews, { from }))) return [];
    const forgetBefore = now - rememberedMs;
    // Noted as told before it is shown: a crash in between costs a notification, never repeats one.
    return archive.write(takeNews, { from, now, forgetBefore }, 'background');
  };

  const lookOnce = async (): Promise<void> => {
    const news = new Set((await takeNew()).map(nameOfKey));
    const notes = toNotes(await archive.read(listStanding, undefined), {
      home: deps.session.homeCountry(),
      isHidden: settings().hideTextInNotifications,
    });
    if (!lookout.isRunning()) return;
    closeAllBut(new Set(notes.map(({ id }) => id)));
    for (const note of notes) {
      if (note.keys.some((key) => news.has(nameOfKey(key))) && mayTell(note)) tell(note);
    }
    await repeat(notes);
  };

  /** What was read here or elsewhere needs no notification any more. */
  const closeAllBut = (standing: ReadonlySet<string>): void => {
    for (const id of open) {
      if (standing.has(id)) continue;
      open.delete(id);
      notifier.close(id);
    }
  };

  const repeat = async (notes: readonly Note[]): Promise<void> => {
    const { repeatMinutes } = settings();
    if (repeatMinutes === undefined) return;
    const everyMs = repeatMinutes * 60_000;
    const now = clock.now();
    const due = notes.filter((note) => note.toldAt + everyMs <= now && mayTell(note));
    for (const note of due) tell(note);
    const keys = due.flatMap((note) => note.keys);
    if (keys.length > 0) await archive.write(tellAgain, { keys, now }, 'background');
    const waits = notes.filter((note) => !due.includes(note)).map(({ toldAt }) => toldAt + everyMs);
    const next = Math.min(...waits.filter((at) => at > now), ...due.map(() => now + everyMs));
    if (Number.isFinite(next)) lookout.wait(next - now);
  };

  const lookout = createLookout({
    ...deps,
    lookOnce,
    trouble: 'what came in could not be told of',
  });

  /** An absence is told of in one notification, unless the window shows its banner anyway. */
  const tellAway = async (): Promise<void> => {
    const news = await archive.read(readAwayNews, undefined);
    if (news === undefined || news.until === toldAwayUntil || !lookout.isRunning()) return;
    toldAwayUntil = news.until;
    const isRecent = clock.now() - (deps.getClockAheadMs() ?? 0) - news.until < freshMs;
    if (!isRecent || deps.quiet.isQuiet() || deps.mainWindow.isInFront()) return;
    const { notifyTexts, notifyMissedCalls, notifyVoicemails } = settings();
    const parts = [
      ...(notifyTexts && news.text > 0 ? [words.away.text(news.text)] : []),
      ...(notifyMissedCalls && news.call > 0 ? [words.away.call(news.call)] : []),
      ...(notifyVoicemails && news.voicemail > 0 ? [words.away.voicemail(news.voicemail)] : []),
    ];
    if (parts.length === 0) return;
    const to = { screen: news.text > 0 ? 'messages' : 'calls' } as const;
    show({ id: 'away', title: words.away.title, body: words.away.join(parts), to });
  };

  const hear = (event: AppEvent): void => {
    if (event.name !== 'changed') return;
    const areas = event.topics.map(({ area }) => area);
    if (areas.some((area) => concerning.has(area))) lookout.look();
    if (!areas.includes('away')) return;
    tellAway().catch((error: unknown) => log.error('an absence could not be told of', error));
  };

  return {
    async start() {
      // What an earlier run told of may still stand there, and has been read elsewhere since.
      const home = deps.session.homeCountry();
      const standing = await archive.read(listStanding, undefined);
      for (const { id } of toNotes(standing, { home, isHidden: true })) open.add(id);
      stopListening = deps.events.on(hear);
      await lookout.start();
    },
    async stop() {
      stopListening();
      await lookout.stop();
    },
    setInFront(threadId) {
      inFront = threadId;
    },
    test() {
      const { title, body } = words.test;
      const isHidden = settings().hideTextInNotifications;
      const shown = isHidden
        ? { title: words.hidden.text(1), body: words.hidden.body }
        : { title, body };
      show({ id: 'test', ...shown, to: { screen: 'settings' } });
    },
  };
}

function nameOfKey({ kind, rowId }: ToldKey): string {
  return `${kind}:${rowId}`;
}
