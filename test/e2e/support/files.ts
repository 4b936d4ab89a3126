import type { ElectronApplication } from '@playwright/test';

/** What the user chooses in the system's next dialog for files. */
export type FileAnswer = { readonly open: string } | { readonly save: string };

/** Answers the next dialog for opening or saving a file, which no test can press. */
export async function answerFileDialog(
  app: ElectronApplication,
  answer: FileAnswer,
): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    if ('open' in chosen) {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen.open] });
    } else {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen.save });
    }
  }, answer);
}
