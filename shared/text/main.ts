/** What the main process says: native questions, window titles, and why something that was asked for is refused. */
export const mainText = {
  appName: 'Streamwright',
  untitled: 'Untitled stream',
  windowTitle: (name: string, isDirty: boolean) => `${isDirty ? '• ' : ''}${name} – Streamwright`,
  close: {
    question: (name: string) => `Save the changes to “${name}”?`,
    detail: 'If you do not save them, they are lost.',
    save: 'Save',
    discard: "Don't save",
    cancel: 'Cancel',
  },
  replace: {
    question: (name: string) => `“${name}” already exists. Replace it?`,
    detail: 'Its present content is lost.',
    replace: 'Replace',
    cancel: 'Cancel',
  },
  crashed: {
    message: 'This window stopped working.',
    detail: 'Unsaved work was kept. Open the window again to get it back.',
    reopen: 'Open again',
    close: 'Close',
  },
  unresponsive: {
    message: 'This window does not respond.',
    detail: 'Wait for it, or open it again with the work that was kept.',
    wait: 'Wait',
    reopen: 'Open again',
  },
  dialog: {
    open: 'Open a value-stream map',
    save: 'Save the value-stream map',
    importFile: 'Import a diagram or a table',
    export: 'Export',
    maps: 'Value-stream maps',
    foreign: 'Diagrams and tables (draw.io, BPMN, Mermaid, Excel, CSV)',
    allFiles: 'All files',
  },
  refused: {
    unknownDocument: 'This file is no longer open in this window. Save the work under a name.',
    openElsewhere: (name: string) => `“${name}” is open in another window. Choose another name.`,
    readOnly: (name: string) =>
      `“${name}” comes from a newer version of Streamwright and is not written over. Save under another name.`,
    notSound: 'The work did not pass its own check, so nothing was written. The file on disk is unchanged.',
    forgotten: 'This file is no longer in the list.',
    nothingKept: 'This work is no longer there to be recovered.',
    notAMap: (name: string) =>
      `“${name}” is neither a value-stream map (.vsmap) nor a diagram or table that can be imported.`,
    notPrinted:
      'The printer did not take the sheets. Check that it is switched on, or save a PDF file and print that.',
    internal: 'Something went wrong inside Streamwright.',
    debugging: 'Streamwright does not start with a debugging switch.',
  },
};
