import type { AppInfo } from '../../../../shared/model/app.ts';
import type { DiagnosticsReport } from '../../../../shared/model/diagnostics.ts';
import type { RateGroup } from '../../../../shared/model/session.ts';
import type { Archive } from '../../db/define-query.ts';
import type { Log, Ports } from '../../ports.ts';
import type { LocalApi } from '../../local-api/service.ts';
import type { RingCentralClient } from '../../ringcentral/api.ts';
import type { Session } from '../../session/service.ts';
import type { SettingsService } from '../../settings/service.ts';
import type { Sync } from '../../sync/engine.ts';
import { readHealth, type ArchiveHealth } from '../queries.ts';
import {
  checkAppPermissions,
  checkCredentials,
  checkPhone,
  checkTextNumber,
  checkToken,
  checkUserPermissions,
} from './account.ts';
import { skipped } from './check.ts';
import { checkArchive, checkKeyRing, checkLocalApi, checkTelHandler } from './computer.ts';
import {
  checkClock,
  checkPush,
  checkRateBudget,
  checkServer,
  checkSync,
  type Probe,
} from './server.ts';

/** What the checks look at. */
export type CheckDeps = {
  readonly ports: Pick<Ports, 'clock' | 'log' | 'secrets' | 'linkHandlers'>;
  readonly info: AppInfo;
  readonly archive: Archive;
  readonly client: Pick<
    RingCentralClient,
    'api' | 'push' | 'permissions' | 'getRateBudgets' | 'getClockAheadMs'
  >;
  readonly session: Pick<Session, 'getView' | 'isSignedIn' | 'listSenders' | 'listPhones'>;
  readonly settings: Pick<SettingsService, 'get'>;
  readonly sync: Pick<Sync, 'listFeeds'>;
  readonly localApi: Pick<LocalApi, 'getStanding'>;
};

/**
 * Runs what a support person would ask: two requests to RingCentral, the rest is known here. It
 * changes nothing, and never rejects for what it finds.
 */
export async function runChecks(deps: CheckDeps): Promise<DiagnosticsReport> {
  const { client, session } = deps;
  const { clock, secrets, linkHandlers } = deps.ports;
  const [probe, health, telStanding] = await Promise.all([
    probeServer(deps),
    lookAtArchive(deps),
    linkHandlers.standing('tel'),
  ]);
  const isIn = session.isSignedIn();
  const mayAsk = probe?.outcome.kind === 'ok' && isFree('medium', client);
  const allowed = mayAsk ? await client.api.account.listUserPermissions() : undefined;
  const [senders, phones] = await Promise.all([session.listSenders(), session.listPhones()]);
  const view = session.getView();
  const reason = view.canText.can ? undefined : view.canText.failure;
  const now = clock.now();
  return {
    at: now,
    version: deps.info.version,
    platform: deps.info.platform,
    runtime: deps.info.runtime,
    checks: [
      checkCredentials(view),
      checkServer(view, probe),
      checkClock(client.getClockAheadMs()),
      checkToken(view, probe?.outcome),
      checkAppPermissions(isIn ? client.permissions : undefined),
      checkUserPermissions(allowed),
      isIn ? checkTextNumber(senders, reason) : skipped('text-number'),
      isIn ? checkPhone(phones, deps.settings.get().callFrom) : skipped('phone'),
      checkRateBudget(client.getRateBudgets(), now),
      isIn ? checkPush(client.push.getState()) : skipped('push'),
      isIn ? checkSync(deps.sync.listFeeds(), now) : skipped('sync'),
      checkArchive(health),
      checkKeyRing(secrets.standing),
      checkTelHandler(telStanding),
      checkLocalApi(deps.localApi.getStanding()),
    ],
  };
}

async function probeServer({ client, ports, session }: CheckDeps): Promise<Probe | undefined> {
  if (!session.isSignedIn() || !isFree('light', client)) return undefined;
  const began = ports.clock.now();
  const outcome = await client.api.account.getExtension();
  return { outcome, ms: Math.max(0, ports.clock.now() - began) };
}

/** Whether a request could leave now: a report that tells of a pause does not wait for its end. */
function isFree(group: RateGroup, client: CheckDeps['client']): boolean {
  const budget = client.getRateBudgets().find((each) => each.group === group);
  return !budget || (budget.pausedUntil === undefined && budget.used < budget.limit);
}

async function lookAtArchive(deps: {
  readonly archive: Archive;
  readonly ports: { readonly log: Log };
}): Promise<ArchiveHealth | undefined> {
  try {
    return await deps.archive.read(readHealth, undefined);
  } catch (error) {
    deps.ports.log.error('the archive could not be looked at', error);
    return undefined;
  }
}
