/** What the app says when others changed, moved or deleted the open file. `name` is the file's name without its folder, `when` a time as people say it. */
export const conflictsText = {
  /** The name of the bar above the page. */
  label: 'The file on the disk',
  mine: 'Your version',
  theirs: 'Their version',
  /** In the comparison, where theirs was to be taken. */
  changedAgain:
    'Their version has changed once more, so nothing was taken. This is how it is now: please decide again.',
  notShown: 'Their version cannot be shown',
  notShownText: (why: string) =>
    `${why} Your work is safe in this window, and the file was left as it is. To keep both, save yours under another name.`,
  ofTheirs: (remark: string) => `Their version: ${remark}`,
  hide: 'Hide this message',
  backAgain: (name: string) => `“${name}” on the disk is again as this window knows it.`,
  backUnconfirmed: (name: string) =>
    `“${name}” is back, but the disk did not confirm that it will stay there. Your work is safe in this window and counts as unsaved: save it again, or save a copy on another disk.`,
  backUnconfirmedDirty: (name: string) =>
    `“${name}” is back without your last changes, and the disk did not confirm that it will stay there. Your work is safe in this window: save it again, or save a copy on another disk.`,
  sameAsHere: (name: string) => `“${name}” was changed on the disk, and holds the same as this window.`,
  took: (name: string) => `This is “${name}” as it is on the disk now. Undo brings your version back.`,
  following: (name: string) => `This window goes on with “${name}”.`,
  bar: {
    changed: (name: string) => `“${name}” was changed by somebody else`,
    changedClean: (when: string) =>
      `Noticed ${when}. This window still shows the version that was opened here.`,
    changedDirty: (when: string) =>
      `Noticed ${when}. Your work is safe in this window: nothing was overwritten, on either side.`,
    deleted: (name: string) => `“${name}” was deleted or moved away`,
    deletedText: (when: string) =>
      `Noticed ${when}. Your work is safe: all of it is in this window. Save it again to have a file.`,
    moved: (name: string, newName: string) => `“${name}” is now called “${newName}”`,
    movedText: (when: string) =>
      `Noticed ${when}. Your work is safe in this window. Where shall it be saved?`,
    copied: (name: string) => `“${name}” was deleted or moved away`,
    copiedText: (newName: string, when: string) =>
      `Noticed ${when}. Your work is safe in this window. “${newName}” beside it is another file with the same content.`,
    notAFile: (name: string) => `Something else has taken the place of “${name}”`,
    notAFileText: (when: string) =>
      `Noticed ${when}: a folder or a device has this name now. Your work is safe in this window; save it under another name.`,
    unreachable: (name: string) => `“${name}” cannot be reached`,
    unreachableText: (when: string) =>
      `Since ${when}: its folder is gone, or the disk or network is not connected. Your work is safe in this window; this message goes when the file is back.`,
    alsoOpen: (name: string) => `“${name}” is also open in another Streamwright on this computer`,
    alsoOpenText: (when: string) =>
      `Since ${when}. Whoever saves second is asked; nothing is overwritten without a question.`,
  },
  ways: {
    show: 'Show their version',
    keepBoth: 'Keep both',
    compare: 'Compare',
    take: 'Take theirs',
    overwrite: 'Overwrite',
    again: 'Save it again there',
    oldName: 'Save under the old name',
    as: 'Save as…',
    follow: (newName: string) => `Go on with “${newName}”`,
    look: 'Look again',
    later: 'Not now',
  },
  dialog: {
    changed: (name: string) => `Somebody else has changed “${name}”`,
    changedText:
      'It is not the version that was opened here any more. Nothing was overwritten, and your work is safe in this window. What shall be done?',
    changedAgain:
      'It has changed once more while you were being asked. Nothing was overwritten, and your work is safe in this window. What shall be done?',
    gone: (name: string) => `“${name}” is not there any more`,
    goneText:
      'It was deleted or moved away since it was opened here. Nothing was written, and your work is safe in this window. Where shall it be saved?',
    keepBoth: 'Saves your version beside theirs under a new name and goes on with that.',
    compare: 'Shows both side by side, where you can decide as well.',
    take: 'Shows their version here. Undo brings yours back.',
    overwrite: 'Your version takes the place of theirs. Theirs is kept among the versions of this file.',
    again: 'Makes the file again with your work.',
    as: 'Asks for a name and a folder.',
    follow: 'Saves into the file under its new name.',
    followCopy: 'Saves into another file with the same content.',
  },
} as const;
