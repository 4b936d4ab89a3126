import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Topic } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/result.ts';
import { openInProcessArchive } from '../../db/in-process.ts';
import { createEvents } from '../../../main/core/events.ts';
import type { DemoAccount } from '../../../main/core/ports.ts';
import { createSession, type TypedSignIn } from '../../../main/core/session/service.ts';
import { createSettings } from '../../../main/core/settings/service.ts';
import type { Simulator } from '../../../simulator/server.ts';
import { start } from '../ringcentral/harness.ts';
import { createFakeArchives } from '../support/archives.ts';
import { createCountingRandom } from '../support/session.ts';

type World = Awaited<ReturnType<typeof start>>;

/** A browser that a test plays; pages are kept as they are opened. */
export type FakeBrowser = {
  readonly pages: string[];
  /** Answers whether it opened. */
  open: (url: string) => Promise<boolean>;
};

export type SessionOptions = {
  readonly archive?: ReturnType<typeof openInProcessArchive>;
  readonly demo?: DemoAccount;
  readonly environment?: Readonly<Record<string, string>>;
  readonly settings?: object;
};

/** A session on top of a client, with what it tells others. */
export function openSession(world: World, options: SessionOptions = {}) {
  const { clock, client, log, vault } = world;
  const archive = options.archive ?? openInProcessArchive();
  const archives = createFakeArchives();
  const browser: FakeBrowser = { pages: [], open: () => Promise.resolve(true) };
  const events = createEvents(clock);
  const told: Topic[] = [];
  const signedIn: string[] = [];
  const switches: string[] = [];
  events.on((event) => void (event.name === 'changed' && told.push(...event.topics)));
  const store = { isBroken: false };
  const settings = createSettings({
    store: {
      read: () => ({ value: options.settings }),
      write() {
        if (store.isBroken) throw new Error('the disk is full');
      },
    },
    archiveFile: archives.file,
    log,
    events,
  });
  const session = createSession({
    ports: {
      clock,
      log,
      archives,
      secrets: vault,
      random: createCountingRandom(),
      demo: options.demo,
      environment: options.environment ?? {},
      opener: {
        openPage(url) {
          browser.pages.push(url);
          return browser.open(url);
        },
        openTel: () => Promise.resolve(false),
        openLink: () => Promise.resolve(false),
      },
      profiles: {
        switchTo(profile) {
          switches.push(profile);
          return Promise.resolve(ok());
        },
      },
    },
    client,
    archive,
    events,
    settings,
    eraseBackups: () => Promise.resolve(ok()),
  });
  session.onSignedIn(() => void signedIn.push(session.getView().account?.extensionId ?? ''));
  onTestFinished(() => session.stop());
  const parts = { archive, archives, browser, events, session, settings, store };
  return { ...world, ...parts, told, signedIn, switches };
}

/** A session of someone who has signed in. */
export async function openSignedIn(options?: SessionOptions) {
  const world = openSession(await start(), options);
  await world.session.start();
  const result = await world.session.signIn(typedOf(world.simulator));
  if (!result.ok) throw new Error(result.failure.code);
  world.departures.length = 0;
  return world;
}

/** What the user types to sign in to the simulator with its JWT. */
export function typedOf(simulator: Simulator): Extract<TypedSignIn, { method: 'jwt' }> {
  return { method: 'jwt', serverUrl: simulator.url, ...simulator.credentials };
}

/** A port of this computer that was free a moment ago. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}
