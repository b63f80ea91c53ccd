import { app, type WebPreferences } from 'electron';

/** What a page of ours may do: nothing of its own. Every window is made with this; a preload script is all that one may add. */
export const pageRights = {
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
  devTools: !app.isPackaged,
} as const satisfies WebPreferences;
