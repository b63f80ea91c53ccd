// Loaded into the app before it starts: hands on what it asks in message boxes, and moves and clicks the mouse on request.
// No test driver is attached to the page meanwhile, since Chromium never calls a page hung that is being debugged.
const { app, BrowserWindow, dialog } = require('electron');

const tell = (what, more = {}) => process.send({ what, ...more });
let answer = () => undefined;

app.on('web-contents-created', (_event, contents) => {
  contents.on('unresponsive', () => tell('unresponsive'));
  contents.on('responsive', () => tell('responsive'));
  contents.on('did-finish-load', () => tell('loaded'));
});

dialog.showMessageBox = (_window, { message, buttons, signal }) => {
  tell('asked', { message, buttons });
  return new Promise((resolve) => {
    answer = (response) => resolve({ response, checkboxChecked: false });
    signal?.addEventListener('abort', () => {
      tell('withdrawn');
      answer(0);
    });
  });
};

process.on('message', ({ press, answer: response }) => {
  if (response !== undefined) return answer(response);
  const [window] = BrowserWindow.getAllWindows();
  const at = { x: press, y: press, button: 'left', clickCount: 1 };
  for (const type of ['mouseMove', 'mouseDown', 'mouseUp'])
    window?.webContents.sendInputEvent({ type, ...at });
});
