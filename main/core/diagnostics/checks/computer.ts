import { assertNever } from '../../../../shared/failure.ts';
import type { Check, CheckItem } from '../../../../shared/model/diagnostics.ts';
import type { LinkStanding } from '../../../../shared/model/links.ts';
import type { ApiStanding } from '../../../../shared/model/local-api.ts';
import type { SecretsStanding } from '../../../../shared/model/session.ts';
import type { ArchiveHealth } from '../queries.ts';
import { check } from './check.ts';

/** Whether the archive can be read whole; undefined when it could not even be opened. */
export function checkArchive(health: ArchiveHealth | undefined): Check {
  if (!health?.isSound) return check('archive', 'fail', 'archive.damaged');
  const { sizeBytes, calls, texts, quarantined, setAside } = health;
  if (quarantined > 0) {
    const params = { count: quarantined };
    const items = setAside.map(({ feed, id, reason }): CheckItem => ({
      name: `${feed} ${id}`,
      outcome: 'warn',
      params: { feed, id, reason },
    }));
    return check('archive', 'warn', 'archive.quarantined', { params, items });
  }
  return check('archive', 'pass', 'archive.healthy', { params: { sizeBytes, calls, texts } });
}

/** Where tokens are kept. */
export function checkKeyRing(standing: SecretsStanding): Check {
  return check('key-ring', standing === 'os' ? 'pass' : 'warn', `key-ring.${standing}`);
}

/** Whether clicks on phone numbers elsewhere come to Sidetone. */
export function checkTelHandler(standing: LinkStanding): Check {
  switch (standing) {
    case 'sidetone':
      return check('tel-handler', 'pass', 'tel-handler.sidetone');
    case 'unknown':
      return check('tel-handler', 'skipped', 'tel-handler.unknown');
    case 'other':
    case 'none':
      return check('tel-handler', 'warn', `tel-handler.${standing}`, { fix: 'phone-links' });
    default:
      return assertNever(standing);
  }
}

/** Whether other programs come in, where the user lets them. */
export function checkLocalApi(standing: ApiStanding): Check {
  switch (standing.state) {
    case 'off':
      return check('local-api', 'pass', 'local-api.off');
    case 'listening':
      return check('local-api', 'pass', 'local-api.open', { params: { port: standing.port } });
    case 'failed':
      return check('local-api', 'fail', 'local-api.failed', { params: { port: standing.port } });
    default:
      return assertNever(standing);
  }
}
