import { expect, test, vi } from 'vitest';
import type { CardView } from '../../../shared/model/cards.ts';
import type { CardId, E164 } from '../../../shared/model/ids.ts';
import { envFile } from '../harness/sign-in-answers.ts';
import { useWindow } from '../harness/window.ts';
import { createScanner, smallLooks } from './scan.ts';

// Each walks through many parts, and looks at all of them in every size.
vi.setConfig({ testTimeout: 120_000 });

const win = useWindow();
const { open, button, heading, disclose } = win;

const number = '+12125550142' as E164;
const proposal = (more: Partial<Extract<CardView, { kind: 'proposal' }>['outlook']>): CardView => ({
  id: 'p-1' as CardId,
  at: 0,
  kind: 'proposal',
  source: 'link',
  prefers: 'call',
  outlook: {
    typed: number,
    number,
    keyIn: undefined,
    party: {
      contactId: undefined,
      name: 'Ada Brook',
      company: undefined,
      number,
      extensionNumber: undefined,
    },
    place: 'New York, NY',
    localTime: undefined,
    questions: [],
    refusal: undefined,
    obstacle: undefined,
    callerId: { number: undefined, because: 'default' },
    ...more,
  },
  brief: { lastContact: undefined, followUps: [], notes: [], hasCrmPage: false },
  body: undefined,
  repeats: 0,
});

test('the small windows keep nobody out', async () => {
  const { scan, faults } = createScanner(() => win.page);
  const look = (what: string) => scan(what, smallLooks);
  await open('two-incoming', 'card.html');
  await heading('Ada Brook').first().waitFor();
  await look('two calls that come in');
  await open('incoming', 'card.html');
  await button('Text back: Ada Brook').click();
  await look('answers to a call that comes in');
  await win.page.evaluate(() => {
    const { world, touch } = window.fake;
    world.cards = (world.cards ?? []).map((card) =>
      card.kind === 'incoming'
        ? Object.assign({}, card, {
            call: Object.assign({}, card.call, { state: 'ended', endedAt: Date.now() }),
          })
        : card,
    );
    touch();
  });
  await button('Done').waitFor();
  await look('a call that came in and is over');
  await open('demo', 'small.html');
  await win.page.waitForFunction(() =>
    window.small?.asked.some((each) => each.name === 'cards.list'),
  );
  const cards = {
    'a number to call': proposal({}),
    'a question before a call': proposal({ questions: ['do-not-call'] }),
  };
  for (const [what, card] of Object.entries(cards)) {
    await win.page.evaluate((given) => window.small.set([given]), card);
    await win.page.getByRole('article').first().waitFor();
    await look(what);
  }
  await open('demo', 'quick.html');
  await win.page.waitForFunction(() =>
    window.fake?.world.reads.some((read) => read.name === 'quick.get'),
  );
  await win.page.evaluate(() => {
    const { world, touch } = window.fake;
    world.quick = { id: 'q', threadId: world.threads[0]!.id, to: [], body: 'On my way' };
    touch();
  });
  await win.page.getByRole('heading', { name: /^Reply to / }).waitFor();
  await look('a quick text');
  expect(faults()).toEqual([]);
});

test('the ways in keep nobody out', async () => {
  const { scan, faults } = createScanner(() => win.page);
  await open('onboarding');
  await disclose('Advanced');
  await disclose('What you need');
  await button('Sign in with your browser').click();
  await win.page.getByRole('alert').first().waitFor();
  await scan('signing in, with errors');
  await win.page.getByLabel('Client ID').fill('fictional-client');
  await button('Sign in with your browser').click();
  await heading('Continue in your browser').waitFor();
  await scan('waiting for the browser');
  await button('Cancel').click();
  await button('Import a .env file').click();
  await scan('an import');
  const sandbox = envFile.replace('platform.', 'platform.devtest.');
  await win.page.getByLabel('Or paste its text').fill(sandbox);
  await button('Read it').click();
  await win.page.getByRole('table').waitFor();
  await scan('what an import holds');
  expect(faults()).toEqual([]);
});
