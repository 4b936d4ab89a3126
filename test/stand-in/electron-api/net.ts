import type * as Electron from 'electron';
import { nameAbsentMembers } from '../runtime/absent.ts';
import type { Desktop } from './desktop.ts';
import type { Session } from './session.ts';

type Net = Pick<Electron.Net, 'fetch' | 'isOnline' | 'online'>;

/** `net`: requests through the default session, and whether a test lets the computer be online. */
export function createNet(desktop: Desktop, session: Session): Net {
  const net = {
    fetch: (input: string | Request, init?: RequestInit) => session.fetch(input, init),
    isOnline: () => desktop.online,
    get online() {
      return desktop.online;
    },
  } satisfies Net;
  return nameAbsentMembers(net, 'net');
}
