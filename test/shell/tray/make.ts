import type { E164 } from '../../../shared/model/ids.ts';
import type { TrayView } from '../../../shared/model/tray.ts';

/** What a tray shows of someone who is signed in and has read everything. */
export function makeTrayView(more: Partial<TrayView> = {}): TrayView {
  return {
    standing: 'ready',
    unread: { texts: 0, calls: 0, voicemails: 0 },
    people: [
      { label: 'Maria & Sons', number: '+19075550141' as E164, shown: '(907) 555-0141' },
      { label: '(907) 555-0142', number: '+19075550142' as E164, shown: '(907) 555-0142' },
    ],
    quiet: { own: undefined, server: false },
    presence: { status: 'available', canSet: { can: true } },
    ...more,
  };
}
