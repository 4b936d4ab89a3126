import { nameAbsentMembers } from '../runtime/absent.ts';

/**
 * Makes the class an app sees out of one whose constructor first wants what the modules share:
 * `new BrowserWindow(options)` becomes `new BrowserWindow(shared, options)`, and `statics` are added.
 */
export function bindClass<Shared, Args extends readonly unknown[], Instance extends object>(
  Class: new (shared: Shared, ...args: Args) => Instance,
  name: string,
  shared: Shared,
  statics: object,
): object {
  const Bound = class {
    constructor(...args: unknown[]) {
      return new Class(shared, ...(args as unknown as Args));
    }
    static [Symbol.hasInstance](value: unknown): boolean {
      return value instanceof Class;
    }
  };
  Object.defineProperty(Bound, 'name', { value: name });
  return nameAbsentMembers(Object.assign(Bound, statics), name);
}
