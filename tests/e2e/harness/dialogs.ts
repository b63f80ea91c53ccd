import type { ElectronApplication } from '@playwright/test';

/** Answers given in place of the person, each to the next native dialog of its kind only. */
export interface Dialogs {
  /** The file that the next open dialog gives; null: cancelled. */
  nextOpenPath(file: string | null): Promise<void>;
  /** The file that the next save dialog gives; null: cancelled. */
  nextSavePath(file: string | null): Promise<void>;
  /** The index of the button that is pressed in the next message box. */
  nextMessageBoxAnswer(button: number): Promise<void>;
}

/** Replaces the return value of native dialogs, which no test can click; the product itself is untouched. */
export function dialogsOf(app: ElectronApplication): Dialogs {
  return {
    nextOpenPath: (file) =>
      app.evaluate(({ dialog }, chosen) => {
        const original = dialog.showOpenDialog;
        dialog.showOpenDialog = () => {
          dialog.showOpenDialog = original;
          return Promise.resolve({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] });
        };
      }, file),
    nextSavePath: (file) =>
      app.evaluate(({ dialog }, chosen) => {
        const original = dialog.showSaveDialog;
        dialog.showSaveDialog = () => {
          dialog.showSaveDialog = original;
          return Promise.resolve({ canceled: chosen === null, filePath: chosen ?? '' });
        };
      }, file),
    nextMessageBoxAnswer: (button) =>
      app.evaluate(({ dialog }, chosen) => {
        const original = dialog.showMessageBox;
        dialog.showMessageBox = () => {
          dialog.showMessageBox = original;
          return Promise.resolve({ response: chosen, checkboxChecked: false });
        };
      }, button),
  };
}
