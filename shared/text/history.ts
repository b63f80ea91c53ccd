const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${String(count)} ${many}`;

function moreAndFewer(more: number, fewer: number, one: string, many: string): string {
  if (more === 0) return `${counted(fewer, one, many)} fewer`;
  return `${counted(more, one, many)} more${fewer === 0 ? '' : ` and ${String(fewer)} fewer`}`;
}

/** What stands after the name of a copy already. */
const copyNote = / \((?:older version|version of \d{4}-\d\d-\d\d \d\d\.\d\d)\)$/;

/** Words of the kept versions of a document. */
export const historyText = {
  title: (name: string) => `Versions of ${name}`,
  where:
    'Each save keeps a version on this computer, in the folder of this app and not beside your file. Older ones make room by and by.',
  whereOff: 'Versions that were kept before stay on this computer, in the folder of this app.',
  list: 'Versions, the newest first',
  /** `name` is that of the file. */
  earlier: (name: string) =>
    `Before this, the work had the name “${name}”. Its versions from then are kept under that.`,
  showEarlier: 'Show them',
  backTo: (name: string) => `Back to the versions of “${name}”`,
  days: { today: 'Today', yesterday: 'Yesterday', unknown: 'Time not known' },
  why: { saved: 'Saved', opened: 'As it was opened', replaced: 'Before it was replaced' },
  number: (version: number) => `Version ${String(version)}`,
  /** A version in the names of a comparison. */
  versionOf: (when: string) => `Version of ${when}`,
  now: 'Now',
  loading: 'The version is being read…',
  first: 'The oldest version that is kept',
  noChange: 'The same as the version before',
  /** The first of many parts. */
  andMore: (parts: string) => `${parts} and more`,
  steps: (count: number) => counted(count, 'step', 'steps'),
  picture: (map: string, when: string) => `${map} in the version of ${when}`,
  emptyMap: 'The map of this version is empty.',
  noPicture: 'Too large for a picture here. “Compare with now” shows it.',
  damagedShort: 'Damaged, cannot be shown',
  rebuilt:
    'The list of these versions was damaged. The versions themselves are kept, and your file is as it was; only their times are not known any more.',
  sameAsNow: 'This version is the same as what this window shows.',
  sinceThen: 'Since then',
  figures: {
    title: 'Figures',
    figure: 'Figure',
    earlier: 'This version',
    now: 'Now',
    difference: 'Difference',
  },
  map: (name: string) => `Map: ${name}`,
  compareNow: 'Compare with now',
  compareBefore: 'Compare with the version before',
  compareOther: 'Compare with another version',
  chooseOther: 'Choose a version',
  openCopy: 'Open as a copy',
  copyHint: 'The copy opens in a window of its own. This file stays as it is.',
  empty: {
    never:
      'Versions appear once this work is saved to a file. Each save keeps one, so that you can look back.',
    none: 'There are no versions of this file yet. The next save keeps the first one.',
    off: 'Versions are not kept on this computer any more. Those that were kept before are shown here. The settings turn it on again.',
    offNone:
      'Versions are not kept on this computer, and there is none of this file from before. The settings turn it on.',
    save: 'Save…',
    settings: 'Open the settings',
  },
  changes: {
    /** In one part, so that what came is never told without what went. */
    steps: (more: number, fewer: number) => moreAndFewer(more, fewer, 'step', 'steps'),
    stepsChanged: (count: number) => counted(count, 'step changed', 'steps changed'),
    leadTime: (before: string, after: string) => `lead time ${before} to ${after}`,
    leadTimeUnknown: 'not known',
    elements: (count: number) => counted(count, 'other element changed', 'other elements changed'),
    flows: (count: number) => counted(count, 'flow changed', 'flows changed'),
    maps: (more: number, fewer: number) => moreAndFewer(more, fewer, 'map', 'maps'),
    mapFields: 'details of a map',
    places: 'places on the map',
  },
  copyName: (name: string, at: string | null) =>
    `${name.replace(copyNote, '')} (${at === null ? 'older version' : `version of ${at}`})`,
  copyOpened: 'This is a copy of an older version. Save it under a name of its own to keep it.',
  damaged:
    'This version is damaged on the disk and cannot be shown. The file itself and the other versions are not touched by that: choose another version.',
  trouble:
    'Your work is saved in its file. No version of it could be kept to look back on: the disk of your user folder refuses, and may be full. Make room there; the next save keeps one again.',
  notRead:
    'The versions of this file cannot be read at the moment: the disk of your user folder refuses. Your file and your work are not touched by that.',
  again: 'Try again',
  settings: {
    keep: 'Keep versions of saved files on this computer',
    keepHint:
      'Every save and every opening keeps a version in the folder of this app for your user alone, 200 MB at most in all: all of the last day, then one of each hour for three days and one of each day for thirty. Nothing leaves this computer.',
    remove: 'Delete all kept versions…',
    removeHint: 'Your files stay as they are. Versions of all of them go for good.',
    question: 'Delete all kept versions?',
    removeText:
      'The versions of every file that was saved or opened here are deleted for good. The files themselves stay.',
    removeNow: 'Delete them',
    keepThem: 'Keep them',
    removed: 'All kept versions are deleted.',
    notRemoved:
      'The versions could not all be deleted: the disk refused. Your files are not touched by that. Try again later.',
  },
} as const;
