import { failure } from './failure.ts';
import { fail, ok, type Result } from './result.ts';

/** As browsers send it: no path, no usual port, small letters; http on this computer alone. */
export const originShape =
  /^(?:https:\/\/[a-z0-9-]+(?:\.[a-z0-9-]+)*|http:\/\/(?:localhost|127\.0\.0\.1|\[::1\]))(?::\d{1,5})?$/;

/** The origin of a site as somebody writes it; fails with `api.origin-invalid`. */
export function parseOrigin(typed: string): Result<string> {
  const text = typed.trim().toLowerCase().replace(/\/$/, '');
  const port = /:(\d+)$/.exec(text)?.[1];
  const usual = text.startsWith('https:') ? '443' : '80';
  const origin = port === usual ? text.slice(0, -port.length - 1) : text;
  const isPort = port === undefined || (Number(port) > 0 && Number(port) <= 65_535);
  return isPort && originShape.test(origin)
    ? ok(origin)
    : fail(failure('invalid', 'api.origin-invalid', { field: 'apiOrigins' }));
}
