import { expect, test } from 'vitest';
import { useWindow } from './harness/window.ts';

const win = useWindow();

const field = () => win.page.getByRole('textbox', { name: 'Message', exact: true });
const tray = () => win.page.getByRole('region', { name: 'Attached files' });
const item = (name: string | RegExp) => tray().getByRole('listitem').filter({ hasText: name });
const eventually = <T>(look: () => Promise<T>) => expect.poll(look, { timeout: 20_000 });

async function openThread(): Promise<void> {
  await win.open('demo');
  await win.page.getByRole('list', { name: 'Call history' }).waitFor();
  await win.page.evaluate(() => window.fake.openThread('t-0' as never));
  await field().waitFor();
}

/** What main was asked under a name, in order. */
const asked = (name: string) =>
  win.page.evaluate(
    (wanted) =>
      window.fake.world.reads.filter((read) => read.name === wanted).map(({ input }) => input),
    name,
  ) as Promise<readonly Record<string, unknown>[]>;

type Making = { readonly name: string; readonly side: number; readonly type: string };

/** Pastes or drops a picture of noise, which no format makes small. */
async function bring(way: 'paste' | 'drop', { name, side, type }: Making): Promise<void> {
  await field().evaluate(
    async (target, given) => {
      const canvas = new OffscreenCanvas(given.side, given.side);
      const context = canvas.getContext('2d')!;
      const noise = context.createImageData(given.side, given.side);
      for (let at = 0; at < noise.data.length; at += 65_536) {
        crypto.getRandomValues(noise.data.subarray(at, at + 65_536));
      }
      for (let at = 3; at < noise.data.length; at += 4) noise.data[at] = 255;
      context.putImageData(noise, 0, 0);
      const blob = await canvas.convertToBlob({ type: given.type, quality: 1 });
      const data = new DataTransfer();
      data.items.add(new File([blob], given.name, { type: given.type }));
      const more = { bubbles: true, cancelable: true };
      if (given.way === 'paste') {
        target.dispatchEvent(new ClipboardEvent('paste', { ...more, clipboardData: data }));
      } else {
        target.dispatchEvent(new DragEvent('dragover', { ...more, dataTransfer: data }));
        const isShown = () => document.body.textContent.includes('Drop files here');
        for (let frame = 0; frame < 60 && !isShown(); frame += 1) {
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        if (!isShown()) throw new Error('nothing says where to drop');
        target.dispatchEvent(new DragEvent('drop', { ...more, dataTransfer: data }));
      }
    },
    { name, side, type, way },
  );
}

test('files are chosen, refused with words, removed, and sent with the text', async () => {
  await openThread();
  await field().fill('Here is the offer.');
  const chooser = win.page.waitForEvent('filechooser');
  await win.button('Attach pictures or files').click();
  await (
    await chooser
  ).setFiles([
    { name: 'offer.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') },
    { name: 'house.png', mimeType: 'image/png', buffer: Buffer.from('MZ, a program') },
    { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
    { name: 'smile.gif', mimeType: 'image/gif', buffer: Buffer.alloc(2_000_000, 'GIF89a') },
    { name: 'rates.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') },
  ]);
  await eventually(() => tray().getByRole('alert').count()).toBe(3);
  expect(await item('house.png').textContent()).toContain('That is a program');
  expect(await item('empty.txt').textContent()).toContain('There is nothing in that file');
  expect(await item('smile.gif').textContent()).toContain('moving picture cannot be made smaller');
  expect(await tray().textContent()).toContain('2 of 10 files, 0.0 of 1.5 MB');
  expect(await field().inputValue()).toBe('Here is the offer.');

  // In a narrow window they stand in one line, and none of it is cut through.
  await win.page.setViewportSize({ width: 380, height: 780 });
  await win.button('Remove rates.pdf').scrollIntoViewIfNeeded();
  const row = await item('rates.pdf').locator('..').boundingBox();
  const [first, second] = [
    await item('offer.pdf').boundingBox(),
    await item('rates.pdf').boundingBox(),
  ];
  expect(second?.y).toBe(first?.y);
  expect((second?.y ?? 0) + (second?.height ?? 0)).toBeLessThanOrEqual(
    (row?.y ?? 0) + (row?.height ?? 0),
  );
  await win.page.setViewportSize({ width: 1280, height: 720 });

  await win.button('Remove rates.pdf').click();
  await win.button('Dismiss what is said of house.png').click();
  await eventually(() => tray().getByRole('listitem').count()).toBe(3);
  await win.button('Send').click();
  await eventually(() => asked('messages.send')).toHaveLength(1);
  expect(await asked('messages.send')).toMatchObject([
    { text: 'Here is the offer.', files: ['file-1'] },
  ]);
  expect(await asked('attachments.remove')).toEqual([{ fileId: 'file-2' }]);
});

test('pictures that do not fit are made smaller, and share the room', async () => {
  await openThread();
  await field().fill('The kitchen');
  await bring('paste', { name: 'kitchen.png', side: 900, type: 'image/png' });
  await eventually(() => item('kitchen.jpg').textContent()).toMatch(/2\.\d MB, sent as \d+ KB/);
  await bring('drop', { name: 'garden.png', side: 900, type: 'image/png' });
  await eventually(() => item('garden.jpg').textContent()).toMatch(/2\.\d MB, sent as \d+ KB/);
  const added = await asked('attachments.add');
  const sizes = added.map(({ bytes }) => (bytes as Uint8Array).length);
  expect(sizes).toHaveLength(2);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500_000);
  expect(await tray().textContent()).toContain('2 of 10 files');
  expect(await field().inputValue()).toBe('The kitchen');
});

test('a picture without words stands in the composer again when it is taken back', async () => {
  await openThread();
  await win.page.evaluate(() => {
    window.fake.world.holdsTexts = true;
  });
  await bring('paste', { name: 'house.png', side: 40, type: 'image/png' });
  await item('house.png').waitFor();
  await field().press('Enter');
  await win.button('Undo').click();
  await item('house.png').waitFor();
  // It goes with the next text as well.
  await field().fill('Here is the house.');
  await field().press('Enter');
  await eventually(() => asked('messages.send')).toHaveLength(2);
  const [first, second] = await asked('messages.send');
  expect(first).toMatchObject({ text: '', files: ['file-1'] });
  expect(second).toMatchObject({ text: 'Here is the house.', files: ['file-1'] });
});
