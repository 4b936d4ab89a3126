import { AxeBuilder } from '@axe-core/playwright';
import { describe, expect, test } from 'vitest';
import { failure } from '../../shared/failure.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();

const lists = () => win.page.getByRole('list', { name: 'Your call lists' });
const everyone = () => win.page.getByRole('list', { name: 'Everyone on the list' });
const person = (name: string) => win.page.getByRole('heading', { level: 3, name });
const entry = (name: RegExp) => everyone().getByRole('button', { name });
const press = (key: string) => win.page.keyboard.press(key);
const dialled = () =>
  win.page.evaluate(() =>
    window.fake.world.asked.flatMap((asked) =>
      typeof asked === 'object' && asked !== null && 'number' in asked ? [asked.number] : [],
    ),
  );
const settled = () =>
  win.page.evaluate(() =>
    window.fake.world.asked.flatMap((asked) =>
      typeof asked === 'object' && asked !== null && 'settled' in asked ? [asked.settled] : [],
    ),
  );
/** Both sides are on the phone. */
const talk = () =>
  win.page.evaluate(() => {
    const { world, touch } = window.fake;
    const up = { state: 'connected', connectedAt: Date.now() } as const;
    world.active = world.active.map((call) => Object.assign({}, call, up));
    touch();
  });
/** The call that runs comes to its end. */
const endCall = () =>
  win.page.evaluate(() => {
    const { world, touch } = window.fake;
    // New objects, as over the bridge: what the window keeps is not to change under it.
    const ended = { state: 'ended', endedAt: Date.now() } as const;
    world.active = world.active.map((call) => Object.assign({}, call, ended));
    touch();
  });
/** Enter does nothing for whoever has only just come into sight. */
const settle = () => win.page.waitForTimeout(450);
/** Enter meant for whoever was there before: it comes in the moment that someone else does. */
const enterAsSoonAsSeen = (name: string) =>
  win.page.evaluate((who) => {
    const observer = new MutationObserver(() => {
      const heading = [...document.querySelectorAll('h3')].find((one) => one.textContent === who);
      if (heading === undefined) return;
      observer.disconnect();
      const enter = { key: 'Enter', bubbles: true, cancelable: true };
      heading.dispatchEvent(new KeyboardEvent('keydown', enter));
    });
    observer.observe(document.body, { childList: true, subtree: true });
  }, name);
