import type { Page } from 'playwright';

type Watch = {
  /** Times from a key to the frame that has its letter on the screen. */
  readonly keys: number[];
  /** Presses the row and answers the time to the frame that shows the text. */
  open(row: string, text: string): Promise<number>;
};

type Watched = { readonly watch: Watch };

const pauseMs = 60;
const longestMs = 20_000;

/** Puts the clocks into the page: nothing that crosses to the test is part of what is timed. */
export async function watchPainting(page: Page): Promise<void> {
  await page.evaluate((patienceMs) => {
    const painted = (): Promise<number> =>
      new Promise((resolve) => {
        // The frame after the next has what is there now on the screen.
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now())));
      });
    const keys: number[] = [];
    document.addEventListener(
      'input',
      (event) => {
        const pressedAt = event.timeStamp;
        void painted().then((at) => keys.push(at - pressedAt));
      },
      true,
    );
    const open = async (row: string, text: string): Promise<number> => {
      const button = [...document.querySelectorAll<HTMLElement>('[data-row]')].find((element) =>
        element.getAttribute('aria-label')?.startsWith(row),
      );
      if (button === undefined) throw new Error(`no row is named ${row}`);
      const isShown = (): boolean =>
        [...document.querySelectorAll('[role="region"] [role="listitem"]')].some((item) =>
          item.textContent?.includes(text),
        );
      const startedAt = performance.now();
      button.click();
      while (!isShown()) {
        if (performance.now() - startedAt > patienceMs) throw new Error(`${row} does not open`);
        await new Promise((resolve) => void requestAnimationFrame(resolve));
      }
      return (await painted()) - startedAt;
    };
    Object.assign(globalThis, { watch: { keys, open } satisfies Watch });
  }, longestMs);
}

/** The time, in milliseconds, from pressing a conversation's row to its last text on the screen. */
export async function openToPaint(page: Page, row: string, text: string): Promise<number> {
  const ms = await page.evaluate(
    ([name, words]) => (globalThis as unknown as Watched).watch.open(name, words),
    [row, text] as const,
  );
  await page.waitForTimeout(pauseMs);
  return ms;
}

/** Types so many letters into the composer; answers the time each took, in milliseconds. */
export async function keyToPaint(page: Page, letters: number): Promise<readonly number[]> {
  await page.evaluate(() => {
    (globalThis as unknown as Watched).watch.keys.length = 0;
  });
  const field = page.getByRole('textbox', { name: 'Message' });
  for (let letter = 0; letter < letters; letter += 1) {
    await field.press('x');
    await page.waitForTimeout(pauseMs);
  }
  return page.evaluate(() => [...(globalThis as unknown as Watched).watch.keys]);
}
