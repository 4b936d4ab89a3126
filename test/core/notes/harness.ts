import { onTestFinished } from 'vitest';
import type { TopicArea } from '../../../shared/contract/index.ts';
import type { CallId, CountryCode } from '../../../shared/model/ids.ts';
import { nextRowId, toId } from '../../../main/core/db/row-id.ts';
import { createFollowUps, type FollowUps } from '../../../main/core/notes/follow-ups/service.ts';
import { createNotes, type Notes } from '../../../main/core/notes/service.ts';
import type { Notifier } from '../../../main/core/ports.ts';
import { openInProcessArchive, type InProcessArchive } from '../../db/in-process.ts';
import { JumpingClock } from '../support/jumping-clock.ts';
import { createMemoryLog, type MemoryLog } from '../support/memory-log.ts';

type Shown = Parameters<Notifier['show']>[0];

/** Notes and follow-ups on an archive in memory, in the test's time. */
export type NotesHarness = {
  readonly archive: InProcessArchive;
  readonly clock: JumpingClock;
  readonly log: MemoryLog;
  readonly notes: Notes;
  readonly followUps: FollowUps;
  readonly shown: Shown[];
  readonly told: TopicArea[];
  /** A call with a number, as the history has it. */
  addCall(number: string | undefined, extension?: string): CallId;
  addPerson(name: string, ...numbers: readonly string[]): number;
};

/** Starts one; with `archive` on one that is there, as after a restart. */
export function openNotes(
  given: { readonly archive?: InProcessArchive; readonly clock?: JumpingClock } = {},
): NotesHarness {
  const archive = given.archive ?? openInProcessArchive();
  const clock = given.clock ?? new JumpingClock();
  const log = createMemoryLog();
  const shown: Shown[] = [];
  const told: TopicArea[] = [];
  const events = {
    changed: (...topics: readonly { area: TopicArea }[]) =>
      void told.push(...topics.map(({ area }) => area)),
  };
  const followUps = createFollowUps({
    archive,
    clock,
    log,
    events,
    notifier: { show: (note) => void shown.push(note) },
    homeCountry: () => 'US' as CountryCode,
  });
  onTestFinished(() => followUps.stop());
  const { db } = archive;
  return {
    archive,
    clock,
    log,
    notes: createNotes({ archive, clock, events }),
    followUps,
    shown,
    told,
    addCall(number, extension) {
      const id = nextRowId(db, 'call', clock.now());
      db.prepare(
        `INSERT INTO call (id, direction, outcome, number, extension_number, started_at)
         VALUES (?, 'outbound', 'connected', ?, ?, ?)`,
      ).run(id, number, extension, clock.now());
      return toId<CallId>(id);
    },
    addPerson(name, ...numbers) {
      const id = Number(
        db
          .prepare(`INSERT INTO contact (source, server_id, name) VALUES ('personal', ?, ?)`)
          .run(name, name).lastInsertRowid,
      );
      for (const number of numbers) {
        db.prepare(
          `INSERT INTO contact_number (contact_id, label, typed, number)
           VALUES (?, 'mobile', ?, ?)`,
        ).run(id, number, number);
      }
      return id;
    },
  };
}

/** The value of a Result that must be one. */
export function valueOf<T>(
  result:
    | { readonly ok: true; readonly value: T }
    | { readonly ok: false; readonly failure: { readonly message: string } },
): T {
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}
