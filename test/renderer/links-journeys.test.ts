import { describe, expect, test } from 'vitest';
import type { LinksView } from '../../shared/model/links.ts';
import { useWindow } from './harness/window.ts';

const win = useWindow();
const { open, button } = win;

const asked = (name: string): Promise<number> =>
  win.page.evaluate(
    (wanted) => window.fake.world.reads.filter((read) => read.name === wanted).length,
    name,
  );

/** Opens the window of a user's own account, with phone links as given. */
async function openOwn(links: Partial<LinksView>, isDemo = false): Promise<void> {
  await open(isDemo ? 'demo' : 'own');
  await win.page.evaluate((changes) => {
    const { world, touch } = window.fake;
    world.links = { ...world.links, ...changes };
    world.settings = { ...world.settings, askedForLinks: world.links.wasAsked };
    touch();
  }, links);
  await button('Settings').waitFor();
}

const card = () => win.page.getByRole('region', { name: 'Phone links' });
const question = () => win.page.getByText('Open phone links with Sidetone?');

describe('the question about phone links', () => {
  test('is answered with yes, and is not put again', async () => {
    await openOwn({ wasAsked: false });
    await question().waitFor();
    await button('Open them with Sidetone').click();
    await question().waitFor({ state: 'detached' });
    expect(await asked('links.take')).toBe(1);
    await win.page.evaluate(() => window.fake.touch());
    await win.page.waitForTimeout(200);
    expect(await question().count()).toBe(0);
  });

  test('is answered with no, and nothing is registered', async () => {
    await openOwn({ wasAsked: false });
    await button('No, thanks').click();
    await question().waitFor({ state: 'detached' });
    await expect.poll(() => asked('links.asked')).toBe(1);
    expect(await asked('links.take')).toBe(0);
  });

  test.each([
    ['where it was put before', { wasAsked: true }, false],
    ['in the demo', { wasAsked: false }, true],
    ['where Sidetone cannot be registered', { wasAsked: false, way: 'unsupported' }, false],
    [
      'where Sidetone opens them already',
      { wasAsked: false, standings: { tel: 'sidetone', callto: 'none', sms: 'none' } },
      false,
    ],
  ] as const)('is not put %s', async (_where, links, isDemo) => {
    await openOwn(links, isDemo);
    await win.page.waitForTimeout(300);
    expect(await question().count()).toBe(0);
  });

  test('waits while RingCentral cannot be reached', async () => {
    await openOwn({ wasAsked: false });
    await question().waitFor();
    await win.page.evaluate(() => {
      const { world, touch } = window.fake;
      world.session.connection = { state: 'offline', cause: 'network', sinceAt: 0 };
      touch();
    });
    await question().waitFor({ state: 'detached' });
    expect(await asked('links.asked')).toBe(0);
  });

  test('says what went wrong with a yes', async () => {
    await openOwn({ wasAsked: false });
    await win.page.evaluate(() => {
      window.fake.world.fails['links.take'] = {
        kind: 'rejected',
        code: 'links.not-registered',
        message: 'links.not-registered',
        retry: 'never',
      };
    });
    await button('Open them with Sidetone').click();
    await win.page.getByText('The system did not make Sidetone the program').waitFor();
    await button('Dismiss').click();
  });
});

describe('phone links in the settings', () => {
  test('tell who opens each scheme, are taken and given back', async () => {
    await openOwn({});
    await button('Settings').click();
    await card().getByText('Softphone').waitFor();
    await card().getByText('No program').waitFor();
    expect(await card().getByRole('button', { name: 'Give them back' }).count()).toBe(0);
    await card().getByRole('button', { name: 'Open them with Sidetone' }).click();
    await card().getByText('Sidetone opens phone links now.').waitFor();
    await card().getByRole('button', { name: 'Give them back' }).click();
    await card().getByText('Another program opens phone links now.').waitFor();
    expect(await asked('links.take')).toBe(1);
    expect(await asked('links.give-back')).toBe(1);
  });

  test('lead to the system’s settings on Windows, and are read again when the user is back', async () => {
    await openOwn({ platform: 'windows', way: 'choose', canGiveBack: false });
    await button('Settings').click();
    await card().getByText('Windows lets only you choose').waitFor();
    await card().getByRole('button', { name: 'Open the system settings' }).click();
    await expect.poll(() => asked('links.take')).toBe(1);
    await win.page.evaluate(() => {
      const { world } = window.fake;
      world.links = {
        ...world.links,
        standings: { tel: 'sidetone', callto: 'sidetone', sms: 'sidetone' },
        otherName: undefined,
      };
      window.dispatchEvent(new Event('focus'));
    });
    await card().getByText('Sidetone', { exact: true }).first().waitFor();
    expect(await card().getByText('Softphone').count()).toBe(0);
  });

  test('offer no button where nothing can be registered, and say why', async () => {
    await openOwn({ way: 'unsupported' });
    await button('Settings').click();
    await card().getByText('This copy of Sidetone cannot be registered').waitFor();
    expect(await card().getByRole('button').count()).toBe(0);
  });

  test('can be asked about again when they could not be read', async () => {
    await openOwn({});
    await button('Settings').click();
    await card().getByText('Softphone').waitFor();
    await win.page.evaluate(() => {
      window.fake.world.fails['links.get'] = {
        kind: 'internal',
        code: 'x',
        message: 'internal',
        retry: 'user',
      };
    });
    await win.page.evaluate(() => window.fake.touch());
    await card().getByText('Which program opens phone links could not be found out').waitFor();
    await win.page.evaluate(() => void (window.fake.world.fails = {}));
    await card().getByRole('button', { name: 'Try again' }).click();
    await card().getByRole('alert').waitFor({ state: 'detached' });
    await card().getByText('Softphone').waitFor();
  });
});

describe('the diagnosis of phone links', () => {
  test('leads to their settings', async () => {
    await openOwn({});
    await win.page.evaluate(() => {
      const { world, touch } = window.fake;
      world.report = {
        ...world.report,
        checks: world.report.checks.map((check) =>
          check.id === 'tel-handler'
            ? Object.assign({}, check, {
                outcome: 'warn',
                finding: 'tel-handler.other',
                fix: 'phone-links',
              })
            : check,
        ),
      };
      touch();
    });
    await button('Settings').click();
    await button('Open Diagnostics').first().click();
    await win.page
      .getByText('Phone numbers in other programs open elsewhere', { exact: true })
      .waitFor();
    await button('Phone links').click();
    await card().getByText('Softphone').waitFor();
    const focused = win.page.locator(':focus');
    expect(await focused.textContent()).toBe('Phone links');
    const settingsNav = win.page.getByRole('navigation', { name: 'Settings' });
    const [heading, nav] = [await focused.boundingBox(), await settingsNav.boundingBox()];
    // Beside the links to the groups or below them, and in sight.
    const isBeside = heading!.x >= nav!.x + nav!.width;
    expect(isBeside || heading!.y >= nav!.y + nav!.height).toBe(true);
    expect(heading!.y).toBeGreaterThanOrEqual(0);
  });
});
