import type { TrayView } from '../../../shared/model/tray.ts';
import { strings } from '../../../shared/strings/strings.ts';

const words = strings.desktop.told;

/** What is said of the icon: how Sidetone stands and what waits, in words. */
export function trayTooltip(view: TrayView | undefined): string {
  if (view?.standing === 'signed-out') return words.signedOut;
  if (view?.standing === 'offline') return words.offline;
  const { texts = 0, calls = 0, voicemails = 0 } = view?.unread ?? {};
  const parts = [
    ...(texts > 0 ? [words.texts(texts)] : []),
    ...(calls > 0 ? [words.calls(calls)] : []),
    ...(voicemails > 0 ? [words.voicemails(voicemails)] : []),
    ...(view?.quiet.own !== undefined || view?.quiet.server ? [words.quiet] : []),
  ];
  return parts.length > 0 ? words.news(parts) : words.nothing;
}
