import { EventEmitter } from 'node:events';
import { nameAbsentMembers } from './absent.ts';

/** An object of Electron's API: an event emitter whose absent members say so when they are used. */
export class ApiEmitter extends EventEmitter {
  constructor(name: string) {
    super();
    this.setMaxListeners(0);
    return nameAbsentMembers(this, name);
  }
}

/** An object of Electron's API that emits nothing, guarded likewise. */
export class ApiObject extends Object {
  constructor(name: string) {
    super();
    return nameAbsentMembers(this, name);
  }
}

/** The event Electron hands to listeners, which they may refuse. */
export type ApiEvent = {
  readonly preventDefault: () => void;
  readonly defaultPrevented: boolean;
};

/** Makes an event; `details` become members of it, as in Electron's newer events. */
export function createEvent<T extends object>(details?: T): ApiEvent & T {
  let prevented = false;
  const event: ApiEvent = {
    preventDefault: () => {
      prevented = true;
    },
    get defaultPrevented() {
      return prevented;
    },
  };
  const own = Object.getOwnPropertyDescriptors(details ?? {});
  return Object.defineProperties(event, own) as ApiEvent & T;
}
