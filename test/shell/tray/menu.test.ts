import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { trayMenu, type TrayDeeds } from '../../../main/shell/tray/menu.ts';
import { failure } from '../../../shared/failure.ts';
import type { TrayView } from '../../../shared/model/tray.ts';
import { speak } from '../../../shared/strings/language.ts';
import { makeTrayView } from './make.ts';

const halfHour = 30 * 60_000;
/** Noon of some day, where the test runs. */
const noon = new Date(2026, 10, 24, 12).getTime();

function setUp(view: TrayView | undefined) {
  const clock = { now: noon };
  const deeds = {
    open: vi.fn(),
    call: vi.fn(),
    text: vi.fn(),
    callPerson: vi.fn(),
    textPerson: vi.fn(),
    setQuiet: vi.fn(),
    setPresence: vi.fn(),
    openSettings: vi.fn(),
    quit: vi.fn(),
  } satisfies TrayDeeds;
  const menu = trayMenu(view, deeds, () => clock.now);
  const find = (...path: string[]): MenuItemConstructorOptions => {
    let level = menu;
    let found: MenuItemConstructorOptions | undefined;
    for (const label of path) {
      found = level.find((item) => item.label === label);
      if (found === undefined) throw new Error(`there is no ${label}`);
      level = (found.submenu as MenuItemConstructorOptions[] | undefined) ?? [];
    }
    return found ?? {};
  };
  const press = (...path: string[]): void => (find(...path).click as () => void)();
  return { clock, deeds, find, press, labels: menu.map(({ label }) => label ?? '—') };
}

describe('the menu of the tray', () => {
  it('has everything at hand, in its order', () => {
    expect(setUp(makeTrayView()).labels).toEqual([
      'Open Sidetone',
      '—',
      'Call…',
      'Text…',
      '—',
      'Maria && Sons',
      '(907) 555-0142',
      '—',
      'Do not disturb',
      'Your status: Available',
      '—',
      'Settings…',
      'Quit Sidetone',
    ]);
  });

  it('has no more than works while nobody is signed in, or nothing is known', () => {
    for (const view of [undefined, makeTrayView({ standing: 'signed-out', people: [] })]) {
      const { labels, find } = setUp(view);
      expect(labels).toEqual([
        'Open Sidetone',
        '—',
        'Call…',
        'Text…',
        '—',
        'Settings…',
        'Quit Sidetone',
      ]);
      expect(find('Call…').enabled).toBe(false);
      expect(find('Text…').enabled).toBe(false);
    }
  });

  it('calls and texts somebody by the number that was used', () => {
    const { press, deeds } = setUp(makeTrayView());
    press('Maria && Sons', 'Call (907) 555-0141');
    press('Maria && Sons', 'Text (907) 555-0141');
    expect(deeds.callPerson).toHaveBeenCalledExactlyOnceWith('+19075550141');
    expect(deeds.textPerson).toHaveBeenCalledExactlyOnceWith('+19075550141');
  });

  it('opens what is to be opened', () => {
    const { press, deeds } = setUp(makeTrayView());
    const pairs = [
      ['Open Sidetone', deeds.open],
      ['Call…', deeds.call],
      ['Text…', deeds.text],
      ['Settings…', deeds.openSettings],
      ['Quit Sidetone', deeds.quit],
    ] as const;
    for (const [label, deed] of pairs) {
      press(label);
      expect(deed).toHaveBeenCalledOnce();
    }
  });
});

describe('do not disturb', () => {
  it('begins when it is chosen, however long ago the menu was made', () => {
    const { clock, press, deeds } = setUp(makeTrayView());
    clock.now += 3 * halfHour;
    press('Do not disturb', 'For 30 minutes');
    expect(deeds.setQuiet).toHaveBeenCalledExactlyOnceWith(noon + 4 * halfHour);
    press('Do not disturb', 'Until I turn it off');
    expect(deeds.setQuiet).toHaveBeenLastCalledWith(null);
  });

  it('says until when it is on, and is ended', () => {
    const quiet = { own: { until: noon + halfHour }, server: false };
    const { labels, press, deeds } = setUp(makeTrayView({ quiet }));
    const label = labels.find((each) => each.startsWith('Quiet until'));
    expect(label).toContain('12:30');
    press(label ?? '', 'Turn notifications on');
    expect(deeds.setQuiet).toHaveBeenCalledExactlyOnceWith(undefined);
  });

  it('of RingCentral is said, and not ended here', () => {
    const quiet = { own: undefined, server: true };
    const said = 'Quiet: do-not-disturb is on at RingCentral';
    const { find } = setUp(makeTrayView({ quiet }));
    expect(find(said, said).enabled).toBe(false);
    expect(() => find(said, 'Turn notifications on')).toThrow('there is no');
  });
});

describe('the status', () => {
  it('is chosen, with a tick at the one that is', () => {
    const { find, press, deeds } = setUp(makeTrayView());
    const menu = 'Your status: Available';
    expect(find(menu, 'Available').checked).toBe(true);
    expect(find(menu, 'Busy').checked).toBe(false);
    press(menu, 'Invisible');
    expect(deeds.setPresence).toHaveBeenCalledExactlyOnceWith('invisible');
  });

  it('is ticked nowhere while it is not known', () => {
    const presence = { status: undefined, canSet: { can: true } } as const;
    const { find } = setUp(makeTrayView({ presence }));
    const items = find('Your status').submenu as MenuItemConstructorOptions[];
    expect(items.map(({ checked }) => checked)).toEqual([false, false, false]);
  });

  it('without the permission says why, and cannot be chosen', () => {
    const params = { permission: 'EditPresence' };
    const reason = failure('rejected', 'permission.app-missing', { params });
    const presence = { status: 'busy', canSet: { can: false, failure: reason } } as const;
    const { find } = setUp(makeTrayView({ presence }));
    const items = find('Your status: Busy').submenu as MenuItemConstructorOptions[];
    expect(items[0]?.label).toBe('Your RingCentral app lacks a permission');
    expect(items.some(({ enabled }) => enabled === true)).toBe(false);
  });
});

describe('its language', () => {
  it('is that of the app', () => {
    speak('es');
    onTestFinished(() => speak('en'));
    const { labels } = setUp(makeTrayView());
    expect(labels).toContain('Su estado: Disponible');
    expect(labels).toContain('Salir de Sidetone');
  });
});
