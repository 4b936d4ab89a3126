import { linksConfig } from '../../build/links.config.ts';
import type { Troubles } from './findings.ts';

/** The keys of a desktop entry's first group. */
export function readEntry(text: string): Readonly<Record<string, string>> {
  const group = text.split(/^\[/m)[1] ?? '';
  return Object.fromEntries(
    group.split('\n').flatMap((line) => {
      const at = line.indexOf('=');
      return at < 1 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
    }),
  );
}

/** Whether a desktop entry starts Sidetone with one link after the dashes, sandboxed, for all its schemes. */
export function judgeEntry(text: string, program: string): Troubles {
  const entry = readEntry(text);
  const schemes = linksConfig.protocols.flatMap(({ schemes: some }) => [...some]);
  const troubles: string[] = [];
  if (!new RegExp(`^${program} -- %[uU]$`).test(entry['Exec'] ?? ''))
    troubles.push(`Exec is ${entry['Exec']}`);
  const types = (entry['MimeType'] ?? '').split(';').filter((type) => type !== '');
  for (const scheme of schemes) {
    if (!types.includes(`x-scheme-handler/${scheme}`))
      troubles.push(`${scheme} is not in MimeType`);
  }
  if (types.length !== schemes.length) troubles.push(`MimeType is ${entry['MimeType']}`);
  if (/no-sandbox/.test(text)) troubles.push('the sandbox is off');
  if (entry['Name'] !== 'Sidetone' || entry['Type'] !== 'Application')
    troubles.push('it is not the app');
  if (entry['StartupWMClass'] !== linksConfig.linux.executableName) {
    troubles.push(
      `StartupWMClass is ${entry['StartupWMClass']}: windows would not find their icon`,
    );
  }
  return troubles;
}

/** What .deb and .rpm are made of: fpm's arguments, and what runs after their installation. */
export type Fpm = { readonly args: readonly string[]; readonly afterInstall: string };

/** Whether such a package puts everything in its place, and the sandbox to work. */
export function judgeFpm({ args, afterInstall }: Fpm): Troubles {
  const { executableName } = linksConfig.linux;
  const places = [
    `/usr/share/applications/${executableName}.desktop`,
    `/usr/share/icons/hicolor/256x256/apps/${executableName}.png`,
  ];
  const troubles = places
    .filter((place) => !args.some((arg) => arg.endsWith(`=${place}`)))
    .map((place) => `nothing goes to ${place}`);
  if (!afterInstall.includes(`/usr/bin/${executableName}`))
    troubles.push('the command is not on the path');
  // Ubuntu 24 refuses Chromium's sandbox to programs without a profile.
  if (!afterInstall.includes('apparmor_parser')) troubles.push('there is no AppArmor profile');
  if (!/chmod 4755 '[^']*chrome-sandbox'/.test(afterInstall)) {
    troubles.push('the sandbox does not work without user namespaces');
  }
  return troubles;
}
