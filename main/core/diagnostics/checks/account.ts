import type { Failure } from '../../../../shared/failure.ts';
import type { Check, CheckItem } from '../../../../shared/model/diagnostics.ts';
import type { PhoneChoice } from '../../../../shared/model/calls.ts';
import type { SenderChoice } from '../../../../shared/model/messages.ts';
import type { SessionView } from '../../../../shared/model/session.ts';
import type { Outcome } from '../../ringcentral/outcome.ts';
import { appPermissions, userPermissions, type NeededPermission } from './permissions.ts';
import { check, maskNumber, skipped, worst } from './check.ts';

/** Whether an account has been set up. */
export function checkCredentials(view: SessionView): Check {
  if (view.demo) return check('credentials', 'pass', 'credentials.demo');
  const { lastSignIn } = view;
  if (!lastSignIn || view.state === 'signed-out') {
    return check('credentials', 'fail', 'credentials.missing', { fix: 'sign-in' });
  }
  const { method, serverUrl } = lastSignIn;
  return check('credentials', 'pass', 'credentials.present', {
    params: { method, host: hostOf(serverUrl) },
  });
}

/** Whether RingCentral takes the tokens, told by a request of the user's own extension. */
export function checkToken(view: SessionView, probe: Outcome<unknown> | undefined): Check {
  if (view.state === 'expired') return check('token', 'fail', 'token.refused', { fix: 'sign-in' });
  if (!probe) return skipped('token');
  if (probe.kind === 'ok') return check('token', 'pass', 'token.valid');
  if (probe.failure.kind === 'auth') {
    return check('token', 'fail', 'token.refused', { fix: 'sign-in' });
  }
  return check('token', 'skipped', 'token.unknown');
}

/** What the app registered with RingCentral may do, one item for each permission Sidetone uses. */
export function checkAppPermissions(granted: readonly string[] | undefined): Check {
  if (!granted) return check('app-permissions', 'skipped', 'app-permissions.unknown');
  return toPermissionCheck('app-permissions', appPermissions, granted);
}

/** What this user may do, by their role in the company. */
export function checkUserPermissions(answer: Outcome<readonly string[]> | undefined): Check {
  if (answer?.kind !== 'ok') {
    return check('user-permissions', 'skipped', 'user-permissions.unknown');
  }
  return toPermissionCheck('user-permissions', userPermissions, answer.value);
}

function toPermissionCheck(
  id: 'app-permissions' | 'user-permissions',
  needed: readonly NeededPermission[],
  granted: readonly string[],
): Check {
  const items = needed.map(({ name, aliases = [], without }): CheckItem => {
    const has = [name, ...aliases].some((each) => granted.includes(each));
    return { name, outcome: has ? 'pass' : without };
  });
  const count = items.filter(({ outcome }) => outcome !== 'pass').length;
  if (count === 0) return check(id, 'pass', `${id}.all`, { items });
  return check(id, worst(items), `${id}.some`, { items, params: { count } });
}

/** Whether a number of the user's can send texts. */
export function checkTextNumber(senders: readonly SenderChoice[], reason?: Failure): Check {
  const usual = senders.find(({ isDefault }) => isDefault) ?? senders[0];
  if (!usual) {
    return check('text-number', 'fail', 'text-number.none', {
      ...(reason && { params: { code: reason.code } }),
    });
  }
  return check('text-number', 'pass', 'text-number.able', {
    params: { number: maskNumber(usual.number), count: senders.length },
  });
}

/** Whether RingOut has a phone to ring first; the one the user chose, or the usual one. */
export function checkPhone(phones: readonly PhoneChoice[], chosenId: string | undefined): Check {
  const phone =
    phones.find(({ id }) => id === chosenId) ?? phones.find(({ isDefault }) => isDefault);
  if (!phone) return check('phone', 'fail', 'phone.none');
  const params = { label: phone.label };
  if (phone.status === 'offline') {
    return check('phone', 'warn', 'phone.offline', { params, fix: 'choose-phone' });
  }
  return check('phone', 'pass', 'phone.ready', { params });
}

export function hostOf(serverUrl: string): string {
  return URL.parse(serverUrl)?.host ?? serverUrl;
}
