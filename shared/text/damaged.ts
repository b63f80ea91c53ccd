const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The dialog that offers what could be recovered of a damaged file. */
export const damagedText = {
  title: (name: string) => `“${name}” is damaged`,
  untouched: 'The file itself was left as it is.',
  whole: 'All of it could be recovered.',
  partly: 'A part of it could be recovered.',
  found: (maps: number, steps: number, flows: number) =>
    `There ${steps === 1 ? 'is' : 'are'} ${counted(steps, 'step', 'steps')} and ${counted(flows, 'flow', 'flows')} on ${counted(maps, 'map', 'maps')}.`,
  noSteps: 'There are no steps in it, but other entries, such as the charter, stakeholders or roles.',
  nothing: 'Nothing of it could be recovered.',
  version: (when: string | null) =>
    when === null
      ? 'Kept on this computer: an earlier version of it, which is whole.'
      : `Kept on this computer: its version from ${when}, which is whole.`,
  openVersion: 'Open the last good version',
  versionName: (name: string) => `${name} (last good version)`,
  remarks: 'What was lost or is in doubt',
  wholeRemarks: 'What was put right',
  copy: 'Copy this list',
  copied: 'The list was copied',
  asCopy: 'It opens as a copy without a file. Look through it, then save it under a name of its own.',
  open: 'Open what was recovered',
  openWhole: 'Open the copy',
  copyName: (name: string) => `${name} (recovered)`,
  opened: 'This is a copy. Save it under a name of its own.',
  workHere: 'Your work in this window is safe: it was not touched by that. Save it under another name.',
  noneLeft: 'Nothing of it could be recovered. Look for another copy of the file.',
  tooLarge: (megabytes: number) =>
    `Nothing of it was recovered, because it has more than ${megabytes} MB. Look for another copy of the file.`,
} as const;
