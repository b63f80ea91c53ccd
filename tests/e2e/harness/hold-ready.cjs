// Holds the start of the app back until Playwright is connected, as its own loader does, but without the switches by
// which that keeps Chromium quiet: what is traced must be what users start.
const { app } = require('electron');

process.argv.splice(1, process.argv.indexOf('--remote-debugging-port=0'));
const ready = app.whenReady();
const emit = app.emit.bind(app);
let isReady = false;
let given = [];
let release = () => undefined;
const released = new Promise((resolve) => {
  release = resolve;
});
app.emit = (name, ...args) => {
  if (name !== 'ready') return emit(name, ...args);
  given = args;
  return app.listenerCount('ready') > 0;
};
app.isReady = () => isReady;
app.whenReady = () => released;
globalThis.__playwright_run = async () => {
  const event = await ready;
  isReady = true;
  release(event);
  emit('ready', ...given);
};
