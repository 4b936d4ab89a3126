import type * as Electron from 'electron';
import type { Session as DevToolsSession } from '../chromium/connection.ts';
import type { Page } from '../chromium/page.ts';
import type { Protocol } from '../chromium/protocol.ts';
import { continueRequest, failRequest, fulfillRequest, toRequest } from '../chromium/requests.ts';
import { fromAlias, isAlias, schemeOf, toAlias } from '../chromium/url-alias.ts';
import { createEvent } from '../runtime/emitter.ts';
import type { Session } from './session.ts';
import { WebFrameMain } from './web-frame-main.ts';

type Paused = Protocol.Fetch.requestPausedPayload;
type Emit = (event: string, ...args: unknown[]) => void;

/** Decides over every request and navigation of one page: guards, `webRequest`, protocol handlers. */
export class Navigation {
  readonly #emit: Emit;
  readonly #session: Session;
  readonly #contentsId: number;
  /** The address the app itself is loading, which its guards are not asked about. */
  #own: string | undefined;

  constructor(emit: Emit, session: Session, contentsId: number) {
    this.#emit = emit;
    this.#session = session;
    this.#contentsId = contentsId;
  }

  /** Remembers that the app, not the page, asked for this address. */
  expect(url: string): void {
    this.#own = withoutFragment(url);
  }

  /** Asks the app's guards whether a frame may go to an address; true when it may. */
  mayGo(page: Page, frameId: string, url: string, redirected: boolean): boolean {
    const isMainFrame = frameId === page.targetId;
    const frame = page.frames.get(frameId);
    const details = {
      url: fromAlias(url),
      isSameDocument: false,
      isMainFrame,
      frame: frame ? WebFrameMain.of(page, frame) : null,
      initiator: frame ? WebFrameMain.of(page, frame) : null,
    };
    const event = createEvent(details);
    const args = [event, details.url, false, isMainFrame, page.number, 1];
    if (redirected) this.#emit('will-redirect', ...args);
    else {
      if (isMainFrame) this.#emit('will-navigate', ...args);
      this.#emit('will-frame-navigate', event);
    }
    return !event.defaultPrevented;
  }

  /** Answers one intercepted request. */
  async onRequest(page: Page, paused: Paused, session: DevToolsSession): Promise<void> {
    if (isForTabStrip(paused)) {
      await fulfillRequest(session, paused, new Response(null, { status: 204 }));
      return;
    }
    if (!this.#guard(page, paused)) {
      failRequest(session, paused, 'Aborted');
      return;
    }
    const decision = await this.#session.webRequest.decide(this.#details(page, paused));
    if (decision.cancel) failRequest(session, paused, 'BlockedByClient');
    else if (decision.redirectURL) continueRequest(session, paused, toAlias(decision.redirectURL));
    else if (isAlias(paused.request.url)) await this.#handle(paused, session);
    else continueRequest(session, paused);
  }

  #guard(page: Page, paused: Paused): boolean {
    if (paused.resourceType !== 'Document') return true;
    const url = paused.request.url;
    const isMain = paused.frameId === page.targetId;
    // A reload asks nobody, whoever asked for it; Chromium does not tell them apart.
    const isReload = isMain && withoutFragment(page.mainFrame.url) === withoutFragment(url);
    const isOwn = isMain && this.#own === withoutFragment(url);
    if (isOwn || isReload) {
      this.#own = undefined;
      return true;
    }
    return this.mayGo(page, paused.frameId, url, paused.redirectedRequestId !== undefined);
  }

  #details(page: Page, paused: Paused): Electron.OnBeforeRequestListenerDetails {
    const types = {
      Document: 'mainFrame',
      Stylesheet: 'stylesheet',
      Script: 'script',
      Image: 'image',
    };
    const more = { Font: 'font', XHR: 'xhr', Fetch: 'xhr', Ping: 'ping', Media: 'media' };
    const known: Readonly<Record<string, string>> = { ...types, ...more, WebSocket: 'webSocket' };
    const isFrame = paused.resourceType === 'Document' && paused.frameId !== page.targetId;
    return {
      id: Number.parseInt(paused.requestId.replaceAll(/\D/g, ''), 10) || 0,
      url: fromAlias(paused.request.url),
      method: paused.request.method,
      webContentsId: this.#contentsId,
      resourceType: (isFrame ? 'subFrame' : (known[paused.resourceType] ?? 'other')) as 'other',
      referrer: fromAlias(paused.request.headers['Referer'] ?? ''),
      timestamp: Date.now(),
      uploadData: [],
    };
  }

  async #handle(paused: Paused, session: DevToolsSession): Promise<void> {
    const scheme = schemeOf(fromAlias(paused.request.url));
    const handler = this.#session.protocol.handlerOf(scheme);
    if (!handler) {
      failRequest(session, paused, 'AddressUnreachable');
      return;
    }
    try {
      await fulfillRequest(session, paused, await handler(toRequest(paused)));
    } catch (error) {
      console.error(
        `The handler of ${scheme}: failed for ${fromAlias(paused.request.url)}:`,
        error,
      );
      failRequest(session, paused, 'Failed');
    }
  }
}

/** Chromium looks for an icon for its tab strip; Electron has none, and no page has asked. */
function isForTabStrip({ resourceType, request }: Paused): boolean {
  return resourceType === 'Other' && new URL(request.url).pathname === '/favicon.ico';
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? '';
}
