import type { MenuItemConstructorOptions } from 'electron';
import { trayShapes, type Palette } from '../../main/shell/tray/art.ts';
import type { Face } from '../../main/shell/tray/face.ts';
import { toPng } from '../../main/shell/tray/png.ts';
import { drawShapes } from '../../main/shell/tray/raster.ts';

type Item = MenuItemConstructorOptions;

const sides = [16, 20, 24, 32, 48, 64] as const;

const faces: readonly { readonly name: string; readonly face: Face }[] = [
  { name: 'Nothing new', face: { state: 'plain', count: 0 } },
  { name: '3 wait', face: { state: 'plain', count: 3 } },
  { name: 'Many wait', face: { state: 'plain', count: 12 } },
  { name: 'Do not disturb', face: { state: 'quiet', count: 0 } },
  { name: '… and 3 wait', face: { state: 'quiet', count: 3 } },
  { name: 'Offline', face: { state: 'offline', count: 3 } },
  { name: 'Signed out', face: { state: 'signed-out', count: 0 } },
];

/** What lies behind the icons where they are seen. */
const places: readonly {
  readonly palette: Palette;
  readonly name: string;
  readonly ground: string;
}[] = [
  { palette: 'colour', name: 'Linux', ground: '#2b2b33' },
  { palette: 'light', name: 'Windows, dark', ground: '#1f1f1f' },
  { palette: 'dark', name: 'Windows, light', ground: '#eeeeee' },
  { palette: 'template', name: 'macOS, template', ground: '#f6f6f6' },
];

const style = `
  :root { color-scheme: light dark; --line: light-dark(#d8d8de, #3a3a42); }
  body { font: 14px/1.4 system-ui, sans-serif; margin: 24px; color: light-dark(#1b1b1f, #ececf1);
    background: light-dark(#f3f3f6, #131317); }
  p { margin: 0 0 16px; max-width: 80ch; color: light-dark(#5f636e, #a2a4ad); }
  .menus { display: flex; flex-wrap: wrap; gap: 16px; align-items: flex-start; margin-bottom: 24px; }
  figure { margin: 0; }
  figcaption, th { font-size: 12px; font-weight: 400; color: light-dark(#5f636e, #a2a4ad); }
  figcaption { margin: 0 0 4px 12px; }
  ul { list-style: none; margin: 0; padding: 4px; min-width: 190px; border-radius: 8px;
    border: 1px solid var(--line); background: light-dark(#fff, #1d1d22); }
  li { display: flex; gap: 8px; padding: 4px 8px; white-space: nowrap; }
  li[aria-disabled='true'] { opacity: 0.5; }
  li.line { height: 0; margin: 4px 0; padding: 0; border-top: 1px solid var(--line); }
  li i { width: 14px; font-style: normal; }
  li b { margin-left: auto; padding-left: 16px; font-weight: 400; }
  td { padding: 6px 8px; white-space: nowrap; } td img { margin-right: 6px; vertical-align: middle; }
  th { padding: 6px 8px 6px 0; text-align: left; white-space: nowrap; }
`;

/**
 * A page with the tray's menu and icons, which no runtime without a desktop can show: the menu's
 * template and the icon's pixels are the app's own, how they are laid out is the page's.
 */
export function traySheet(menu: readonly Item[], tooltip: string): string {
  const submenus = menu.filter(({ submenu }) => Array.isArray(submenu));
  // Every person has the same two.
  const shown = submenus.filter((item, at) => at === 0 || isAboutUser(item));
  return `<!doctype html><meta charset="utf-8"><title>The tray</title><style>${style}</style>
    <p>What the app gives the system for its tray, drawn by the tour: the items of the menu, the icon’s
      pixels, and the words said of it (“${escaped(tooltip)}”). Type and corners are the system’s.</p>
    <div class="menus">${figure('The menu', menu)}${shown
      .map(({ label, submenu }) => figure(label ?? '', submenu as readonly Item[]))
      .join('')}</div>
    <div class="menus"><table><tr><th></th>${faces.map(({ name }) => `<th>${name}</th>`).join('')}</tr>
      ${places.map(row).join('')}</table>
    <table>${faces.map(sizes).join('')}</table></div>`;
}

const isAboutUser = ({ submenu }: Item): boolean =>
  Array.isArray(submenu) &&
  submenu.some(({ type, label }) => type === 'checkbox' || !label?.match(/\d{4}$/));

function figure(caption: string, items: readonly Item[]): string {
  return `<figure><figcaption>${escaped(unmarked(caption))}</figcaption><ul>${items
    .map(line)
    .join('')}</ul></figure>`;
}

function line({ type, label = '', enabled, checked, submenu }: Item): string {
  if (type === 'separator') return '<li class="line"></li>';
  const tick = checked === true ? '✓' : '';
  return `<li aria-disabled="${enabled === false}"><i>${tick}</i>${escaped(unmarked(label))}${
    submenu === undefined ? '' : '<b>›</b>'
  }</li>`;
}

function row({ palette, name, ground }: (typeof places)[number]): string {
  const cells = faces.map(
    ({ face }) =>
      `<td style="background:${ground}">${icon(face, palette, 16)}${icon(face, palette, 32)}</td>`,
  );
  return `<tr><th>${name}</th>${cells.join('')}</tr>`;
}

function sizes({ name, face }: (typeof faces)[number]): string {
  const icons = sides.map((side) => icon(face, 'colour', side)).join('');
  return `<tr><th>${name}</th><td>${icons}</td></tr>`;
}

function icon(face: Face, palette: Palette, side: number): string {
  const png = toPng(drawShapes(trayShapes(face, palette), side)).toString('base64');
  return `<img alt="" width="${side}" height="${side}" src="data:image/png;base64,${png}">`;
}

/** Two signs stand for one in a menu. */
const unmarked = (label: string): string => label.replaceAll('&&', '&');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
