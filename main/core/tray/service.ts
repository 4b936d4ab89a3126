import type { CountryCode } from '../../../shared/model/ids.ts';
import type { QuietView } from '../../../shared/model/notifications.ts';
import type { Suggestion } from '../../../shared/model/people.ts';
import type { PresenceView } from '../../../shared/model/presence.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import type { TrayPerson, TrayView } from '../../../shared/model/tray.ts';
import { formatNumber } from '../../../shared/phone/format.ts';
import { ok, type Result } from '../../../shared/result.ts';
import { cut, toPlain } from '../notifications/notes.ts';

/** How many people the tray's menu has room for. */
const mostPeople = 5;
/** How long a name in a menu may be, in characters. */
const longestName = 40;
/** How many numbers they are looked for among: somebody may have been reached at several. */
const mostRead = 15;

export type TrayDeps = {
  readonly session: { requireView(): Result<SessionView>; homeCountry(): CountryCode };
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
    people: standing === 'signed-out' ? [] : toPeople(recent, deps.session.homeCountry()),
    quiet: quiet.get(),
    presence: presence.get(),
  });
}

function standingOf({ state, demo, connection }: SessionView): TrayView['standing'] {
  if (!demo && (state === 'signed-out' || state === 'expired')) return 'signed-out';
  return connection.state === 'offline' ? 'offline' : 'ready';
}

/** Each person once, by the number of the latest call or text. */
function toPeople(recent: readonly Suggestion[], home: CountryCode): readonly TrayPerson[] {
  const seen = new Set<string>();
  return recent
    .flatMap(({ party: { contactId, name, number } }): readonly TrayPerson[] => {
      const key = contactId ?? number;
      if (number === undefined || key === undefined || seen.has(key)) return [];
      seen.add(key);
      const shown = formatNumber(number, home);
      const known = cut(toPlain(name ?? ''), longestName);
      return [{ label: known === '' ? shown : known, number, shown }];
    })
    .slice(0, mostPeople);
}
