import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app, type BrowserWindow, nativeTheme, screen, session as electronSessions, shell } from 'electron';
import { z } from 'zod';
import { factsOf } from '../shared/ipc/error-facts';
import { mainText } from '../shared/text/main';
import { appUrl } from './asset-path';
import type { Context } from './context';
import { createHistory, type History } from './files/history';
import { type LineLog, openLog } from './files/log';
import { createPresence, presenceFolder } from './files/presence';
import { createRecovery } from './files/recovery';
import { sweepLeftovers } from './files/temp-file';
import { allHandlers } from './handlers/all-handlers';
import { type Closing, createClosing } from './handlers/closing';
import { openDropped } from './handlers/documents';
import { watchApp } from './handlers/support';
import { watchForMishaps } from './handlers/mishaps';
import { nativeQuestions } from './handlers/questions';
import { installIpc } from './ipc';
import { createKeptWork } from './kept-work';
import { forgetLostPage, leaveLostPage } from './lost-page';
import { failureOf, logOver } from './log';
import { type Log, sayEvent } from './log-events';
import { createLostWork } from './lost-work';
import { installMenu } from './menu';
import { openHanded } from './open-document';
import { createOutsides } from './outside';
import { createPresenting } from './handlers/presenting';
import { type ProfileFolder, profileFolder } from './profile-folder';
import { declareScheme, servePage } from './protocol';
import { createRecentFiles } from './recent-files';
import { hardenAllContents, hardenEngine, hardenSession } from './security';
import { createSessions, type Session } from './session';
import { type KeptSettings, openSettings } from './settings';
import { asksForCommandLine, filesToOpen, isDebuggable, isWeakened } from './start-arguments';
import { makeWindow, reportState, surfaceOf } from './window';
import { newLife } from './window-life';
import { besides, placeOn } from './window-place';

const handedSchema = z.object({ files: z.array(z.string().min(1).max(32_768)).max(100) });
const devUrl = app.isPackaged ? null : (process.env['STREAMWRIGHT_DEV_URL'] ?? null);
const outFolder = resolve(import.meta.dirname, '..');
const page = { url: devUrl ?? appUrl, preload: join(outFolder, 'preload', 'preload.cjs') };
const makeToken = (): string => randomBytes(16).toString('hex');
const now = (): number => Date.now();

let profile: ProfileFolder = { path: '', isLasting: true };

/** Files that the system hands over before the app is ready (macOS). */
const handedEarly: string[] = [];
let openFileNow = (path: string): void => void handedEarly.push(path);

/** How long the end of the app waits for a disk that does not answer, ms. */
const longestFlush = 3_000;

/** Keeps the app from ending before its settings and the last versions are on the disk. */
function flushAtEnd(settings: KeptSettings, history: History): void {
  app.on('will-quit', (event) => {
    const underway = [settings.flush(), history.settle()].filter((each) => each !== null);
    if (underway.length === 0) return;
    const flushing = Promise.all(underway);
    event.preventDefault();
    const limit = new Promise((end) => {
      setTimeout(end, longestFlush);
    });
    void Promise.race([flushing, limit]).then(() => app.exit());
  });
}

/** Uses a folder in the place of the profile until the app ends. */
function standIn(folder: string): void {
  app.setPath('userData', folder);
  app.on('quit', () => rmSync(folder, { recursive: true, force: true }));
}

/** In development what went wrong is also printed, with its message. */
function print(...what: readonly unknown[]): void {
  if (!app.isPackaged) console.error(...what);
}

/** Opens the older versions of this profile. */
function makeHistory(userData: string, { settings, report }: Pick<Context, 'settings' | 'report'>): History {
  return createHistory({
    folder: join(userData, 'history'),
    now,
    isOn: () => settings.get('preferences').keepsVersions,
    onProblem: (kind) => report({ what: 'version-not-kept', outcome: kind }),
  });
}

async function makeContext(lines: LineLog, report: Log, showWindow: Context['openWindow']): Promise<Context> {
  const userData = app.getPath('userData');
  const sessions = createSessions();
  const complain = (error: unknown): void => {
    print('settings:', error);
    report({ what: 'settings-not-written', ...failureOf(error) });
  };
  const tellAll = (): void => {
    for (const { surface } of sessions.all()) surface.send('settings:trouble', null);
  };
  const settings = await openSettings(userData, complain, tellAll);
  const recovery = createRecovery({
    folder: join(userData, 'recovery'),
    session: makeToken(),
    now,
    onProblem: (kind) => report({ what: 'work-not-kept', outcome: kind }),
    // The single-instance lock says that no other process uses this profile.
    isAlive: () => false,
  });
  const history = makeHistory(userData, { settings, report });
  flushAtEnd(settings, history);
  return {
    sessions,
    history,
    outside: createOutsides({ presence: createPresence({ folder: presenceFolder(tmpdir()), now }), now }),
    settings,
    report,
    lastOfLog: lines.lastLines,
    recovery,
    lost: createLostWork(recovery),
    recent: createRecentFiles({ settings, makeToken, now, home: homedir() }),
    makeToken,
    hasProfile: profile.isLasting,
    makeKept: () => createKeptWork(recovery, makeToken(), now),
    now,
    openWindow: showWindow,
    noteForSystem: (path) => app.addRecentDocument(path),
    questions: nativeQuestions,
    presenting: createPresenting(page.url),
    importWorker: join(outFolder, 'main', 'import-worker.js'),
    exportWorker: join(outFolder, 'main', 'export-worker.js'),
    showInFolder: (path) => shell.showItemInFolder(path),
    showMenu: (menus) =>
      installMenu(app.name, menus, (id) => {
        const front = sessions.all().find(({ surface }) => surface.isInFront());
        front?.surface.send('menu:command', { id });
      }),
  };
}

