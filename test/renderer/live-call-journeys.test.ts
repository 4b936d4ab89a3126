import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import type { ActiveCall } from '../../shared/model/calls.ts';
import type { E164 } from '../../shared/model/ids.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const bar = () => win.page.getByRole('region', { name: 'Current call' });
const inBar = (name: string | RegExp) => bar().getByRole('button', { name });

/** Opens a window with a call in the bar, which stands as told. */
async function openCall(changes: Partial<ActiveCall>): Promise<void> {
  await win.open('connected');
  await bar().waitFor();
  await change(changes);
}

function change(changes: Partial<ActiveCall>): Promise<void> {
  return win.page.evaluate((given) => {
    const { world, touch } = window.fake;
    world.active = world.active.map((call) => Object.assign({}, call, given));
    touch();
  }, changes);
}

const asked = (name: string) =>
  win.page.evaluate(
    (wanted) => window.fake.world.reads.filter((read) => read.name === wanted).map((r) => r.input),
    name,
  );

describe('a call that runs', () => {
  test('is held, muted and hung up, and says so', async () => {
    await openCall({ actions: ['hang-up', 'hold', 'mute'] });
    await inBar(/^Hold/).click();
    await bar().getByText('On hold').waitFor();
    // It says what it does next, so that it is not pressed besides.
    expect(await inBar(/^Resume/).getAttribute('aria-pressed')).toBeNull();
    await expect.poll(win.focused).toBe('Resume');
    await inBar(/^Resume/).click();
    await inBar(/^Mute/).click();
    await bar().getByText('Connected, you are muted').waitFor();
    await inBar(/^Hang up/).click();
    await bar()
      .getByText(/^Ended/)
      .waitFor();
    expect(await asked('calls.control')).toMatchObject(
      ['hold', 'resume', 'mute', 'hang-up'].map((action) => ({ action })),
    );
  });

  test('is hung up on the phone where it cannot be here', async () => {
    await openCall({ actions: [] });
    await bar().getByText('Hang up on your phone').waitFor();
    expect(await inBar(/^Hold|^Mute|^Hang up/).count()).toBe(0);
  });

  test('says why it could not be held, beside the call', async () => {
    await openCall({ actions: ['hang-up', 'hold', 'mute'] });
    await win.page.evaluate(
      (reason) => {
        window.fake.world.fails['calls.control'] = reason;
      },
      failure('conflict', 'call.not-controllable'),
    );
    await inBar(/^Hold/).click();
    await bar()
      .getByRole('alert')
      .getByText('The call can no longer be changed from here. Use your phone.')
      .waitFor();
    expect(await inBar(/^Resume/).count()).toBe(0);
  });

  test('shows the digits to key in, large, until it is over', async () => {
    await openCall({ keyIn: '9,,123#' });
    const digits = bar().getByText('9 … 123#');
    await digits.waitFor();
    await bar().getByText('Key in now').waitFor();
    const size = await digits.evaluate((node) =>
      Number.parseFloat(getComputedStyle(node).fontSize),
    );
    expect(size).toBeGreaterThanOrEqual(24);
    await change({ state: 'ended' });
    await expect.poll(() => digits.count()).toBe(0);
  });

  test('shows that it is being cancelled, and takes no second press', async () => {
    await openCall({
      state: 'ringing-you',
      yourLeg: 'ringing',
      theirLeg: 'waiting',
      canCancel: false,
      isCancelling: true,
    });
    const button = inBar('Canceling…');
    await button.waitFor();
    expect(await button.getAttribute('aria-disabled')).toBe('true');
    await button.click({ force: true });
    expect(await asked('calls.cancel')).toEqual([]);
  });

  test('offers another phone when the own one could not be rung', async () => {
    await openCall({
      state: 'failed',
      actions: [],
      failure: failure('rejected', 'call.you-unreachable'),
    });
    const instead = inBar(/^Call from /);
    await instead.click();
    await expect.poll(() => asked('calls.dial')).toHaveLength(1);
    const phones = await win.page.evaluate(() => window.fake.world.phones);
    const [dialled] = (await asked('calls.dial')) as readonly { readonly phoneId: string }[];
    const phone = phones.find(({ id }) => id === dialled?.phoneId);
    expect(phone?.status).not.toBe('offline');
    expect(phone?.number).not.toBe(phones[0]?.number);
  });

  test('has the ways on from a failed call in columns alike where there is little room', async () => {
    await win.page.setViewportSize({ width: 380, height: 720 });
    await openCall({
      state: 'failed',
      actions: [],
      failure: failure('rejected', 'call.you-unreachable', { retry: 'user' }),
    });
    await inBar(/^Call from /).waitFor();
    const boxes = () =>
      bar()
        .getByRole('button')
        .evaluateAll((buttons) =>
          buttons.map((button) => {
            const { left, width } = button.getBoundingClientRect();
            return `${Math.round(left)} ${Math.round(width)}`;
          }),
        );
    const [one, two, ...more] = await boxes();
    expect(one).not.toBe(two);
    // Four beneath each other in two columns, and the way out over both.
    expect(more).toHaveLength(3);
    expect(more.slice(0, 2)).toEqual([one, two]);
  });

  test('fits a narrow window', async () => {
    await win.page.setViewportSize({ width: 380, height: 720 });
    await openCall({ actions: ['hang-up', 'hold', 'mute'], keyIn: '123456789' });
    await inBar(/^Hang up/).waitFor();
    const overflow = await win.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });
});

describe('the number that others see', () => {
  const numbers = ['+15125550100' as E164, '+15125550101' as E164];
  const give = () =>
    win.page.evaluate((given) => {
      const { world, touch } = window.fake;
      world.callerIds = given.map((number, at) => ({
        number,
        label: undefined,
        isDefault: at === 0,
      }));
      touch();
    }, numbers);

  test('is chosen in the dialer, and goes with the call', async () => {
    await win.open('many');
    expect(await win.page.getByRole('combobox', { name: 'They see' }).count()).toBe(0);
    await give();
    const field = win.page.getByRole('combobox', { name: 'Name or number' });
    await field.fill('212 555 0147');
    const choice = win.page.getByRole('combobox', { name: 'They see' });
    await choice.getByText('Automatic').waitFor();
    await choice.click();
    await win.page
      .getByRole('option', { name: /your default/ })
      .first()
      .waitFor();
    await win.page.getByRole('option', { name: '(512) 555-0101' }).click();
    await win.button('Call').click();
    await expect.poll(() => asked('calls.dial')).toMatchObject([{ callerId: numbers[1] }]);
  });

  test('is not asked for where there is nothing to choose', async () => {
    await win.open('many');
    await win.page.getByRole('combobox', { name: 'Name or number' }).fill('212 555 0147');
    await win.button('Call').click();
    await expect.poll(() => asked('calls.dial')).toHaveLength(1);
    expect(await asked('calls.dial')).not.toMatchObject([{ callerId: numbers[0] }]);
  });
});

describe('a phone that is off', () => {
  test('is told before the call, and another one offered', async () => {
    await win.open('many');
    await win.page.evaluate(() => {
      const { world, touch } = window.fake;
      world.phones = world.phones.map((phone, at) =>
        Object.assign({}, phone, { isDefault: at === 0, status: at === 0 ? 'offline' : 'online' }),
      );
      touch();
    });
    await win.page.getByText(/ is offline$/).waitFor();
    await win.page.getByRole('button', { name: /^Use / }).click();
    await expect.poll(() => win.page.getByText(/ is offline$/).count()).toBe(0);
  });
});
