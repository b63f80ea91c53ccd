import { arch, cpus, freemem, release, totalmem } from 'node:os';
import { app, type Display, screen } from 'electron';
import { factsOf } from '../../shared/ipc/error-facts';
import type { ScreenFacts, SupportFacts } from '../../shared/ipc/support';
import type { Context } from '../context';
import type { LineLog } from '../files/log';
import type { Handlers } from '../ipc';
import { brokeOff } from '../log';
import { type Log, type LogEvent, sayEvent } from '../log-events';
import { saveText } from '../save-text';

type SupportChannels = 'support:facts' | 'support:save' | 'support:page-error';

const megabyte = 1024 * 1024;
/** How many lines of the log the information for support holds. */
const linesForSupport = 300;

const megabytes = (bytes: number): number => Math.round(bytes / megabyte);

function factsOfScreen({ size, scaleFactor, colorDepth }: Display): ScreenFacts {
  return { width: size.width, height: size.height, scale: scaleFactor, depth: colorDepth };
}

async function gather(context: Context, log: readonly string[]): Promise<SupportFacts> {
  const { electron, chrome, node } = process.versions;
  return {
    madeAt: new Date(context.now()).toISOString(),
    electron: electron ?? '',
    chromium: chrome ?? '',
    node,
    isPackaged: app.isPackaged,
    minutes: Math.round(process.uptime() / 60),
    windows: context.sessions.all().length,
    system: process.platform,
    release: release(),
    processor: arch(),
    cores: cpus().length,
    memoryMb: megabytes(totalmem()),
    freeMemoryMb: megabytes(freemem()),
    usedMemoryMb: megabytes(process.memoryUsage.rss()),
    language: app.getLocale(),
    screens: screen.getAllDisplays().map(factsOfScreen),
    kept: (await context.lost.list()).length,
    recent: (await context.recent.list()).length,
    log,
  };
}

/** Information for support: gathered for the page, which shows it, and written as the page showed it. */
export function supportHandlers(context: Context): Pick<Handlers, SupportChannels> {
  return {
    'support:facts': async () => await gather(context, await context.lastOfLog(linesForSupport)),
    'support:save': (session, { text }) => saveText(session, text, context),
    'support:page-error': (_session, facts) => {
      context.report({ what: 'page-error', ...facts });
      return null;
    },
  };
}

/** The start of the app as the log tells it. */
function started(): LogEvent {
  const { electron, chrome, node } = process.versions;
  return {
    what: 'app-started',
    version: app.getVersion(),
    electron: electron ?? '',
    chromium: chrome ?? '',
    node,
    system: process.platform as 'linux',
    release: release(),
    processor: process.arch as 'x64',
    memoryMb: megabytes(totalmem()),
    packaged: app.isPackaged,
  };
}

/** Writes down start, end and deaths of the app and its processes; in development errors are also printed. */
export function watchApp(lines: LineLog, log: Log): void {
  const startedAt = new Date().toISOString();
  void lines.lastLines(1000).then((last) => {
    if (brokeOff(last, startedAt)) log({ what: 'earlier-run-broke-off' });
    log(started());
  });
  process.on('uncaughtExceptionMonitor', (error) =>
    lines.writeNow(sayEvent({ what: 'main-error', where: 'uncaught', ...factsOf(error) })),
  );
  process.on('unhandledRejection', (reason) => {
    log({ what: 'main-error', where: 'promise', ...factsOf(reason) });
    if (!app.isPackaged) console.error('A promise was rejected and nobody saw to it:', reason);
  });
  app.on('web-contents-created', (_event, contents) => {
    contents.on('unresponsive', () => log({ what: 'page-hangs' }));
    contents.on('responsive', () => log({ what: 'page-answers-again' }));
  });
  app.on('render-process-gone', (_event, _contents, { reason, exitCode }) => {
    if (reason !== 'clean-exit') log({ what: 'page-gone', reason, code: exitCode });
  });
  app.on('child-process-gone', (_event, { type, reason }) => {
    if (reason !== 'clean-exit') log({ what: 'helper-gone', helper: type, reason });
  });
  app.on('quit', () =>
    lines.writeNow(sayEvent({ what: 'app-ended', minutes: Math.round(process.uptime() / 60) })),
  );
}
