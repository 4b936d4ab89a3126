import type { PhoneChoice } from '../../shared/model/calls.ts';
import { strings } from '../../shared/strings/strings.ts';
import type { Option } from '../ui/select.tsx';

const { dialer } = strings.calls;

/** A phone as a choice: its number, whether it is the default, and whether it is off. */
export function phoneOption(phone: PhoneChoice, number: string): Option {
  const usual = phone.isDefault && dialer.fromDefault;
  const status = phone.status === 'offline' && dialer.phoneStatus.offline;
  const join = (...parts: readonly (string | false)[]): string =>
    parts.filter((part) => part !== false).join(' · ');
  return {
    value: phone.id,
    label: phone.label,
    detail: join(number, usual, status),
    shortDetail: join(number, status),
    isDimmed: phone.status === 'offline',
  };
}
