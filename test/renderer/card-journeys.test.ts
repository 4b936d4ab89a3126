import { describe, expect, it } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { CallOutlook } from '../../shared/model/calls.ts';
import type { CardsView, CardView } from '../../shared/model/cards.ts';
import type { CardId, E164 } from '../../shared/model/ids.ts';
import { useWindow } from './harness/window.ts';

const small = useWindow();

const number = '+12125550142' as E164;
const outlook: CallOutlook = {
  typed: number,
  number,
  keyIn: undefined,
  party: {
    contactId: undefined,
    name: 'Ada Brook',
    company: 'Brook & Sons',
    number,
    extensionNumber: undefined,
  },
  place: 'New York, NY',
  localTime: undefined,
  questions: [],
  refusal: undefined,
  obstacle: undefined,
  callerId: { number: undefined, because: 'default' },
};
const brief = { lastContact: undefined, followUps: [], notes: [], hasCrmPage: false };

type Proposal = Extract<CardView, { readonly kind: 'proposal' }>;

function proposal(id: string, more: Partial<Proposal> = {}, of: Partial<CallOutlook> = {}) {
  const card: Proposal = {
    id: id as CardId,
    at: 0,
    kind: 'proposal',
    source: 'link',
    prefers: 'call',
    outlook: { ...outlook, ...of },
    brief,
    body: undefined,
    repeats: 0,
    ...more,
  };
  return card;
}

/** Puts cards into the small window; an Enter counts once they have stood for a moment. */
async function show(cards: readonly CardView[], more: Partial<CardsView> = {}): Promise<void> {
  const { page } = small;
  await small.open('demo', 'small.html');
  await page.waitForFunction(() => window.small?.asked.some(({ name }) => name === 'cards.list'));
  await page.evaluate(([view, rest]) => window.small.set(view, rest), [cards, more] as const);
  if (cards.length > 0) await page.getByRole('article').first().waitFor();
  await page.waitForTimeout(300);
}

async function asked(name: string): Promise<readonly unknown[]> {
  const all = await small.page.evaluate(() => window.small.asked);
  return all.filter((each) => each.name === name).map(({ input }) => input);
}

