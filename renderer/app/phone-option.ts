import type { PhoneChoice } from '../../shared/model/calls.ts';
import { en } from '../strings/en.ts';
import type { Option } from '../ui/select.tsx';

const { dialer } = en.calls;

/** A phone as a choice: its number, whether it is the default, and whether it is off. */
export function phoneOption(phone: PhoneChoice, number: string): Option {
  const parts = [
    number,
    phone.isDefault && dialer.fromDefault,
    phone.status === 'offline' && dialer.phoneStatus.offline,
  ];
  return {
    value: phone.id,
    label: phone.label,
    detail: parts.filter(Boolean).join(' · '),
    isDimmed: phone.status === 'offline',
  };
}
