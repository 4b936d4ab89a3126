import type { App } from 'electron';
import type { AppEvent } from '../../../shared/contract/index.ts';
import type { Host } from '../host.ts';
import type { LinkInbox } from './inbox.ts';
import { readHandedOver, readIsHidden, toLink } from './link-of.ts';

/**
 * Takes in the links of macOS. To be called before Electron is ready: the link that starts Sidetone
 * comes before that, and once.
 */
export function receiveOpenedUrls(app: Pick<App, 'on'>, inbox: Pick<LinkInbox, 'put'>): void {
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const link = toLink(url);
    if (link !== undefined) inbox.put(link);
  });
}

/**
 * Takes in what a second start was started with: a link becomes a card and leaves the window where
 * it is, a start without one shows it unless it was to begin in the tray. Only what the other start has read from its own command line
 * counts; in `argv` Chromium may have changed the order.
 */
export function receiveSecondStarts(
  app: Pick<App, 'on'>,
  inbox: Pick<LinkInbox, 'put'>,
  showWindow: () => void,
): void {
  app.on('second-instance', (_event, _argv, _folder, handedOver) => {
    const link = readHandedOver(handedOver);
    if (link !== undefined) inbox.put(link);
    else if (!readIsHidden(handedOver)) showWindow();
  });
}

/** Proposes what the inbox has, and what was kept once somebody may have signed in. */
export function proposeLinks(
  inbox: LinkInbox,
  host: Pick<Host, 'propose' | 'on'>,
  showSignIn: () => void,
): void {
  host.on((event) => {
    if (concernsSession(event)) inbox.tryAgain();
  });
  inbox.open({
    propose: (link) => host.propose({ text: link, source: 'link' }),
    onKept: showSignIn,
  });
}

function concernsSession(event: AppEvent): boolean {
  return event.name === 'changed' && event.topics.some(({ area }) => area === 'session');
}
