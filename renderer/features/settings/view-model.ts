import type { E164 } from '../../../shared/model/ids.ts';
import type { SessionView } from '../../../shared/model/session.ts';
import { strings } from '../../../shared/strings/strings.ts';
import type { Fact } from '../../ui/facts.tsx';

const words = strings.settings;

/** What is known of the account, in the order it is asked after; the demo's sign-in is nobody's. */
export function accountFacts(
  session: SessionView,
  format: (number: E164) => string,
): readonly Fact[] {
  const { account, lastSignIn, demo } = session;
  const own: readonly Fact[] = [
    [words.how, lastSignIn && words.howWords[lastSignIn.method]],
    [words.clientId, lastSignIn?.clientId],
    [words.secrets, words.secretsWords[session.secretsStanding]],
  ];
  return [
    [words.who, [account?.name, account?.company].filter(Boolean).join(', ')],
    [words.extension, account?.extensionNumber],
    [words.number, session.fromNumber && format(session.fromNumber)],
    [words.server, session.serverUrl],
    ...(demo ? [] : own),
  ];
}
