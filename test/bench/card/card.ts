import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { startSimulator } from '../../../simulator/server.ts';
import { signIn } from '../../e2e/support/sidetone.ts';
import { ensureArchive, type Size } from '../archive/seed.ts';
import { percentile, type Figure } from '../figures.ts';
import { pressAndWait, proposeAndWait, watchWindow } from './timing.ts';

const rounds = 12;
/** Nobody clicks faster; as a flood of links it would be one card. */
const pauseMs = 1_500;
const settleMs = 300;
const emptyApp = fileURLToPath(new URL('empty-app', import.meta.url));

/** The number of a round, in the two forms that a link and a reader know it by. */
type Number = { readonly link: string; readonly digits: string };

/** A window that shows the number of a link and calls it at the press of Enter. */
type Side = {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** When the requests for a call have reached their server. */
  readonly asked: number[];
  close(): Promise<void>;
};

/**
 * From a click on a `tel:` link to the card that is painted, and from Enter to the request at the server:
 * Sidetone with so many records in its archive and a backfill running, against an empty window of the
 * same runtime. The two take turns.
 */
export async function benchCard(largest: Size): Promise<readonly Figure[]> {
  const sidetone = await openSidetone(await ensureArchive(largest));
  const empty = await openEmpty();
  try {
    const shown: [number[], number[]] = [[], []];
    const asked: [number[], number[]] = [[], []];
    for (let round = -2; round < rounds; round += 1) {
      for (const [index, side] of [sidetone, empty].entries()) {
        const number = numberOf(round + 30);
        const shownMs = await proposeAndWait(side, number);
        // A card that has just come up takes no Enter: it was meant for another program.
        await side.page.waitForTimeout(settleMs);
        const askedMs = await pressAndWait(side);
        // The first ones warm both up.
        if (round >= 0) shown[index]?.push(shownMs);
        if (round >= 0) asked[index]?.push(askedMs);
        await side.page.waitForTimeout(pauseMs);
      }
    }
    const of = `${largest.toLocaleString('en-US')} records`;
    return [
      figure(`Link to painted card, ${of}, median`, shown, 0.5),
      figure(`Link to painted card, ${of}, worst`, shown, 1),
      figure(`Enter to the RingOut request, ${of}, median`, asked, 0.5),
      figure(`Enter to the RingOut request, ${of}, worst`, asked, 1),
    ];
  } finally {
    await Promise.allSettled([sidetone.close(), empty.close()]);
  }
}

function figure(name: string, [ours, other]: readonly [number[], number[]], share: number): Figure {
  return {
    name,
    unit: 'ms',
    ours: percentile(ours, share),
    against: 'an empty window',
    other: percentile(other, share),
  };
}

/** Numbers of persons who answer (simulator/personas.ts), none of them in the archive. */
function numberOf(round: number): Number {
  // A toll-free number is nowhere, so nobody is asked whether it is too early there.
  const digits = `80055501${round}`;
  return { link: `tel:+1${digits}`, digits };
}

async function openSidetone(archive: string): Promise<Side> {
  const userData = mkdtempSync(join('out', 'bench-cache', 'card-'));
  const profile = join(userData, 'profiles', 'own');
  mkdirSync(profile, { recursive: true });
  copyFileSync(archive, join(profile, 'archive.db'));
  const asked: number[] = [];
  const simulator = await startSimulator({
    pace: { ownPhoneAnswer: 100, otherSideAnswer: 100, talk: 100, callLogDelayMin: 600_000 },
    onRequest(method, path) {
      if (method === 'POST' && path.endsWith('/ring-out')) asked.push(Date.now());
    },
  });
  // As many calls as are measured, and as much of the past as the backfill can fetch meanwhile.
  simulator.account.rules.rateLimits.Heavy = 120;
  simulator.account.addCallLog(20_000, 300);
  const app = await launch(['.', `--user-data-dir=${userData}`], { XDG_CONFIG_HOME: userData });
  const main = await app.firstWindow();
  await signIn(main, simulator);
  const page = await cardPage(app);
  await watchWindow(app, page);
  return {
    app,
    page,
    asked,
    async close() {
      await app.close();
      await simulator.stop();
      rmSync(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

async function cardPage(app: ElectronApplication): Promise<Page> {
  for (;;) {
    const found = app.windows().find((page) => page.url().includes('/card.html'));
    if (found !== undefined) return found;
    await app.waitForEvent('window');
  }
}

async function openEmpty(): Promise<Side> {
  const asked: number[] = [];
  const server = createServer((_request, response) => {
    asked.push(Date.now());
    response.end();
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => void server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  const app = await launch([emptyApp], { BENCH_SERVER: `http://127.0.0.1:${port}/` });
  const page = await app.firstWindow();
  await watchWindow(app, page);
  return {
    app,
    page,
    asked,
    async close() {
      await app.close();
      server.close();
    },
  };
}

function launch(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<ElectronApplication> {
  return _electron.launch({ args: [...args], env: { ...process.env, ...env } as never });
}
