import type { UpdateView } from '../model/updates.ts';
import { call } from './define.ts';
import { nothing } from './fields.ts';

export const updatesContract = {
  'updates.get': call(nothing).returns<UpdateView>(),
  /** Looks for a newer version now, and fetches it. */
  'updates.check': call(nothing).returns<UpdateView>(),
  /** Ends Sidetone and starts the new version; refused during a call and while texts go out. */
  'updates.install': call(nothing).returns<void>(),
  /** Says nothing of a version that is ready until tomorrow. */
  'updates.postpone': call(nothing).returns<UpdateView>(),
  /** Goes back to the archive's copy from before a newer Sidetone changed it. */
  'updates.go-back': call(nothing).returns<void>(),
};
