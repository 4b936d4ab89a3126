import { failure } from '../../../shared/failure.ts';
import type { WebhookId } from '../../../shared/model/ids.ts';
import type { LocalEventType } from '../../../shared/model/local-events.ts';
import type { NewWebhook, WebhookResult, WebhookView } from '../../../shared/model/webhooks.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import type { Archive } from '../db/define-query.ts';
import { toRowId } from '../db/row-id.ts';
import type { Events } from '../events.ts';
import type { Feed } from '../feed/service.ts';
import type { Ports } from '../ports.ts';
import { parseWebhookUrl } from './address.ts';
import {
  addWebhook,
  changeWebhook,
  getWebhook,
  listWebhooks,
  noteTest,
  removeWebhook,
  type StoredWebhook,
} from './queries.ts';
import { createWebhookQueue, toRequest } from './queue.ts';
import { createWebhookSecrets } from './secrets.ts';
import { createSender, type Sent } from './sender.ts';
import { makeSecret } from './signature.ts';

/** More would be a message bus. */
const most = 10;

/** Addresses that are told of events, each message signed. */
export type Webhooks = {
  start(): Promise<void>;
  /** Resolves when the archive is left alone; what has not been told is told by the next start. */
  stop(): Promise<void>;
  /** The network is back: what waits is looked at. */
  resume(): void;
  list(): Promise<readonly WebhookView[]>;
  add(input: {
    readonly url: string;
    readonly types: readonly LocalEventType[];
  }): Promise<Result<NewWebhook>>;
  change(
    id: WebhookId,
    input: {
      readonly url: string;
      readonly types: readonly LocalEventType[];
      readonly isOn: boolean;
    },
  ): Promise<Result<WebhookView>>;
  renewSecret(id: WebhookId): Promise<Result<NewWebhook>>;
  remove(id: WebhookId): Promise<void>;
  /** Sends nothing but a test; fails when there is no such webhook. */
  test(id: WebhookId): Promise<Result<WebhookResult>>;
};

export type WebhooksDeps = {
  readonly ports: Pick<Ports, 'archives' | 'clock' | 'fetch' | 'log' | 'random' | 'secrets'> & {
    readonly info: Pick<Ports['info'], 'version'>;
  };
  readonly archive: Archive;
  readonly events: Pick<Events, 'changed' | 'on'>;
  readonly feed: Pick<Feed, 'get' | 'onNews' | 'standing'>;
  /** Whether other programs may be told of anything. */
  readonly isWanted: () => boolean;
};

/** Puts them together; nothing is told before `start`. */
export function createWebhooks(deps: WebhooksDeps): Webhooks {
  const { archive, events, isWanted } = deps;
  const { archives, clock, info, log, random } = deps.ports;
  const secrets = createWebhookSecrets(deps.ports.secrets, archives.file);
  const sender = createSender(deps.ports);
  const tell = (): void => events.changed({ area: 'webhooks' });
  const { version } = info;
  const queue = createWebhookQueue({
    archive,
    feed: deps.feed,
    clock,
    log,
    random,
    sender,
    secrets,
    isWanted,
    version,
    tell,
  });
  const stopListening: (() => void)[] = [];

  const toView = async ({ rowId, ...webhook }: StoredWebhook): Promise<WebhookView> => ({
    ...webhook,
    hasSecret: (await secrets.get(rowId)) !== undefined,
  });
  const find = async (id: WebhookId): Promise<Result<StoredWebhook>> => {
    const webhook = await archive.read(getWebhook, { id: toRowId(id) ?? 0 });
    return webhook === undefined ? fail(failure('not-found', 'webhook.gone')) : ok(webhook);
  };
  const giveSecret = async (webhook: StoredWebhook): Promise<NewWebhook> => {
    const secret = makeSecret();
    await secrets.set(webhook.rowId, secret);
    tell();
    queue.look();
    return { webhook: await toView(webhook), secret };
  };
  /** Erased with everything, or of a backup: whose webhook is gone needs no secret. */
  const dropSecrets = async (): Promise<void> =>
    secrets.keepOnly((await archive.read(listWebhooks, undefined)).map(({ rowId }) => rowId));

  return {
    async start() {
      await dropSecrets();
      stopListening.push(
        deps.feed.onNews(queue.look),
        events.on((event) => {
          const isSwitched =
            event.name === 'changed' && event.topics.some(({ area }) => area === 'settings');
          if (isSwitched) queue.look();
        }),
      );
      // What is due may be long in coming to an end, and nothing waits for it.
      void queue.start();
    },
    async stop() {
      for (const stopOne of stopListening.splice(0)) stopOne();
      await queue.stop();
    },
    resume: queue.look,
    list: async () => Promise.all((await archive.read(listWebhooks, undefined)).map(toView)),
    async add({ url, types }) {
      const parsed = parseWebhookUrl(url);
      if (!parsed.ok) return parsed;
      const wish = { url: parsed.value, types, at: clock.now(), most };
      const id = await archive.write(addWebhook, wish);
      const webhook = id === undefined ? undefined : await archive.read(getWebhook, { id });
      if (webhook === undefined) {
        return fail(failure('conflict', 'webhook.too-many', { params: { count: most } }));
      }
      return ok(await giveSecret(webhook));
    },
    async change(id, input) {
      const parsed = parseWebhookUrl(input.url);
      if (!parsed.ok) return parsed;
      const wish = { ...input, id: toRowId(id) ?? 0, url: parsed.value, now: clock.now() };
      const webhook = await archive.write(changeWebhook, wish);
      if (webhook === undefined) return fail(failure('not-found', 'webhook.gone'));
      tell();
      queue.look();
      return ok(await toView(webhook));
    },
    async renewSecret(id) {
      const webhook = await find(id);
      return webhook.ok ? ok(await giveSecret(webhook.value)) : webhook;
    },
    async remove(id) {
      await archive.write(removeWebhook, { id: toRowId(id) ?? 0 });
      await dropSecrets();
      tell();
    },
    async test(id) {
      const webhook = await find(id);
      if (!webhook.ok) return webhook;
      const { rowId, url } = webhook.value;
      const secret = await secrets.get(rowId);
      const { result }: Sent =
        secret === undefined
          ? { result: { kind: 'no-secret' } }
          : await sender.send(
              url,
              ...toRequest({
                secret,
                version,
                type: 'test',
                now: clock.now(),
                delivery: `test-${random.uuid()}`,
                body: JSON.stringify(testBody(random.uuid(), clock.now())),
              }),
            );
      await archive.write(noteTest, { id: rowId, result, now: clock.now() });
      tell();
      if (result.kind === 'arrived') queue.look();
      return ok(result);
    },
  };
}

/** What a test says: it has the shape of every event, and is about nobody. */
function testBody(id: string, now: number) {
  return { id: `test-${id}`, type: 'test', created_at: new Date(now).toISOString(), data: {} };
}