function openWindow(path: string | null, context: Context, closing: Closing): void {
  const place = context.settings.get('place');
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  const last = place?.bounds ?? null;
  const isFirst = context.sessions.all().length === 0;
  const window = makeWindow(page, placeOn(areas, last && !isFirst ? besides(last) : last));
  const session: Session = {
    id: window.webContents.id,
    surface: surfaceOf(window, (isDecided) => closing.close(window, session, isDecided)),
    document: null,
    granted: null,
    pendingPath: path,
    hasStarted: false,
    title: '',
    isDirty: false,
    kept: context.makeKept(),
    life: newLife(),
  };
  context.sessions.add(session);
  const windows = context.sessions.all().length;
  context.report({ what: 'window-opened', windows, withFile: path !== null });
  window.on('closed', () => {
    context.sessions.remove(session.id);
    context.outside.end(session);
  });
  window.on('focus', () => void context.outside.look(session));
  window.on('page-title-updated', (event) => event.preventDefault());
  window.once('ready-to-show', () => {
    if (place?.isMaximized && isFirst) window.maximize();
    window.show();
  });
  window.webContents.on('did-navigate', () => forgetLostPage(session, context));
  closing.watch(window, session);
  watchForMishaps(window, session, context);
  reportState(window, session.surface.send);
  // The page loads the editor at once where it is to show a file, while that is read here.
  void window.loadURL(path === null ? page.url : `${page.url}#map`);
}

function rememberPlace(window: BrowserWindow, { settings }: Context): void {
  settings.set('place', { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
}

function focusOrOpen({ sessions: windows, openWindow: open }: Context): void {
  const last = windows.all().at(-1);
  if (last) last.surface.focus();
  else open(null);
}

function listen(context: Context): void {
  openFileNow = (path) => void openHanded(path, context);
  app.on('second-instance', (_event, _argv, _folder, handed) => {
    const files = handedSchema.safeParse(handed).data?.files ?? [];
    context.report({ what: 'started-again', files: files.length });
    if (files.length === 0) focusOrOpen(context);
    for (const file of files) openFileNow(file);
  });
  app.on('activate', () => {
    if (context.sessions.all().length === 0) context.openWindow(null);
  });
}

function sweepFolders({ settings }: Context): void {
  const folders = new Set(settings.get('recent').map(({ path }) => dirname(path)));
  for (const folder of folders) void sweepLeftovers(folder, now());
}

async function run(files: readonly string[], lines: LineLog, report: Log): Promise<void> {
  await app.whenReady();
  hardenSession(electronSessions.defaultSession, devUrl);
  servePage(electronSessions.defaultSession, join(outFolder, 'renderer'));
  const context: Context = await makeContext(lines, report, (path) => openWindow(path, context, closing));
  const closing = createClosing(
    (window) => rememberPlace(window, context),
    (session) => leaveLostPage(session, context),
  );
  nativeTheme.themeSource = context.settings.get('preferences').theme;
  context.showMenu([]);
  installIpc({
    handlers: allHandlers(context),
    openDropped: (session, path) => openDropped(session, path, context),
    sessions: context.sessions,
    devUrl,
    report,
    print,
  });
  listen(context);
  const first = [...files, ...handedEarly];
  if (first.length === 0) context.openWindow(null);
  for (const file of first) await openHanded(file, context);
  sweepFolders(context);
}

function start(): void {
  const has = (name: string): boolean => app.commandLine.hasSwitch(name);
  const { debugging, weakened } = mainText.refused;
  const refusal = isDebuggable(has, process.execArgv) ? debugging : isWeakened(has) ? weakened : null;
  if (app.isPackaged && refusal !== null) {
    console.error(refusal);
    return app.exit(2);
  }
  const appPath = app.isPackaged ? null : app.getAppPath();
  const files = filesToOpen(process.argv, { cwd: process.cwd(), appPath });
  profile = profileFolder(app.getPath('userData'), app.getPath('temp'));
  if (!profile.isLasting) standIn(profile.path);
  if (!app.requestSingleInstanceLock({ files })) return app.exit(0);
  app.enableSandbox();
  declareScheme();
  hardenEngine(devUrl);
  hardenAllContents(devUrl);
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openFileNow(path);
  });
  const lines = openLog({ folder: join(app.getPath('userData'), 'logs'), now });
  const report = logOver(lines);
  watchApp(lines, report);
  run(files, lines, report).catch((error: unknown) => {
    print(error);
    lines.writeNow(sayEvent({ what: 'main-error', where: 'start', ...factsOf(error) }));
    app.exit(1);
  });
}

/** The command line's own program ends with its exit code; no display is needed, for Electron waits for this module. */
async function runCommandLine(): Promise<void> {
  await import(pathToFileURL(join(outFolder, 'cli', 'streamwright.js')).href);
  await new Promise((done) => process.stdout.write('', done));
  app.exit(Number(process.exitCode ?? 0));
}

if (asksForCommandLine(process.argv, app.isPackaged)) await runCommandLine();
else start();
