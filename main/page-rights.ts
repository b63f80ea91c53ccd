/** What Chromium would give to a page and no map needs: files by its own dialogs, devices, typefaces, messages, speech. */
const unneeded = [
  'DocumentPictureInPictureAPI',
  'EyeDropperAPI',
  'FencedFrames',
  'FileSystemAccess',
  'FileSystemAccessLocal',
  'FontAccess',
  'Notifications',
  'PaymentRequest',
  'Presentation',
  'PushMessaging',
  'ScriptedSpeechRecognition',
  'ScriptedSpeechSynthesis',
  'Serial',
  'SharedStorageAPI',
  'SharedWorker',
  'WebHID',
  'WebUSB',
];

/** What a page of ours may do: nothing of its own. Every window is made with this; a preload script is all that one may add. */
export function pageRights(isPackaged: boolean) {
  return {
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: !isPackaged,
    disableBlinkFeatures: unneeded.join(','),
  } as const;
}
