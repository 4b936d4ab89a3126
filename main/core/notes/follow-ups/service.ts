import { failure } from '../../../../shared/failure.ts';
import type { Page } from '../../../../shared/model/app.ts';
import type { CountryCode, EpochMs, FollowUpId, NoteId } from '../../../../shared/model/ids.ts';
import type { FollowUpView } from '../../../../shared/model/notes.ts';
import { fail, ok, type Result } from '../../../../shared/result.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Events } from '../../events.ts';
import type { Clock, Log, Notifier } from '../../ports.ts';
import type { About } from '../rows.ts';
import { goneAbout } from '../service.ts';
import {
  addFollowUp,
  changeFollowUp,
  countDue,
  getFollowUp,
  listFollowUps,
  removeFollowUp,
  setFollowUpDone,
} from './queries.ts';
import { createReminder } from './reminder.ts';

export type FollowUpInput = { readonly dueAt: EpochMs; readonly text: string };

export type FollowUps = {
  /** Tells of what fell due while Sidetone was closed, and from then on of each at its time. */
  start(): Promise<void>;
  /** The computer woke up: what fell due meanwhile is told of now. */
  resume(): void;
  stop(): Promise<void>;
  add(
    about: About,
    input: FollowUpInput & { readonly noteId?: NoteId | undefined },
  ): Promise<Result<FollowUpView>>;
  change(followUpId: FollowUpId, input: FollowUpInput): Promise<Result<FollowUpView>>;
  setDone(followUpId: FollowUpId, isDone: boolean): Promise<Result<FollowUpView>>;
  /** Removing it again changes nothing. */
  remove(followUpId: FollowUpId): Promise<Result<void>>;
  list(page: {
    readonly show: 'open' | 'done';
    readonly after?: string | undefined;
    readonly limit: number;
  }): Promise<Page<FollowUpView>>;
  /** How many are open and due by now. */
  countDue(): Promise<number>;
};

export type FollowUpsDeps = {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly log: Log;
  readonly events: Pick<Events, 'changed'>;
  readonly notifier: Pick<Notifier, 'show'>;
  /** The country that numbers are written for. */
  readonly homeCountry: () => CountryCode;
};

/** People to get back to, and the notification when the time has come. */
export function createFollowUps(deps: FollowUpsDeps): FollowUps {
  const { archive, clock, events } = deps;
  const reminder = createReminder(deps);

  const changed = (): void => {
    events.changed({ area: 'follow-ups' });
    reminder.look();
  };
  const answer = (view: FollowUpView | undefined): Result<FollowUpView> => {
    if (view === undefined) return fail(failure('not-found', 'follow-up.gone'));
    changed();
    return ok(view);
  };
  const past = (): Result<never> =>
    fail(failure('invalid', 'follow-up.past', { field: 'dueAt', retry: 'user' }));

  return {
    start: reminder.start,
    resume: reminder.look,
    stop: reminder.stop,
    async add(about, { dueAt, text, noteId }) {
      const at = clock.now();
      if (dueAt <= at) return past();
      const written = { about, noteId, text: text.trim(), dueAt, at };
      const view = await archive.write(addFollowUp, written);
      return view === undefined ? fail(goneAbout(about)) : answer(view);
    },
    async change(followUpId, { dueAt, text }) {
      if (dueAt <= clock.now()) {
        // An overdue one may be reworded; only another time has to lie ahead.
        const before = await archive.read(getFollowUp, { followUpId });
        if (before !== undefined && before.dueAt !== dueAt) return past();
      }
      return answer(await archive.write(changeFollowUp, { followUpId, dueAt, text: text.trim() }));
    },
    async setDone(followUpId, isDone) {
      const doneAt = isDone ? clock.now() : undefined;
      return answer(await archive.write(setFollowUpDone, { followUpId, doneAt }));
    },
    async remove(followUpId) {
      await archive.write(removeFollowUp, { followUpId });
      changed();
      return ok();
    },
    list: ({ show, after, limit }) => archive.read(listFollowUps, { show, after, limit }),
    countDue: () => archive.read(countDue, { now: clock.now() }),
  };
}
