import { expect } from 'vitest';
import type { Window } from './window.ts';

/** Other work on the computer may take its time. */
export const eventually = <T>(look: () => T) => expect.poll(look, { timeout: 8_000 });

/** What journeys around the menu of a number do again and again. */
export function phoneSteps(win: Window) {
  const menu = () => win.page.getByRole('menu');
  const history = () => win.page.getByRole('list', { name: 'Call history' });
  return {
    menu,
    history,
    item: (name: string | RegExp) => menu().getByRole('menuitem', { name }),

    /** Opens the first thread with one text from the other side. */
    async openText(text: string): Promise<void> {
      await win.open('demo');
      await history().waitFor();
      await win.page.evaluate((words) => {
        const { world, openThread } = window.fake;
        const [first] = world.messages['t-0']!;
        world.messages['t-0'] = [{ ...first!, direction: 'inbound', text: words, attachments: [] }];
        openThread('t-0' as never);
      }, text);
      await win.page.getByRole('region', { name: /^Texts with/ }).waitFor();
    },

    /** What main was asked by a name, in order. */
    reads: (name: string): Promise<unknown[]> =>
      win.page.evaluate(
        (wanted) =>
          window.fake.world.reads.filter((read) => read.name === wanted).map(({ input }) => input),
        name,
      ),
  };
}
