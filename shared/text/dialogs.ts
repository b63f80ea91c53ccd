/** Words of dialogs and messages. */
export const dialogsText = {
  close: 'Close',
  cancel: 'Cancel',
  ok: 'OK',
  copyFailed: 'The clipboard could not be written. Try again.',
  exported: (name: string) => `Exported ${name}`,
  savedAs: (name: string) => `Saved ${name}`,
  openFailed: 'The file could not be opened',
  nothingChanged: (sentence: string) => `${sentence} Nothing was changed.`,
  saveFailed: 'The file was not saved',
  openWarning: 'The file was opened, with a remark',
  savedWarning: 'The file was saved, with a remark',
  broken: {
    title: 'This window has stopped',
    text: 'Something went wrong while drawing. Your work is safe: all edits up to the last second or two are kept on this computer. Begin again to go on where you were.',
    again: 'Begin again',
  },
  unsaved: {
    title: 'Save your work first?',
    description: 'This window shows work that is not saved. It would make room for the new map.',
    save: 'Save',
    discard: 'Do not save',
  },
  table: {
    title: 'The table could not be read',
    description: (name: string, count: number) =>
      count === 1
        ? `This keeps ${name} from being imported. Correct it and import again; nothing was changed here.`
        : `${name} has ${String(count)} places that cannot be understood. Correct them and import again; nothing was changed here.`,
    imported: (name: string) => `Imported ${name}`,
  },
  shortcuts: { title: 'Keyboard shortcuts', search: 'Find a shortcut', none: 'No shortcut fits.' },
  about: {
    title: 'About Streamwright',
    version: (version: string) => `Version ${version}`,
    text: 'Value-stream mapping for service management. Works offline; nothing leaves this computer.',
    notice:
      'ITIL is a registered trade mark of PeopleCert. Streamwright is independent: it names the framework, copies none of its texts and implies no endorsement.',
    thanks:
      'The canvas is built with React Flow (MIT). The typefaces are Inter, Noto Sans JP and Noto Emoji (SIL Open Font License). Icons by Lucide (ISC).',
  },
  roles: {
    title: 'Roles and people',
    description:
      'People of one role form a pool that its steps share. Availability is the part of their time for this stream.',
    name: 'Role',
    people: 'People',
    availability: 'Available',
    rate: 'Rate per hour',
    utilisation: 'Used',
    add: 'Add a role',
    newName: (count: number) => `Role ${String(count)}`,
    remove: (name: string) => `Remove ${name}`,
    none: 'No roles yet.',
    notNumber: 'Type a number, for example 4.',
    notShare: 'Type a share, for example 65%.',
  },
} as const;
