import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createFileDialogs } from '../../main/shell/file-dialogs.ts';

type Asked = { readonly parent: unknown; readonly options: Record<string, unknown> };

const fake = vi.hoisted(() => ({
  windows: [] as { isVisible(): boolean; isFocused(): boolean }[],
  asked: [] as Asked[],
  answer: { canceled: true, filePath: '', filePaths: [] as string[] },
}));

vi.mock('electron', () => {
  const ask = async (...args: readonly unknown[]) => {
    const parent = args.length > 1 ? args[0] : undefined;
    fake.asked.push({ parent, options: args.at(-1) as Asked['options'] });
    return fake.answer;
  };
  return {
    BrowserWindow: { getAllWindows: () => fake.windows },
    dialog: { showSaveDialog: ask, showOpenDialog: ask },
  };
});

const shown = { isVisible: () => true, isFocused: () => false };
const csv = { name: 'CSV', extensions: ['csv'] };

beforeEach(() => {
  Object.assign(fake, {
    windows: [shown],
    asked: [],
    answer: { canceled: false, filePath: '/out.csv', filePaths: ['/in.csv'] },
  });
});

describe('the system’s dialogs for files', () => {
  it('ask where to save, in front of the window', async () => {
    const options = { title: 'Export', fileName: 'calls.csv', kind: csv };
    expect(await createFileDialogs().chooseSave(options)).toBe('/out.csv');
    expect(fake.asked).toEqual([
      { parent: shown, options: { title: 'Export', defaultPath: 'calls.csv', filters: [csv] } },
    ]);
  });

  it('ask for a file or a folder', async () => {
    const dialogs = createFileDialogs();
    expect(await dialogs.chooseOpen({ title: 'Open', kind: csv })).toBe('/in.csv');
    expect(await dialogs.chooseFolder({ title: 'Folder' })).toBe('/in.csv');
    expect(fake.asked.map(({ options }) => options['properties'])).toEqual([
      ['openFile'],
      ['openDirectory', 'createDirectory'],
    ]);
  });

  it('stand alone while the window is in the tray', async () => {
    fake.windows = [{ isVisible: () => false, isFocused: () => false }];
    await createFileDialogs().chooseFolder({ title: 'Folder' });
    expect(fake.asked[0]?.parent).toBeUndefined();
  });

  it('answer undefined when the user thinks better of it', async () => {
    fake.answer = { canceled: true, filePath: '', filePaths: [] };
    const dialogs = createFileDialogs();
    expect(await dialogs.chooseSave({ title: '', fileName: '', kind: csv })).toBeUndefined();
    expect(await dialogs.chooseOpen({ title: '', kind: csv })).toBeUndefined();
    expect(await dialogs.chooseFolder({ title: '' })).toBeUndefined();
  });
});
