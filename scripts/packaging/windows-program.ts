import { readFileSync } from 'node:fs';
import { loadResedit } from './dummy-runtime.ts';
import { unlessSame, type Troubles } from './findings.ts';

/** Whether a packed `Sidetone.exe` says who it is, has its icon, and knows the digest of its archive. */
export function judgeExe(file: string, version: string, asarHash: string): Troubles {
  const { NtExecutable, NtExecutableResource, Resource } = loadResedit();
  const program = NtExecutable.from(readFileSync(file), { ignoreCert: true });
  const { entries } = NtExecutableResource.from(program);
  const [info] = Resource.VersionInfo.fromEntries(entries);
  const [language] = info?.getAllLanguagesForStringValues() ?? [];
  const strings = info && language ? info.getStringValues(language) : {};
  const integrity = entries.find(({ type, id }) => type === 'INTEGRITY' && id === 'ELECTRONASAR');
  const told: unknown = integrity && JSON.parse(Buffer.from(integrity.bin).toString('utf8'));
  const icons = Resource.IconGroupEntry.fromEntries(entries);
  return [
    ...unlessSame(
      {
        ProductName: 'Sidetone',
        FileDescription: 'Sidetone',
        FileVersion: version,
        InternalName: 'Sidetone',
      },
      strings,
    ),
    ...unlessSame(
      { integrity: [{ file: 'resources\\app.asar', alg: 'SHA256', value: asarHash }] },
      { integrity: told },
    ),
    ...(icons.length === 0 ? ['it has no icon'] : []),
  ];
}

/** Whether the installer is the one for a user or for everybody, and keeps what people wrote. */
export function judgeInstaller(
  defines: Readonly<Record<string, unknown>>,
  include: string,
): Troubles {
  const must = {
    APP_ID: 'app.sidetone.desktop',
    PRODUCT_NAME: 'Sidetone',
    SHORTCUT_NAME: 'Sidetone',
  };
  const wrong = ['ONE_CLICK', 'INSTALL_MODE_PER_ALL_USERS', 'DELETE_APP_DATA_ON_UNINSTALL']
    .filter((name) => name in defines)
    .map((name) => `${name} is defined`);
  const missing = ['INSTALL_MODE_PER_ALL_USERS_REQUIRED', 'MULTIUSER_INSTALLMODE_ALLOW_ELEVATION']
    .filter((name) => !(name in defines))
    .map((name) => `${name} is not defined: no choice between one user and all`);
  const macros = ['customInstall', 'customUnInstall']
    .filter((name) => !include.includes(`!macro ${name}\n`))
    .map((name) => `the script for links has no ${name}`);
  return [...unlessSame(must, defines), ...wrong, ...missing, ...macros];
}

/** A script that compiles the fragment for links in an installer of its own, with nothing else in it. */
export function linksScript(fragment: string, output: string): string {
  return `Unicode true
Name Sidetone
OutFile "${output}"
RequestExecutionLevel user
InstallDir "$TEMP\\Sidetone"
!define APP_EXECUTABLE_FILENAME "Sidetone.exe"
!include LogicLib.nsh
; electron-builder's: whether the installer runs for an update.
!define isUpdated \`0 = 1\`
!include "${fragment}"
Section
  SetShellVarContext current
  WriteUninstaller "$INSTDIR\\uninstall.exe"
  !insertmacro customInstall
SectionEnd
Section Uninstall
  !insertmacro customUnInstall
SectionEnd
`;
}
