import type { MenuItemConstructorOptions } from 'electron';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { AppEvent, TopicArea } from '../../../shared/contract/index.ts';
import { failure } from '../../../shared/failure.ts';
import type { TrayView } from '../../../shared/model/tray.ts';
import { fail, ok, type Result } from '../../../shared/result.ts';
import { speak } from '../../../shared/strings/language.ts';
import { createBadge } from '../../../main/shell/tray/badge.ts';
import { followTray } from '../../../main/shell/tray/follow.ts';
import type { TrayDeeds } from '../../../main/shell/tray/menu.ts';
import { createTray } from '../../../main/shell/tray/tray.ts';
import type { Overlay } from '../../../main/shell/window.ts';
import { createFakeClock, createFakeLog, settle } from '../support/fakes.ts';
import { makeTrayView } from './make.ts';

const fake = vi.hoisted(() => ({
  refuses: false,
  images: 0,
  menus: [] as MenuItemConstructorOptions[][],
  titles: [] as string[],
  tips: [] as string[],
  badges: [] as number[],
  heard: [] as string[],
  recoloured: (): void => undefined,
}));

vi.mock('electron', () => ({
  app: { setBadgeCount: (count: number) => fake.badges.push(count) },
  Menu: { buildFromTemplate: (template: unknown) => template },
  nativeImage: {
    createEmpty: () => ({ addRepresentation: () => undefined, setTemplateImage: () => undefined }),
  },
  nativeTheme: {
    shouldUseDarkColorsForSystemIntegratedUI: false,
    on: (_name: string, hear: () => void) => void (fake.recoloured = hear),
  },
  Tray: class {
    constructor() {
      if (fake.refuses) throw new Error('no tray');
    }
    setImage = (): void => void (fake.images += 1);
    setToolTip = (tip: string): void => void fake.tips.push(tip);
    setTitle = (title: string): void => void fake.titles.push(title);
    setContextMenu = (menu: MenuItemConstructorOptions[]): void => void fake.menus.push(menu);
    on = (name: string): void => void fake.heard.push(name);
  },
}));

beforeEach(() => {
  Object.assign(fake, { refuses: false, images: 0 });
  for (const list of [fake.menus, fake.titles, fake.tips, fake.badges, fake.heard]) list.length = 0;
});

const busyView = makeTrayView({ unread: { texts: 4, calls: 0, voicemails: 1 } });

function makeTray(platform: NodeJS.Platform) {
  const log = createFakeLog();
  const deeds = { text: () => undefined, open: () => undefined } as unknown as TrayDeeds;
  return { log, icon: createTray({ deeds, now: () => 0, platform, log }) };
}

describe('the tray', () => {
  it('shows only what has changed: a menu that is open stays so', () => {
    const { icon } = makeTray('linux');
    icon?.show(makeTrayView());
    const { images, menus } = { images: fake.images, menus: fake.menus.length };
    icon?.show(makeTrayView());
    expect([fake.images, fake.menus.length]).toEqual([images, menus]);
    icon?.show(busyView);
    expect([fake.images, fake.menus.length]).toEqual([images + 1, menus]);
    expect(fake.tips.at(-1)).toBe('Sidetone: 4 unread texts, 1 new voicemail');
    icon?.show(makeTrayView({ people: [] }));
    expect(fake.menus).toHaveLength(menus + 1);
  });

  it('draws its words anew in another language, and its ticks as they are', () => {
    const { icon } = makeTray('linux');
    icon?.show(makeTrayView());
    const before = fake.menus.length;
    speak('es');
    onTestFinished(() => speak('en'));
    icon?.drawAnew();
    expect(fake.menus).toHaveLength(before + 1);
    expect(fake.menus.at(-1)?.[0]?.label).toBe('Abrir Sidetone');
    expect(fake.tips.at(-1)).toBe('Sidetone: nada nuevo');
  });

  it('says its count beside the icon on a Mac, where a click opens the menu', () => {
    const { icon } = makeTray('darwin');
    icon?.show(busyView);
    icon?.show(makeTrayView());
    expect(fake.titles).toEqual(['', '5', '']);
    expect(fake.heard).not.toContain('click');
  });

  it('opens the small window at a click elsewhere, and the large one at two on Windows', () => {
    makeTray('linux');
    expect(fake.heard).toEqual(['click']);
    makeTray('win32');
    expect(fake.heard).toEqual(['click', 'click', 'double-click']);
  });

  it('that the system refuses is none', () => {
    fake.refuses = true;
    const { icon, log } = makeTray('linux');
    expect(icon).toBeUndefined();
    expect(log.lines).toMatchObject([{ level: 'error' }]);
  });
});

describe('following what the tray shows', () => {
  function setUp() {
    const clock = createFakeClock();
    const shown: (TrayView | undefined)[] = [];
    const state: { answer: Result<TrayView>; asked: number } = {
      answer: ok(makeTrayView()),
      asked: 0,
    };
    let hear = (_event: AppEvent): void => undefined;
    const ask = async () => {
      state.asked += 1;
      return state.answer;
    };
    followTray({
      host: {
        call: ask,
        on(listener) {
          hear = listener;
          return () => undefined;
        },
      },
      clock,
      show: (view) => void shown.push(view),
    });
    const change = (...areas: TopicArea[]): void =>
      hear({ name: 'changed', topics: areas.map((area) => ({ area })) });
    const pass = async (): Promise<void> => {
      clock.turn(300);
      await settle();
    };
    return { shown, state, change, pass };
  }

  it('reads it once for what comes close together, and nothing for what is not shown', async () => {
    const { shown, state, change, pass } = setUp();
    change('threads');
    change('calls', 'presence');
    change('quiet');
    await pass();
    expect(state.asked).toBe(1);
    expect(shown).toEqual([makeTrayView()]);
    change('templates', 'drafts');
    await pass();
    expect(state.asked).toBe(1);
  });

  it('shows nothing of an archive that is shut', async () => {
    const { shown, state, change, pass } = setUp();
    state.answer = fail(failure('internal', 'archive.failed'));
    change('session');
    await pass();
    expect(shown).toEqual([undefined]);
  });
});

describe('the badge', () => {
  it('is the number that waits on a Dock, and on desktops of Linux that have one', () => {
    const put = createBadge({ setOverlay: () => undefined }, 'linux');
    for (const count of [0, 3, 3, 0]) put(count);
    expect(fake.badges).toEqual([3, 0]);
  });

  it('is a small picture with words on Windows', () => {
    const overlays: (Overlay | undefined)[] = [];
    const put = createBadge({ setOverlay: (overlay) => void overlays.push(overlay) }, 'win32');
    put(12);
    put(0);
    expect(overlays.map((overlay) => overlay?.description)).toEqual(['12 waiting', undefined]);
    expect(fake.badges).toEqual([]);
  });
});
