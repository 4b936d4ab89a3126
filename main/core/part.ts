import type { Archive } from './db/define-query.ts';
import type { Events } from './events.ts';
import type { Ports } from './ports.ts';
import type { Session } from './session/service.ts';

/** What a part of Sidetone is put together from, beside what it alone needs. */
export type PartDeps = {
  readonly ports: Ports;
  readonly archive: Archive;
  readonly events: Events;
  readonly session: Session;
};

/** What nearly every service of a part is made with. */
export function commonOf({ ports: { clock, log, random }, archive, events, session }: PartDeps) {
  return { archive, clock, log, random, events, session };
}