describe('a proposal', () => {
  it('is called once by Enter, however long it is held', async () => {
    await show([proposal('1')]);
    const { page } = small;
    await expect.poll(() => page.getByText('+1 212 555 0142').isVisible()).toBe(true);
    for (let times = 0; times < 5; times++) await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    expect(await asked('calls.dial')).toMatchObject([{ number, cardId: '1' }]);
  });

  it('shows the number as it is dialled also where it is all that is known', async () => {
    const nobody = { ...outlook.party, name: undefined, company: undefined };
    await show([proposal('1', {}, { party: nobody })]);
    await small.page.getByRole('heading', { name: '(212) 555-0142' }).waitFor();
    await small.page.getByText('+1 212 555 0142').waitFor();
  });

  it('breaks the time and the place between the two, with no dot at the edge', async () => {
    const zone = { zone: 'America/Chicago', source: 'area', isOneOfSeveral: true } as const;
    await small.page.setViewportSize({ width: 380, height: 600 });
    const place = 'San Antonio del Valle Escondido, Texas';
    await show([proposal('1', {}, { place, localTime: { ...zone, isQuiet: false } })]);
    const last = small.page.getByText(place);
    await last.waitFor();
    // What begins the second line has its dot outside of what is shown.
    const seen = await last.evaluate((part) => {
      const shown = part.parentElement?.parentElement?.getBoundingClientRect();
      const dot = part.querySelector('span')?.getBoundingClientRect();
      const line = part.previousElementSibling?.getBoundingClientRect();
      const box = part.getBoundingClientRect();
      return shown && dot && line
        ? { isNext: box.top >= line.bottom, isDotOut: dot.right <= shown.left + 0.5 }
        : undefined;
    });
    expect(seen).toEqual({ isNext: true, isDotOut: true });
  });

  it('opens the page of a CRM, where there is one, and stays', async () => {
    await show([proposal('1', { brief: { ...brief, hasCrmPage: true } })]);
    const { page } = small;
    await page.getByRole('button', { name: 'Open in CRM' }).click();
    expect(await asked('cards.open-crm')).toEqual([{ cardId: '1' }]);
    await show([proposal('1')]);
    expect(await page.getByRole('button', { name: 'Open in CRM' }).count()).toBe(0);
  });

  it('takes no Enter that was meant for another program', async () => {
    await show([]);
    const { page } = small;
    // In the page, where the way from here takes no time: the Enter comes as soon as the card is drawn.
    const isStopped = await page.evaluate(
      async (view) => {
        const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        window.small.set(view);
        while (!document.activeElement?.matches('article button')) await nextFrame();
        const enter = { key: 'Enter', bubbles: true, cancelable: true };
        return !document.activeElement.dispatchEvent(new KeyboardEvent('keydown', enter));
      },
      [proposal('1')],
    );
    expect(isStopped).toBe(true);
    expect(await asked('calls.dial')).toEqual([]);
  });

  it('is put away by Escape and by its cross', async () => {
    await show([proposal('1'), proposal('2', {}, { typed: '+12125550143' })]);
    const { page } = small;
    await page.keyboard.press('Escape');
    await expect.poll(() => asked('cards.dismiss')).toEqual([{ cardId: '1' }]);
    await expect.poll(() => page.getByRole('article').count()).toBe(1);
    await page.getByRole('button', { name: /^Put away/ }).click();
    await expect.poll(() => page.getByRole('article').count()).toBe(0);
  });

  it('tells main how high it is, before anything is shown', async () => {
    await show([proposal('1')]);
    const box = await small.page.getByRole('article').boundingBox();
    const heights = (await asked('cards.fit')) as readonly { readonly height: number }[];
    expect(heights.at(-1)?.height).toBeGreaterThanOrEqual(Math.floor(box?.height ?? 0));
  });

  it('hands a new contact and a text over to the main window', async () => {
    await show([proposal('1', { prefers: 'text', body: 'On my way' })]);
    await small.button('Add to contacts').click();
    await small.page.getByRole('button', { name: 'Text via RingCentral' }).click();
    await expect
      .poll(() => asked('app.open'))
      .toEqual([
        { to: { screen: 'contacts', newNumber: number } },
        { to: { screen: 'messages', compose: true, to: [number], body: 'On my way' } },
      ]);
    expect(await asked('cards.dismiss')).toEqual([{ cardId: '1' }]);
  });

  it('moves on to the next card by the arrows, and Enter is for the card in hand', async () => {
    const other = '+12125550143';
    await show([proposal('1'), proposal('2', {}, { typed: other, number: other as E164 })]);
    await small.page.keyboard.press('ArrowDown');
    await small.page.keyboard.press('Enter');
    expect(await asked('calls.dial')).toMatchObject([{ number: other, cardId: '2' }]);
  });
});

