import type { Sender } from '../../../main/shell/border.ts';

/** Our own page, as the runtime names it. */
export const page: Sender = {
  contentsId: 1,
  frame: { url: 'app://sidetone/index.html', isTop: true },
};
