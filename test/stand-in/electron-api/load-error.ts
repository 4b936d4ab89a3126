/** Why a page could not be loaded, with Chromium's name and number for it. */
export type LoadError = Error & {
  readonly errno: number;
  readonly code: string;
  readonly url: string;
};

const errorNumbers: Readonly<Record<string, number>> = {
  ERR_FAILED: -2,
  ERR_ABORTED: -3,
  ERR_FILE_NOT_FOUND: -6,
  ERR_BLOCKED_BY_CLIENT: -20,
  ERR_CONNECTION_REFUSED: -102,
  ERR_NAME_NOT_RESOLVED: -105,
  ERR_ADDRESS_UNREACHABLE: -109,
};

/** Makes the error `loadURL` rejects with. */
export function loadError(code: string, url: string): LoadError {
  const errno = errorNumbers[code] ?? -2;
  return Object.assign(new Error(`${code} (${errno}) loading '${url}'`), { errno, code, url });
}
