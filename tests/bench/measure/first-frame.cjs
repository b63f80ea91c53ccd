// Loaded into the main process before the app (`electron -r`): prints when the first frame with the awaited element
// was drawn and the page was free again, as milliseconds of the wall clock, with the processor time of the main process
// and the page until then, and ends the app.
const { app } = require('electron');

const selector = JSON.stringify(process.env.BENCH_SELECTOR);
const script = `new Promise((resolve) => {
  const look = () => document.querySelector(${selector})
    ? requestAnimationFrame(() => setTimeout(() => resolve(performance.timeOrigin + performance.now())))
    : requestAnimationFrame(look);
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    void contents.mainFrame.executeJavaScript(script).then((at) => {
      const work = app
        .getAppMetrics()
        .filter(({ type }) => type === 'Browser' || type === 'Tab')
        .reduce((sum, { cpu }) => sum + (cpu.cumulativeCPUUsage ?? 0) * 1000, 0);
      console.log('first frame at', at, 'work', Math.round(work));
      app.exit(0);
    });
  });
});
