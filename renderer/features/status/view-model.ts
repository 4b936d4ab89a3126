import type { Notice } from '../../../shared/model/app.ts';
import type { Connection, PausedGroup, SessionView } from '../../../shared/model/session.ts';
import { timeOfDay } from '../../app/format.ts';
import type { PolicyFlaw } from '../../../shared/model/settings.ts';
import { strings } from '../../../shared/strings/strings.ts';
import { lengthOfMinutes } from '../../../shared/strings/length.ts';

export type Tone = 'good' | 'waiting' | 'bad';

/** Whether RingCentral can be reached, in words and in tone. */
export function connectionWords(session: SessionView): {
  readonly tone: Tone;
  readonly text: string;
} {
  if (session.state === 'expired') return { tone: 'bad', text: strings.status.expired };
  if (session.state === 'signed-out') return { tone: 'bad', text: strings.status.signedOut };
  const { connection } = session;
  switch (connection.state) {
    case 'online':
      return { tone: 'good', text: strings.status.online };
    case 'connecting':
      return { tone: 'waiting', text: strings.status.connecting };
    case 'offline':
      return { tone: 'bad', text: strings.status.offline[connection.cause] };
  }
}

/** Who is signed in, from which number, and where: the parts that are known. */
export function identityWords(
  session: SessionView,
  fromNumber: string | undefined,
): readonly string[] {
  const { account, demo, serverUrl } = session;
  const where = serverUrl && strings.status.on(hostOf(serverUrl));
  return [
    account && strings.status.signedInAs(account.name),
    fromNumber && strings.status.from(fromNumber),
    demo ? strings.status.onDemo : where,
  ].filter((part): part is string => part !== undefined && part !== '');
}

/** When RingCentral lets us go on, while it has asked for a pause. */
export function pauseWords(groups: readonly PausedGroup[], now: number): string | undefined {
  const ends = groups.map((group) => group.resumesAt).filter((at) => at > now);
  return ends.length === 0 ? undefined : strings.status.paused(timeOfDay(Math.max(...ends)));
}

/**
 * How news comes while RingCentral's push connection is away; nothing while it stands, and nothing
 * where the connection itself is told already.
 */
export function pushWords({ state, connection, push }: SessionView): string | undefined {
  if (state !== 'signed-in' || connection.state !== 'online') return undefined;
  const isAway = push.state === 'waiting' || (push.state === 'off' && push.reason !== undefined);
  return isAway ? strings.status.polling : undefined;
}

/** That this computer's clock is off, and what to do about it. */
export function clockWords(
  aheadMs: number | undefined,
): { readonly title: string; readonly advice: string } | undefined {
  if (aheadMs === undefined) return undefined;
  const minutes = Math.max(1, Math.round(Math.abs(aheadMs) / 60_000));
  return {
    title: strings.status.banner.clock(lengthOfMinutes(minutes), aheadMs > 0),
    advice: strings.status.banner.clockAdvice,
  };
}

/** What is off and what still works, while something is in the way. */
export function offlineWords(
  connection: Connection,
): { readonly title: string; readonly advice: string } | undefined {
  if (connection.state !== 'offline') return undefined;
  const since = strings.status.banner.since(timeOfDay(connection.sinceAt));
  return {
    title: strings.status.banner[connection.cause],
    advice: `${since} ${strings.status.banner.effect}`,
  };
}

export function noticeWords(notice: Notice): { readonly title: string; readonly advice: string } {
  if (notice.message === 'policy-ignored' || notice.message === 'policy-partly') {
    return policyWords(notice.message, notice.params);
  }
  const words = strings.status.notices[notice.message];
  const file = notice.params['keptAs'] ?? notice.params['number'];
  const carriedOver = Number(notice.params['carriedOver'] ?? 0);
  return {
    title: words.title,
    advice: words.advice(String(file ?? strings.status.noticeFileUnknown), carriedOver),
  };
}

/** Of a file that an administrator has put on this computer. */
function policyWords(
  message: 'policy-ignored' | 'policy-partly',
  params: Notice['params'],
): { readonly title: string; readonly advice: string } {
  const words = strings.status.notices;
  const file = String(params['file'] ?? strings.status.noticeFileUnknown);
  if (message === 'policy-partly') {
    const { title, advice } = words[message];
    return { title, advice: advice(file, String(params['fields'] ?? '')) };
  }
  const { title, advice } = words[message];
  return { title, advice: advice(file, String(params['because'] ?? 'unreadable') as PolicyFlaw) };
}

export function hostOf(url: string): string {
  return URL.parse(url)?.host ?? url;
}
