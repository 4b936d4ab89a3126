import { linksConfig } from '../../build/links.config.ts';
import { unlessSame, type Troubles } from './findings.ts';

/** Whether an `Info.plist` says what the bundle is, what it opens, and asks for nothing. */
export function judgeInfo(
  info: Readonly<Record<string, unknown>>,
  version: string,
  asarHash: string,
): Troubles {
  const expected = {
    CFBundleIdentifier: 'app.sidetone.desktop',
    CFBundleName: 'Sidetone',
    CFBundleExecutable: 'Sidetone',
    CFBundleShortVersionString: version,
    CFBundleIconFile: 'icon.icns',
    LSApplicationCategoryType: 'public.app-category.business',
    CFBundleURLTypes: linksConfig.protocols.map(({ name, role, schemes }) => ({
      CFBundleURLName: name,
      CFBundleTypeRole: role,
      CFBundleURLSchemes: schemes,
    })),
    NSAppTransportSecurity: { NSAllowsLocalNetworking: true },
    ElectronAsarIntegrity: { 'Resources/app.asar': { algorithm: 'SHA256', hash: asarHash } },
  };
  const strays = Object.keys(info).filter(
    // An agent has no Dock icon; usage descriptions ask for devices.
    (key) => key === 'LSUIElement' || /^NS\w+UsageDescription$/.test(key),
  );
  return [...unlessSame(expected, info), ...strays.map((key) => `${key} does not belong there`)];
}
