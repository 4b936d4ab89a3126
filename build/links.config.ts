/**
 * What packages tell the operating systems about phone links: the part of electron-builder's
 * configuration that the packages' own takes in. `protocols` becomes `CFBundleURLTypes` on macOS and
 * `MimeType` in the desktop entry on Linux; Windows is told by the installer's own script.
 */
export const linksConfig = {
  protocols: [{ name: 'Phone link', role: 'Viewer', schemes: ['tel', 'callto', 'sms'] }],
  linux: {
    // The desktop entry is named after it, and Sidetone looks for it under that name.
    executableName: 'sidetone',
    // Nothing after the dashes is a switch; `%u` is one link, where `%U` would be many.
    executableArgs: ['--', '%u'],
  },
  nsis: {
    include: 'build/windows/links.nsh',
    // The links are registered for the user who installs, as the address of the settings page says.
    perMachine: false,
  },
} as const;
