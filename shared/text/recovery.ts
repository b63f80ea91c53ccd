import { shortened } from './shortened';

const many = (count: number, one: string, more: string): string =>
  `${String(count)} ${count === 1 ? one : more}`;

/** The longest name of a field that stands in a button. */
const longest = 36;

const cut = (name: string): string => shortened(name, longest);

const sentence = (words: string): string => (words === '' || words.endsWith('.') ? words : `${words}.`);

/** Work that was not saved: how it is offered, brought back and given up. */
export const recoveryText = {
  title: 'Work that was not saved',
  /** `damaged`: how much of what is listed below cannot be opened. */
  description: (hasFile: boolean, damaged: 'none' | 'some' | 'all') => {
    if (damaged === 'all')
      return 'Streamwright or this computer stopped before this was saved, and what was kept of it is damaged.';
    const what = damaged === 'some' ? 'What is not damaged' : 'It';
    return `Streamwright or this computer stopped before this was saved. ${what} is safe on this computer until you save it or discard it. Opening it gives a copy${hasFile ? '; the saved file stays as it is' : ''}.`;
  },
  /** The name of the work, and of the file where that is another. */
  neverSaved: 'Never saved to a file',
  fromFile: (file: string) => `From ${file}`,
  lastEdit: (when: string) => `Last edit ${when}`,
  afterSave: (span: string) => `${span} after the file was saved`,
  fileGone: 'the file is no longer there',
  fileChanged: (when: string) => `the file was saved again since, ${when}`,
  lastDone: (label: string) => `Last: ${label}`,
  typedIn: (field: string) => (field === '' ? 'text being typed' : `text being typed in “${field}”`),
  typed: {
    title: (field: string) => (field === '' ? 'You were typing a text' : `You were typing in “${field}”`),
    description:
      'This text was not stored yet. Copy it and put it where it belongs: it is gone once this is closed.',
    descriptionWithPlace:
      'This text was not stored yet. Put it back where you were typing it, or copy it: it is gone once this is closed.',
    text: 'The text',
    copy: 'Copy the text',
    put: (field: string) => `Put it into “${cut(field)}”`,
    done: (field: string) => `Your text is back in “${cut(field)}”.`,
    notThere:
      'It could not be put back: that field is not there any more. Copy the text: it is gone once this is closed.',
    refused: (reason: string) =>
      `It could not be put back. ${sentence(reason)} Copy the text: it is gone once this is closed.`,
    standing: (field: string, reason: string) =>
      `Your text stands in “${cut(field)}” again, but is not stored. ${sentence(reason)}`,
  },
  allOfIt: 'The unsaved work',
  edits: (count: number) => many(count, 'unsaved edit', 'unsaved edits'),
  steps: (count: number) => many(count, 'step', 'steps'),
  maps: (count: number) => many(count, 'map', 'maps'),
  notWhole: 'The last edits could not be read; everything before them is here.',
  newer: 'This work was kept by a newer version of Streamwright. It stays kept; open it with that version.',
  unreadable:
    'This work is damaged and cannot be opened. Its file and the versions of that are not touched by this: go on from there.',
  unreadableNew:
    'This work is damaged and cannot be opened. It was never saved to a file, so it has to be begun again.',
  notOpened: 'This work could not be opened',
  open: 'Open the copy',
  compare: 'Compare with the file',
  discard: 'Discard',
  savedFile: (name: string) => `${name}, as saved`,
  keptWork: 'Unsaved work',
  openLabel: (name: string) => `Open the copy of ${name}`,
  compareLabel: (name: string) => `Compare ${name} with the saved file`,
  discardLabel: (name: string) => `Discard the unsaved work on ${name}`,
  restoredName: (title: string) => `${title} (restored)`,
  restored: (when: string) =>
    `This is your work as it was ${when}. It is a copy: save it to keep it. The file is as it was.`,
  restoredNew: (when: string) => `This is your work as it was ${when}. Save it to keep it.`,
  returned: (when: string) => `The window stopped working. Your work is back as it was ${when}.`,
  returnedPart: (when: string) =>
    `The window stopped working. Your work is back as it was ${when}; edits after that could not be read.`,
  stoppedAgain:
    'The window stopped working again right after your work was shown. The work is safe: it is kept below, and you can open it as a copy.',
  discarding: {
    title: (name: string) => `Discard the unsaved work on “${name}”?`,
    description: (edits: string, when: string) =>
      `${edits}, the last one ${when}, will be gone for good. A saved file is not touched.`,
    discard: 'Discard',
    keep: 'Keep it',
  },
  beside: {
    title: 'There is unsaved work on this file',
    description: (name: string, damaged: 'none' | 'some' | 'all') =>
      `“${name}” is open as it was last saved. Edits that were not saved are ${damaged === 'some' || damaged === 'all' ? 'kept' : 'safe'} on this computer:`,
    later: 'Not now',
    laterHint: 'Until you save or discard it, it stays kept, and the start screen offers it.',
  },
  notKept:
    'No safety copy of your unsaved edits can be written on this computer: its disk may be full. Save your work now.',
};
