// Shows the built page of the bare canvas (its file is the first argument after this one).
const { app, BrowserWindow } = require('electron');

app.enableSandbox();
void app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900, show: false, frame: false });
  window.once('ready-to-show', () => window.show());
  void window.loadFile(process.env.BENCH_PAGE);
});
