/** What the app says when a file could not be opened, saved or recovered; `name` is the file's name without its folder. */
export const filesText = {
  notSaved: {
    missing: (name: string) =>
      `“${name}” was not saved: something took it away while it was being written. Try again.`,
    'folder-missing': (name: string) =>
      `“${name}” was not saved: its folder is no longer there. A disk or a network drive may have been disconnected. Connect it and try again, or save in another folder.`,
    'no-permission': (name: string) =>
      `“${name}” was not saved: you may not write in its folder. Save in another folder.`,
    'read-only-file': (name: string) =>
      `“${name}” was not saved: the file is marked read-only, and is as it was. Save under another name.`,
    'read-only-disk': (name: string) =>
      `“${name}” was not saved: nothing can be written to this disk, which is read-only. Save on another disk.`,
    'disk-full': (name: string) =>
      `“${name}” was not saved: there is no room left on the disk. The file there is as it was. Make room and try again, or save on another disk.`,
    'not-a-file': (name: string) =>
      `“${name}” was not saved: it is a folder or a device, not a file. Choose another name.`,
    'link-loop': (name: string) =>
      `“${name}” was not saved: it is a link that leads back to itself. Choose another name.`,
    'name-too-long': (name: string) =>
      `“${name}” was not saved: the name is too long for this disk. Choose a shorter one.`,
    'bad-name': (name: string) =>
      `“${name}” was not saved: this disk does not accept the name. Choose another one.`,
    busy: (name: string) =>
      `“${name}” was not saved: another program is using the file. Close it there and try again, or save under another name.`,
    'io-error': (name: string, code: string | null) =>
      `“${name}” was not saved: the disk reported an error${code === null ? '' : ` (${code})`}. It may be damaged or disconnected. Save on another disk.`,
  },
  /** Another program was there first, while a file was being written that nobody has open here. */
  conflict: {
    changed: (name: string) =>
      `“${name}” was not saved: another program changed that file at the same moment, and nothing was overwritten. Try again, or choose another name.`,
    deleted: (name: string) =>
      `“${name}” was not saved: another program deleted or moved that file at the same moment. Try again, or choose another name.`,
    exists: (name: string) =>
      `“${name}” was not saved: another program made a file of that name at the same moment, and nothing was overwritten. Choose another name.`,
  },
  unconfirmed: (name: string) =>
    `“${name}” holds your work, but the disk did not confirm that it will stay there. Try again, or save a copy on another disk.`,
  linksSeparated: (name: string) =>
    `“${name}” is saved. It had a second name on this disk (a hard link), which keeps the version from before. Save under that name too if you need it there.`,
  notOpened: {
    missing: (name: string) =>
      `“${name}” does not exist any more. It may have been moved or renamed: look for it there and open it.`,
    'folder-missing': (name: string) =>
      `“${name}” cannot be found: its folder is not there. A disk or a network drive may have been disconnected. Connect it and open the file again.`,
    'no-permission': (name: string) =>
      `You may not read “${name}”. Ask whoever owns the file, or copy it to a folder of your own.`,
    'not-a-file': (name: string) => `“${name}” is a folder or a device, not a file. Choose a file.`,
    'link-loop': (name: string) => `“${name}” is a link that leads back to itself. Open the file itself.`,
    'name-too-long': (name: string) =>
      `“${name}” cannot be opened: the name is too long for this disk. Give the file a shorter one.`,
    'bad-name': (name: string) =>
      `“${name}” cannot be opened: this disk does not accept the name. Give the file another one.`,
    busy: (name: string) =>
      `“${name}” cannot be opened: another program is holding it. Close it there and try again.`,
    'io-error': (name: string, code: string | null) =>
      `“${name}” cannot be read: the disk reported an error${code === null ? '' : ` (${code})`}. It may be damaged or disconnected. Try again, or open a copy from elsewhere.`,
    'too-large': (name: string, megabytes: number, most: number) =>
      `“${name}” is too large to open: it has ${megabytes} MB, and ${most} MB is the most. A map is far smaller: is it the right file?`,
    'not-text': (name: string) =>
      `“${name}” is not a value-stream map: it holds no text that can be read. Is it the right file?`,
  },
};
