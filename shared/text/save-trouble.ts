/** What the app says around a file that could not be saved, and while unsaved work has no copy for emergencies. */
export const saveTroubleText = {
  safe: 'Your work is safe: it is all in this window, marked as not saved, and a copy for emergencies is kept on this computer.',
  onlyHere:
    'Your work is all in this window, and only there: no copy for emergencies can be written at the moment. Leave the window open until the work is saved.',
  unexpected:
    'Something went wrong inside Streamwright while the file was being saved. Try again, or save under another name.',
  later: 'Not now',
  again: 'Try again',
  elsewhere: 'Save under another name…',
  settings:
    'Settings and the list of recent files cannot be kept at the moment: the disk of your user folder refuses, and may be full. They hold until Streamwright ends; make room there, and they are kept with the next setting. Your maps are not touched by that.',
  /** In the status bar. */
  noCopy: 'No safety copy of unsaved edits',
  noProfile: 'Settings and safety copies last until Streamwright ends',
  noProfileLong:
    'The folder in which Streamwright keeps its settings cannot be written. Maps can be opened and saved as ever; settings, versions and safety copies last only until Streamwright ends. Save often, and ask whoever cares for this computer to look at the folder.',
} as const;