const axe = async (): Promise<readonly string[]> => {
  const { violations } = await new AxeBuilder({ page: win.page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
};
const openList = async (): Promise<void> => {
  await win.open('call-lists');
  await win.button('Call lists').click();
  await lists()
    .getByRole('button', { name: /^Expiring locks, 0 of 3 done/ })
    .click();
  await person('Ada Brook').waitFor();
};

describe('working through a call list', () => {
  test('shows who is next with what is known of them, and calls nobody by itself', async () => {
    await openList();
    await win.page.getByText('In the list: A. Brook').waitFor();
    await win.page.getByText('412,000').waitFor();
    await win.page.getByRole('progressbar', { name: '0 of 3 done' }).waitFor();
    await entry(/^2\. Ben Castillo, Open/).waitFor();
    await win.page.getByRole('list', { name: /Ada Brook/ }).waitFor();
    await settle();
    expect(await dialled()).toEqual([]);
    expect(await axe()).toEqual([]);
  });

  test('goes with the keyboard alone: call, outcome, next, skip, to the summary', async () => {
    await openList();
    await settle();
    await press('Enter');
    await expect.poll(dialled).toEqual(['+14155550100']);
    await win.button('Calling…').waitFor();
    await win.page.getByRole('group', { name: 'Outcome' }).waitFor();
    expect(await settled()).toEqual(['called']);
    await talk();
    await win.button('In the call').waitFor();
    await win.page.getByText('N goes on', { exact: true }).waitFor();
    await entry(/^1\. Ada Brook, On the phone/).waitFor();
    // Their turn lasts as long as the call.
    await win.page.getByRole('progressbar', { name: '0 of 3 done' }).waitFor();
    // A call that is up is not made again.
    await press('Enter');
    await endCall();
    await win.page.getByRole('progressbar', { name: '1 of 3 done' }).waitFor();
    await expect.poll(win.focused).toBe('Reached');
    await press('Enter');
    await entry(/^1\. Ada Brook, Called, Reached/).waitFor();
    // Choosing an outcome dials nobody.
    expect(await dialled()).toHaveLength(1);

    await enterAsSoonAsSeen('Ben Castillo');
    await win.page.getByRole('region', { name: 'Current call' }).waitFor();
    await press('n');
    await person('Ben Castillo').waitFor();
    // Whoever goes on is done with what is told of the call.
    await expect.poll(() => win.page.getByRole('region', { name: 'Current call' }).count()).toBe(0);
    await win.page.getByRole('progressbar', { name: '1 of 3 done' }).waitFor();
    await settle();
    expect(await dialled()).toHaveLength(1);
    await press('s');
    await person('Carla Dunn').waitFor();
    await win.page.getByText('On your do-not-call list').waitFor();
    await press('s');

    await win.heading('That was everyone').waitFor();
    await win.page.getByText('1 person called, 2 skipped').waitFor();
    const outcomes = win.page.getByRole('region').locator('dl');
    await expect.poll(() => outcomes.textContent()).toBe('Reached1');
    expect(await settled()).toEqual(['called', 'skipped', 'skipped']);
    expect(await axe()).toEqual([]);
  });

  test('draws no ring around whoever came in hand, who can be pressed no more than before', async () => {
    await openList();
    await press('s');
    await person('Ben Castillo').waitFor();
    const outline = () =>
      win.page.evaluate(() => {
        const { activeElement } = document;
        return (
          activeElement && [activeElement.tagName, getComputedStyle(activeElement).outlineStyle]
        );
      });
    await expect.poll(outline).toEqual(['H3', 'none']);
  });

  test('takes up again who was skipped, one or all', async () => {
    await openList();
    await press('s');
    await person('Ben Castillo').waitFor();
    await press('s');
    await person('Carla Dunn').waitFor();
    await press('s');
    await win.heading('That was everyone').waitFor();
    await entry(/^2\. Ben Castillo, Skipped/).click();
    await person('Ben Castillo').waitFor();
    await win.button('Take up again').click();
    await win.button('Skip').waitFor();
    await win.button('Next').click();
    await win.page.getByText('Nobody else is open.').waitFor();
    await win.button('Skip').click();
    await win.button('Call the 3 skipped').click();
    await person('Ada Brook').waitFor();
    await win.page.getByRole('progressbar', { name: '0 of 3 done' }).waitFor();
  });

  test('narrows to the open, the called and the skipped', async () => {
    await openList();
    await press('s');
    await person('Ben Castillo').waitFor();
    await win.button('Skipped').click();
    await expect.poll(() => everyone().getByRole('button').count()).toBe(1);
    await entry(/^1\. Ada Brook, Skipped/).waitFor();
    await win.button('Called').click();
    await win.page.getByText('Nobody has been called yet.').waitFor();
  });

  test('counts a call that was begun at the number, or after a question', async () => {
    await openList();
    await win.page.evaluate(() => {
      const { world, touch } = window.fake;
      world.guards = {
        ...world.guards,
        doNotCall: [
          {
            number: '+14155550100' as never,
            party: {} as never,
            reason: 'asked not to be',
            addedAt: 0,
          },
        ],
      };
      touch();
    });
    await settle();
    await press('Enter');
    const question = win.page.getByRole('alert');
    await question.waitFor();
    expect(await settled()).toEqual([]);
    expect(await dialled()).toEqual([]);
    await win.button('Call anyway').click();
    await expect.poll(settled).toEqual(['called']);
    await entry(/^1\. Ada Brook, Calling/).waitFor();
  });

  test('says why nobody can be called, and offers another device', async () => {
    await openList();
    await win.page.evaluate(
      (reason) => {
        const { world, touch } = window.fake;
        world.session.canCall = { can: false, failure: reason };
        touch();
      },
      failure('rejected', 'permission.app-missing', { params: { permission: 'RingOut' } }),
    );
    await win.button('Call with this device').waitFor();
    expect(await win.button('Call').first().getAttribute('aria-disabled')).toBe('true');
    await settle();
    await press('Enter');
    expect(await dialled()).toEqual([]);
    // The rest goes on.
    await press('s');
    await person('Ben Castillo').waitFor();
  });

  test('keeps a skip that failed open, and says why', async () => {
    await openList();
    await win.page.evaluate(
      (reason) => {
        window.fake.world.fails['call-lists.settle'] = reason;
      },
      failure('internal', 'archive.failed'),
    );
    await press('s');
    await win.page.getByRole('alert').waitFor();
    await person('Ada Brook').waitFor();
  });

  test('takes no letter for a key while somebody writes', async () => {
    await openList();
    await win.button('Add a note').click();
    await win.page.getByRole('textbox', { name: /^Add a note about/ }).fill('next steps');
    await press('s');
    await press('n');
    await person('Ada Brook').waitFor();
    expect(await settled()).toEqual([]);
  });

  test('fits where there is little room', async () => {
    await win.page.setViewportSize({ width: 380, height: 720 });
    await openList();
    await win.button('Skip').click();
    await person('Ben Castillo').waitFor();
    const overflow = await win.page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
    await win.page
      .getByRole('region', { name: 'Call list' })
      .getByRole('button', { name: 'Back' })
      .click();
    await lists().waitFor();
    await win.button('Back').click();
    await win.page.getByRole('list', { name: 'Call history' }).waitFor();
  });
});

describe('a list', () => {
  test('is renamed, and removed after a question', async () => {
    await openList();
    await win.button('More').click();
    await win.page.getByRole('menuitem', { name: 'Rename…' }).click();
    await win.page.getByLabel('Name of the list').fill('Rate locks');
    await press('Enter');
    await lists()
      .getByRole('button', { name: /^Rate locks/ })
      .waitFor();
    await win.button('More').click();
    await win.page.getByRole('menuitem', { name: 'Remove list…' }).click();
    await win.page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await win.page.getByText('No call lists yet.').waitFor();
  });

  test.each([
    ['cannot be read', 'call-lists.list', 'Try again'],
    ['is read', undefined, undefined],
  ])('says when it %s', async (_what, fails, button) => {
    await win.open('call-lists');
    await win.page.evaluate(
      ([name, reason]) => {
        if (name) window.fake.world.fails[name] = reason;
        else window.fake.world.hangs = ['call-lists.list'];
      },
      [fails, failure('internal', 'archive.failed')] as const,
    );
    await win.button('Call lists').click();
    if (button) await win.button(button).waitFor();
    else await win.page.getByRole('status', { name: 'Loading' }).first().waitFor();
  });
});
