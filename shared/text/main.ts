/** What the main process says: native questions, window titles, and why something that was asked for is refused. */
export const mainText = {
  appName: 'Streamwright',
  untitled: 'Untitled stream',
  /** A file name in the place of one that Windows keeps for devices. */
  unreserved: (name: string) => `Stream ${name}`,
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
    /** Where versions of maps are kept. */
    detailKept:
      'The file then holds what you save. What it holds now is kept among its versions on this computer, as far as the disk takes it: File, Versions shows them.',
    replace: 'Replace',
    cancel: 'Cancel',
  },
  crashed: {
    message: 'This window stopped working.',
    detail:
      'Your work is safe: all edits up to the last second or two are kept on this computer. Open the window again to go on where you were.',
    nothingLost: 'Nothing is lost: all your work is saved. Open the window again to go on.',
    reopen: 'Open again',
    close: 'Close',
  },
  unresponsive: {
    message: 'This window does not respond.',
    detail:
      'Your work is safe: all edits up to the last second or two are kept on this computer. Wait a while, or open the window again and go on where you were.',
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
  versions: {
    /** What stands after the name of a file; `when` is `2026-11-22 10.14`. */
    mine: (when: string) => `my version ${when}`,
    theirs: (when: string) => `other version ${when}`,
    keptAmong: 'Saved. Theirs is kept among the versions.',
    keptBeside: (name: string) => `Saved. What was there before is kept beside it as “${name}”.`,
    notKept: (name: string) =>
      `“${name}” was not overwritten: what is there now could not be kept first, and would be lost. Save your work under another name.`,
    displaced: (name: string) =>
      `Your work is saved. Another program wrote the file at the same moment; what it wrote is kept beside it as “${name}”. Open that file if you want to compare the two.`,
    displacedLost: (name: string) =>
      `Your work is saved. Another program wrote “${name}” at the same moment, and what it wrote could not be kept. Ask whoever has the file open there to save it under another name.`,
  },
  refused: {
    unknownDocument:
      'This file is no longer open in this window. Your work is still here: save it under a name.',
    openElsewhere: (name: string) =>
      `“${name}” is open in another window and was not touched. Choose another name.`,
    readOnly: (name: string) =>
      `“${name}” comes from a newer version of Streamwright and is not written over. Save under another name.`,
    notSound:
      'The work did not pass its own check, so nothing was written: the file is as it was, and your work is still in this window. Undo the last edits and save again.',
    forgotten: 'This file is no longer in the list of recent files. Open it with File, Open.',
    notThere: (name: string) =>
      `“${name}” does not hold what was open here any more. Nothing was written, and your work is safe in this window: save it under another name.`,
    nothingKept:
      'This work is no longer there: it was opened, saved or discarded meanwhile, perhaps in another window. Look there, and at its file.',
    notAMap: (name: string) =>
      `“${name}” is neither a value-stream map (.vsmap) nor a diagram or table that can be imported. Choose another file.`,
    notPrinted:
      'The printer did not take the sheets. Check that it is switched on, or save a PDF file and print that. Your work is as it was.',
    noPrinter:
      'No printer was found on this computer. Connect one, or save a PDF file and print that elsewhere. Your work is as it was.',
    internal:
      'Something went wrong inside Streamwright. Your work is still in this window. Try again; if it happens again, save the work and start Streamwright anew.',
    debugging: 'Streamwright does not start with a debugging switch. Start it without.',
    weakened:
      'Streamwright does not start with a switch that takes its protection away, such as --no-sandbox. Start it without.',
  },
};
