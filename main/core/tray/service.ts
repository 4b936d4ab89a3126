import type { QuietView } from '../../../shared/model/notifications.ts';
import type { Suggestion } from '../../../shared/model/people.ts';
import type { PresenceView } from '../../../shared/model/presence.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import type { TrayPerson, TrayView } from '../../../shared/model/tray.ts';
import { ok, type Result } from '../../../shared/result.ts';

/** How many people the tray's menu has room for. */
const mostPeople = 5;
/** How many numbers they are looked for among: somebody may have been reached at several. */
const mostRead = 15;

export type TrayDeps = {
  readonly session: { requireView(): Result<SessionView> };
  readonly messages: { countUnread(): Promise<number> };
  readonly calls: { countNew(): Promise<number> };
  readonly voicemail: { countUnread(): Promise<number> };
  /** An empty text: who the user was in touch with last. */
  readonly contacts: { suggest(text: string, limit: number): Promise<readonly Suggestion[]> };
  readonly notifying: {
    readonly quiet: { get(): QuietView };
    readonly presence: { get(): PresenceView };
  };
};

/** What the tray shows, read anew each time; fails while the archive is shut. */
export async function readTray(deps: TrayDeps): Promise<Result<TrayView>> {
  const { quiet, presence } = deps.notifying;
  const session = deps.session.requireView();
  if (!session.ok) return session;
  const standing = standingOf(session.value);
  const [texts, calls, voicemails, recent] = await Promise.all([
    deps.messages.countUnread(),
    deps.calls.countNew(),
    deps.voicemail.countUnread(),
    deps.contacts.suggest('', mostRead),
  ]);
  return ok({
    standing,
    unread: { texts, calls, voicemails },
    people: standing === 'signed-out' ? [] : toPeople(recent),
    quiet: quiet.get(),
    presence: presence.get(),
  });
}

function standingOf({ state, demo, connection }: SessionView): TrayView['standing'] {
  if (!demo && (state === 'signed-out' || state === 'expired')) return 'signed-out';
  return connection.state === 'offline' ? 'offline' : 'ready';
}

/** Each person once, by the number of the latest call or text. */
function toPeople(recent: readonly Suggestion[]): readonly TrayPerson[] {
  const seen = new Set<string>();
  return recent
    .flatMap(({ party: { contactId, name, number } }): readonly TrayPerson[] => {
      const key = contactId ?? number;
      if (number === undefined || key === undefined || seen.has(key)) return [];
      seen.add(key);
      return [{ name, number }];
    })
    .slice(0, mostPeople);
}
