/** Words of the kept versions of a document. */
export const historyText = {
  title: (name: string) => `Versions of ${name}`,
  copyName: (name: string, at: string | null) =>
    at === null ? `${name} (older version)` : `${name} (version of ${at})`,
  copyOpened: 'This is a copy of an older version. Save it under a name of its own to keep it.',
  damaged:
    'This version is damaged on the disk and cannot be shown. The file itself and the other versions are not touched by that.',
  trouble:
    'Saved, but no version of it could be kept: the disk of your user folder refuses. Your file is complete.',
} as const;
