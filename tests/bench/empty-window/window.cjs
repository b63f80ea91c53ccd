// The least that Electron can show: one window of the app's size with an empty page. What the app's start is compared to.
const path = require('node:path');
const { app, BrowserWindow } = require('electron');

app.enableSandbox();
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, frame: false });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(path.join(__dirname, 'index.html'));
});
