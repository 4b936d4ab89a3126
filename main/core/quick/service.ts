import type { CountryCode, ThreadId } from '../../../shared/model/ids.ts';
import type { QuickText } from '../../../shared/model/notifications.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import { toE164 } from '../../../shared/phone/parse.ts';
import { plainText } from '../../../shared/phone/plain-text.ts';
import type { Result } from '../../../shared/result.ts';
import { isSomebody } from '../cards/deps.ts';
import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { MainWindow, QuickWindow, Random } from '../ports.ts';
import { readPartiesOf } from './queries.ts';

/** What the small window for a text is opened with; nothing of it is sent by itself. */
export type QuickRequest = {
  readonly threadId?: ThreadId | undefined;
  /** Numbers as typed. */
  readonly to?: readonly string[];
  readonly body?: string | undefined;
};

/** The small window for a text. */
export type Quick = {
  get(): QuickText | undefined;
  /** Shows the window, filled in; whoever is not signed in is led to where that is done. */
  open(request: QuickRequest): Promise<void>;
  /** Opens it unless somebody is writing in it; answers whether it did. */
  offer(request: QuickRequest): Promise<boolean>;
  close(): void;
  /** Height of its content in CSS pixels. */
  fit(height: number): void;
};

export type QuickDeps = {
  readonly archive: Archive;
  readonly random: Random;
  readonly events: Pick<Events, 'changed'>;
  readonly window: QuickWindow;
  readonly mainWindow: Pick<MainWindow, 'open'>;
  readonly session: { requireView(): Result<SessionView>; homeCountry(): CountryCode };
};

/** Builds it; the window is made and kept ready elsewhere. */
export function createQuick(deps: QuickDeps): Quick {
  const { archive, events, window } = deps;
  let current: QuickText | undefined;

  const put = (next: QuickText | undefined): void => {
    current = next;
    events.changed({ area: 'quick' });
  };

  const lookUp = async (typed: readonly string[]): Promise<QuickText['to']> => {
    const home = deps.session.homeCountry();
    const read = typed.map((number) => toE164(number, home));
    const known = read.filter((number) => number !== undefined);
    const parties = known.length === 0 ? [] : await archive.read(readPartiesOf, { numbers: known });
    // What is no number is shown as it came; whoever judges it refuses it in words.
    return typed.map((text, index) => {
      const number = read[index];
      if (number === undefined) return { number: plainText(text).slice(0, 100), party: undefined };
      const party = parties.find((one) => one.number === number);
      return { number, party: party?.name === undefined ? undefined : party };
    });
  };

  const open = async ({ threadId, to = [], body }: QuickRequest): Promise<void> => {
    if (!isSomebody(deps.session)) {
      deps.mainWindow.open({ screen: 'messages', compose: true });
      return;
    }
    put({ id: deps.random.uuid(), threadId, to: await lookUp(to), body });
    window.show();
  };

  return {
    get: () => current,
    open,
    async offer(request) {
      if (window.isShown() || !isSomebody(deps.session)) return false;
      await open(request);
      return true;
    },
    close() {
      window.hide();
      if (current !== undefined) put(undefined);
    },
    fit: (height) => window.fit(height),
  };
}
