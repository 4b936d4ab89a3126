import type { Archive } from '../db/define-query.ts';
import type { Events } from '../events.ts';
import type { Clock } from '../ports.ts';
import { noFacts, toLastingFacts, type AccountFacts, type Unread } from './facts.ts';
import { readFacts, writeFacts } from './queries.ts';
import type { AccountReading } from './read-account.ts';

/** What is known of the account, in memory and in the archive. */
export type Account = {
  readonly facts: AccountFacts;
  readonly unread: Unread;
  /** Takes up what the archive knows. */
  load(): Promise<void>;
  /** Writes news down, then counts on them. */
  remember(news: Partial<AccountFacts>): Promise<void>;
  /** The same for what RingCentral has told. */
  apply(reading: AccountReading, more?: Partial<AccountFacts>): Promise<void>;
  /** Forgets who was signed in; whose the archive is stays. */
  forget(): Promise<void>;
  /** Someone has signed in and never signed out, with or without tokens now. */
  isKnown(): boolean;
};

/** Builds an account of which nothing is known before `load`. */
export function createAccount(deps: {
  readonly archive: Archive;
  readonly clock: Clock;
  readonly events: Pick<Events, 'changed'>;
}): Account {
  const { archive, clock, events } = deps;
  let facts: AccountFacts = noFacts;
  let unread: Unread = {};

  const remember = async (news: Partial<AccountFacts>): Promise<void> => {
    await archive.write(writeFacts, { facts: news, at: clock.now() });
    facts = { ...facts, ...news };
    events.changed({ area: 'session' }, { area: 'phones' }, { area: 'senders' });
  };

  return {
    get facts() {
      return facts;
    },
    get unread() {
      return unread;
    },
    async load() {
      facts = { ...noFacts, ...(await archive.read(readFacts, undefined)) };
      unread = {};
    },
    remember,
    async apply(reading, more) {
      await remember({ ...reading.facts, ...more });
      unread = reading.unread;
    },
    async forget() {
      await remember(toLastingFacts(facts));
      unread = {};
    },
    isKnown: () => facts.extension !== undefined,
  };
}
