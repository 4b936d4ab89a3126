import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { AppEvent, TopicArea } from '../../../shared/contract/index.ts';
import { failure } from '../../../shared/failure.ts';
import type { ContactView, Suggestion } from '../../../shared/model/people.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { backfillAnswers } from './backfill-answers.ts';
import { cardAnswers } from './card-answers.ts';
import { callListAnswers } from './call-list-answers.ts';
import { composerAnswers } from './composer-answers.ts';
import { fileAnswers } from './file-answers.ts';
import { noParty, type Answers, type FakeWorld } from './fake-world.ts';
import { guardAnswers } from './guard-answers.ts';
import { historyAnswers } from './history-answers.ts';
import { keepingAnswers } from './keeping-answers.ts';
import { localApiAnswers } from './local-api-answers.ts';
import { webhookAnswers } from './webhook-answers.ts';
import { linkAnswers } from './link-answers.ts';
import { noteAnswers } from './note-answers.ts';
import { liveCallAnswers } from './live-call-answers.ts';
import { outlookAnswers } from './outlook-answers.ts';
import { quickAnswers } from './quick-answers.ts';
import { updateAnswers } from './update-answers.ts';
import { searchAnswers } from './search-answers.ts';
import { settingsAnswers } from './settings-answers.ts';
import { contactAnswers } from './contact-answers.ts';
import { sentFileAnswers } from './sent-file-answers.ts';
import { shortcutAnswers } from './shortcut-answers.ts';
import { signInAnswers } from './sign-in-answers.ts';
import { textRuleAnswers } from './text-rule-answers.ts';
import { templateAnswers } from './template-answers.ts';
import { textAnswers } from './text-answers.ts';
import { voicemailAnswers } from './voicemail-answers.ts';

const areas: readonly TopicArea[] = [
  'session',
  'settings',
  'notices',
  'phones',
  'senders',
  'active-calls',
  'calls',
  'threads',
  'scheduled',
  'outbox',
  'messages',
  'contacts',
  'voicemail',
  'notes',
  'follow-ups',
  'backfill',
  'away',
  'backups',
  'exports',
  'call-lists',
  'opt-outs',
  'cards',
  'quick',
  'quiet',
  'presence',
  'links',
  'updates',
  'local-api',
];

/** As long as an answer may take, in milliseconds: `npm run soak -- window` sets it. */
const slowestMs = Number(import.meta.env['VITE_SLOWEST_ANSWER_MS'] ?? 0);

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A main process for the window alone: the contract over plain data, no validation. */
export function createFakeBridge(world: FakeWorld): { bridge: Bridge; touch: () => void } {
  const listeners = new Set<(event: AppEvent) => void>();
  const touch = (): void => {
    for (const listener of listeners) {
      listener({ name: 'changed', topics: areas.map((area) => ({ area })) });
    }
  };
  const answers = answersOf(world, touch);
  const isWaiting = (name: string): boolean => world.waits?.includes(name) === true;
  const bridge: Bridge = {
    async call(name, input) {
      world.reads.push({ name, input });
      if (world.hangs.includes(name)) return new Promise(() => undefined);
      while (isWaiting(name)) await pause(20);
      const refused = world.fails[name];
      if (refused) return fail(refused);
      const answer = answers[name] as
        ((input: unknown) => Result<unknown> | Promise<Result<unknown>>) | undefined;
      if (answer === undefined) return fail(failure('internal', 'bridge.unknown-call'));
      const said = answer(input);
      if (slowestMs > 0) await pause(Math.random() * slowestMs);
      return said as never;
    },
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  return { bridge, touch };
}

function answersOf(world: FakeWorld, touch: () => void): Answers {
  const notes = noteAnswers(world, touch);
  const voicemail = voicemailAnswers(world, touch);
  return {
    ...appAnswers(world, touch),
    ...callAnswers(world),
    ...guardAnswers(world, touch),
    ...outlookAnswers(world),
    ...liveCallAnswers(world, touch),
    ...textAnswers(world, touch),
    ...templateAnswers(world),
    ...textRuleAnswers(world, touch),
    ...composerAnswers(world),
    ...fileAnswers(world),
    ...searchAnswers(world),
    ...backfillAnswers(world, touch),
    ...voicemail,
    ...sentFileAnswers(world, voicemail),
    ...notes,
    ...callListAnswers(world, touch, notes),
    ...historyAnswers(world, touch),
    ...keepingAnswers(touch),
    ...linkAnswers(world),
    ...localApiAnswers(world, touch),
    ...webhookAnswers(touch),
    ...shortcutAnswers(world),
    ...quickAnswers(world, touch),
    ...updateAnswers(world),
    ...cardAnswers(world, touch),
    ...contactAnswers(world, touch),
    'contacts.suggest': (input: { text: string }) => ok(suggest(world, input.text)),
  };
}

function appAnswers(world: FakeWorld, touch: () => void): Answers {
  const change = (session: Partial<SessionView>): Result<void> => {
    Object.assign(world.session, session);
    touch();
    return ok();
  };
  return {
    'session.get': () => ok({ ...world.session }),
    'session.start-demo': () => change({ state: 'signed-in', demo: true }),
    'session.leave-demo': () => change({ state: 'signed-out', demo: false, account: undefined }),
    ...signInAnswers(world, change),
    'session.retry': () => change({ connection: { state: 'connecting' } }),
    ...settingsAnswers(world, touch),
    'diagnostics.run': () => ok({ ...world.report, at: Date.now() }),
    'app.info': () => ok(world.info),
    'app.run-role': () => ok(),
    'app.list-notices': () => ok(world.notices),
    'app.dismiss-notice': (input: { id: string }) => {
      world.notices = world.notices.filter(({ id }) => id !== input.id);
      return ok();
    },
  };
}

function callAnswers(world: FakeWorld): Answers {
  return {
    'calls.list-phones': () => ok(world.phones),
    'calls.list-active': () => ok(world.active),
    'calls.cancel': () => {
      world.active = world.active.map((call) => ({
        ...call,
        state: 'cancelled',
        canCancel: false,
      }));
      return ok();
    },
  };
}

function matches(contact: ContactView, query: string): boolean {
  const wanted = query.toLowerCase();
  const digits = query.replace(/\D/g, '');
  return (
    contact.name.toLowerCase().includes(wanted) ||
    (contact.company ?? '').toLowerCase().includes(wanted) ||
    (digits !== '' && contact.numbers.some(({ number }) => number?.includes(digits)))
  );
}

function suggest(world: FakeWorld, text: string): readonly Suggestion[] {
  return world.contacts
    .filter((contact) => matches(contact, text))
    .slice(0, 8)
    .map((contact): Suggestion => {
      const [number] = contact.numbers;
      return {
        source: 'contact',
        party: { ...noParty, contactId: contact.id, name: contact.name, number: number?.number },
        label: number?.label,
      };
    });
}
