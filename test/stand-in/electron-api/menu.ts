import type * as Electron from 'electron';
import { nameAbsentMembers } from '../runtime/absent.ts';
import { ApiEmitter, ApiObject, createEvent } from '../runtime/emitter.ts';
import type { Desktop } from './desktop.ts';
import { roleLabels, runRole, type RoleParts } from './menu-roles.ts';

type Template = Electron.MenuItemConstructorOptions;

/** What menus share: the desktop they appear on and what the roles act upon. */
export type MenuParts = { readonly desktop: Desktop; readonly roles: RoleParts };

let lastCommandId = 0;

/** Electron's `MenuItem`. */
export class MenuItem
  extends ApiObject
  implements
    Pick<
      Electron.MenuItem,
      | 'id'
      | 'label'
      | 'type'
      | 'enabled'
      | 'visible'
      | 'checked'
      | 'accelerator'
      | 'sublabel'
      | 'toolTip'
      | 'icon'
      | 'commandId'
      | 'registerAccelerator'
      | 'click'
    >
{
  readonly commandId = ++lastCommandId;
  id: string;
  label: string;
  type: Electron.MenuItem['type'];
  enabled: boolean;
  visible: boolean;
  checked: boolean;
  accelerator: string | null;
  sublabel: string;
  toolTip: string;
  registerAccelerator: boolean;
  click: NonNullable<Template['click']>;
  submenu: Menu | undefined;
  menu: Menu | undefined;
  role?: Template['role'];
  icon?: Electron.MenuItem['icon'];
  readonly #parts: MenuParts;

  constructor(parts: MenuParts, options: Template) {
    super('MenuItem');
    this.#parts = parts;
    const { role, submenu } = options;
    this.submenu = submenu && toMenu(parts, submenu);
    this.type = options.type ?? (submenu ? 'submenu' : 'normal');
    if (this.type === 'submenu' && !submenu && !role) throw new Error('Invalid submenu');
    this.id = options.id ?? '';
    this.label = options.label ?? (role ? roleLabels(parts.roles.appName)[role] : '') ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    this.accelerator = options.accelerator ?? null;
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.click = options.click ?? ((): void => undefined);
    this.role = role;
    this.icon = options.icon;
  }

  /** Does what a press by the user does. */
  press(window: Electron.BaseWindow | undefined): void {
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this.#chooseRadio();
    if (this.role && runRole(this.role, this.#parts.roles)) return;
    const event = createEvent({ triggeredByAccelerator: false });
    this.click(this as unknown as Electron.MenuItem, window, event);
  }

  /** A radio item is chosen among its neighbours, up to the next item of another kind. */
  #chooseRadio(): void {
    const items = this.menu?.items ?? [];
    const own = items.indexOf(this);
    const ends = (item: MenuItem): boolean => item.type !== 'radio';
    const before = items.slice(0, own).findLastIndex(ends);
    const after = items.slice(own).findIndex(ends);
    const group = items.slice(before + 1, after < 0 ? undefined : own + after);
    for (const item of group) item.checked = item === this;
  }
}

function toMenu(parts: MenuParts, submenu: NonNullable<Template['submenu']>): Menu {
  if (Array.isArray(submenu)) return buildMenu(parts, submenu);
  return submenu as unknown as Menu;
}

/** Electron's `Menu`. */
export class Menu
  extends ApiEmitter
  implements Pick<Electron.Menu, 'append' | 'insert' | 'popup' | 'closePopup' | 'getMenuItemById'>
{
  readonly items: MenuItem[] = [];
  readonly #parts: MenuParts;

  constructor(parts: MenuParts) {
    super('Menu');
    this.#parts = parts;
  }

  append(menuItem: Electron.MenuItem): void {
    this.insert(this.items.length, menuItem);
  }

  insert(pos: number, menuItem: Electron.MenuItem): void {
    const item = menuItem as unknown as MenuItem;
    item.menu = this;
    this.items.splice(pos, 0, item);
  }

  getMenuItemById(id: string): Electron.MenuItem | null {
    const own = this.items.find((item) => item.id === id);
    if (own) return own as unknown as Electron.MenuItem;
    for (const { submenu } of this.items) {
      const found = submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  popup(): void {
    this.#parts.desktop.popup = this;
    this.emit('menu-will-show', createEvent());
  }

  closePopup(): void {
    if (this.#parts.desktop.popup !== this) return;
    this.#parts.desktop.popup = null;
    this.emit('menu-will-close', createEvent());
  }
}

/** `Menu.buildFromTemplate`. */
export function buildMenu(
  parts: MenuParts,
  template: readonly (Template | Electron.MenuItem)[],
): Menu {
  const menu = new Menu(parts);
  for (const entry of template) {
    const item =
      (entry as object) instanceof MenuItem
        ? (entry as Electron.MenuItem)
        : createMenuItem(parts, entry as Template);
    menu.append(item);
  }
  return menu;
}

/** An item whose absent members name themselves. */
export function createMenuItem(parts: MenuParts, options: Template): Electron.MenuItem {
  return new MenuItem(parts, options) as unknown as Electron.MenuItem;
}

/** The static members of `electron.Menu`. */
export function menuStatics(parts: MenuParts): object {
  return nameAbsentMembers(
    {
      buildFromTemplate: (template: Template[]) => buildMenu(parts, template),
      getApplicationMenu: () => parts.desktop.applicationMenu,
      setApplicationMenu: (menu: Menu | null) => {
        parts.desktop.applicationMenu = menu;
      },
    },
    'Menu',
  );
}