describe('a guarded number', () => {
  it.each(['premium', 'short', 'do-not-call', 'quiet-hours', 'already-placing'] as const)(
    'that is %s is not called by any number of Enters',
    async (question) => {
      await show([proposal('1', {}, { questions: [question] })]);
      const { page } = small;
      for (let times = 0; times < 6; times++) await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Call anyway' }).waitFor();
      expect(await asked('calls.dial')).toEqual([]);
      await page.getByRole('button', { name: 'Call anyway' }).click();
      await expect.poll(() => asked('calls.dial')).toMatchObject([{ confirmed: [question] }]);
    },
  );

  it('asks one question after the other, and keeps the reason', async () => {
    await show([proposal('1', {}, { questions: ['do-not-call', 'quiet-hours'] })]);
    const { page } = small;
    await page.keyboard.press('Enter');
    await page.getByRole('textbox', { name: /Reason/ }).fill('They asked');
    await page.getByRole('button', { name: 'Call anyway' }).click();
    await page.getByText('Call Ada Brook now?').waitFor();
    await page.getByRole('button', { name: 'Call anyway' }).click();
    await expect
      .poll(() => asked('calls.dial'))
      .toMatchObject([{ confirmed: ['do-not-call', 'quiet-hours'], reason: 'They asked' }]);
  });

  it('goes back to the card when it is not to be called', async () => {
    await show([proposal('1', {}, { questions: ['premium'] })]);
    await small.page.keyboard.press('Enter');
    await small.button('Not now').click();
    await expect.poll(small.focused).toContain('Call via RingCentral');
    expect(await asked('calls.dial')).toEqual([]);
  });

  it('asks what only main knows of, too', async () => {
    await show([proposal('1')]);
    const { page } = small;
    const reason = failure('conflict', 'call.already-placing', { retry: 'user' });
    await page.evaluate((given) => window.small.refuse(given), reason);
    await page.keyboard.press('Enter');
    await page.getByText('Another call is being placed').waitFor();
    await page.evaluate(() => window.small.refuse(undefined));
    await page.getByRole('button', { name: 'Call anyway' }).click();
    await expect
      .poll(() => asked('calls.dial'))
      .toMatchObject([{ number }, { confirmed: ['already-placing'] }]);
  });

  it('that is an emergency number has no way to be reached', async () => {
    const refusal = failure('invalid', 'number.emergency');
    await show([proposal('1', {}, { typed: '911', number: undefined, refusal })]);
    const { page } = small;
    await page.getByText('Use a phone: it tells them where you are.').waitFor();
    expect(await page.getByRole('button', { name: /^(?:Call|Text|Add)/ }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('article').count()).toBe(0);
    expect(await asked('calls.dial')).toEqual([]);
  });
});

describe('a call that RingCentral cannot take', () => {
  it('says why, keeps the number and goes to the device', async () => {
    const obstacle = failure('auth', 'session.expired');
    await show([proposal('1', {}, { obstacle })]);
    const { page } = small;
    expect(await page.getByRole('alert').isVisible()).toBe(true);
    expect(await page.getByRole('button', { name: 'Call via RingCentral' }).count()).toBe(0);
    await page.keyboard.press('Enter');
    await expect.poll(() => asked('calls.call-with-device')).toEqual([{ number }]);
  });
});

describe('the other cards', () => {
  it('write to several people in the main window', async () => {
    const to = ['+12125550142', '+12125550143'].map((each) => ({
      number: each,
      party: { ...outlook.party, name: undefined, number: each as E164 },
    }));
    const common = { id: '1' as CardId, at: 0, source: 'link', repeats: 0 } as const;
    await show([{ ...common, kind: 'group-text', to, body: 'Hello' }]);
    await small.page.keyboard.press('Enter');
    await expect
      .poll(() => asked('app.open'))
      .toEqual([
        {
          to: {
            screen: 'messages',
            compose: true,
            to: ['+12125550142', '+12125550143'],
            body: 'Hello',
          },
        },
      ]);
  });

  it('say what could not be read', async () => {
    const why = failure('invalid', 'link.no-number');
    const common = { id: '1' as CardId, at: 0, source: 'clipboard', repeats: 0 } as const;
    await show([{ ...common, kind: 'unreadable', typed: 'tel:hello', failure: why }]);
    const { page } = small;
    expect(await page.getByText('tel:hello').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('article').count()).toBe(0);
  });

  it('offer to keep the links of a page quiet', async () => {
    await show([proposal('1', { repeats: 99 })], { hiddenCount: 2 });
    const { page } = small;
    expect(await page.getByText('At least 100 links came in a row').isVisible()).toBe(true);
    expect(await page.getByText('2 more below').isVisible()).toBe(true);
    await small.button('Stop showing cards from links for 10 minutes').click();
    await expect.poll(() => asked('cards.silence-links')).toHaveLength(1);
  });
});
