import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Context } from '../../main/context';
import { createPresence } from '../../main/files/presence';
import { createHistory } from '../../main/files/history';
import { createRecovery } from '../../main/files/recovery';
import { createKeptWork } from '../../main/kept-work';
import { logOver } from '../../main/log';
import { createOutsides } from '../../main/outside';
import { createLostWork } from '../../main/lost-work';
import { createRecentFiles } from '../../main/recent-files';
import { createSessions, type Session } from '../../main/session';
import { settingsOver } from '../../main/settings-shape';
import { newLife } from '../../main/window-life';

/** The main process without Electron: its windows only write down what was asked of them, its dialogs give `answers`. */
export interface AppInTest extends Context {
  /** `proposed` is what the last save dialog began with. */
  readonly answers: {
    savePath: string | null;
    mayReplace: boolean;
    /** What the last question about replacing a file said: that its content goes among its versions. */
    isKeptByReplacing?: boolean;
    proposed: string;
    /** Versions are kept where a test asks for them. */
    keepsVersions?: boolean;
  };
  /** What the app would have written into its log. */
  readonly lines: string[];
  /** What happened to windows, in order: `1 focus`, `open /x.vsmap`, `1 document:handed opened`. */
  readonly log: string[];
  /** A window whose page has started and shows nothing. */
  readonly blankWindow: () => Session;
}

const makeToken = (): string => randomBytes(16).toString('hex');

/** Makes the app over a folder, which also stands for its profile. */
export function appIn(folder: string): AppInTest {
  const log: string[] = [];
  const lines: string[] = [];
  const answers: AppInTest['answers'] = { savePath: null, mayReplace: false, proposed: '' };
  const settings = settingsOver(null, () => undefined);
  const recovery = createRecovery({
    folder: join(folder, 'recovery'),
    session: makeToken(),
    now: Date.now,
    onProblem: (kind) => log.push(`recovery ${kind}`),
    isAlive: () => false,
  });
  const sessions = createSessions();
  const history = createHistory({
    folder: join(folder, 'history'),
    now: Date.now,
    isOn: () => answers.keepsVersions === true,
    onProblem: (kind) => log.push(`history ${kind}`),
  });
  const makeKept = () => createKeptWork(recovery, makeToken(), Date.now);
  let windows = 0;
  const blankWindow = (): Session => {
    const id = ++windows;
    const session: Session = {
      id,
      surface: {
        send: (name, value) => {
          const kind = value !== null && 'kind' in value ? ` ${value.kind}` : '';
          const how = value !== null && 'how' in value && value.how !== 'known' ? ` ${value.how}` : '';
          log.push(`${id} ${name}${kind}${how}`);
        },
        focus: () => log.push(`${id} focus`),
        isInFront: () => false,
        describe: (title, isDirty) => log.push(`${id} ${isDirty ? '• ' : ''}${title}`),
        close: () => log.push(`${id} close`),
      },
      document: null,
      granted: null,
      pendingPath: null,
      hasStarted: true,
      title: '',
      isDirty: false,
      kept: makeKept(),
      life: newLife(),
    };
    sessions.add(session);
    return session;
  };
  return {
    answers,
    log,
    blankWindow,
    sessions,
    outside: createOutsides({
      presence: createPresence({ folder: join(folder, 'presence'), now: Date.now }),
      now: Date.now,
    }),
    settings,
    lines,
    report: logOver({ write: (told) => lines.push(told) }),
    lastOfLog: (count) => Promise.resolve(lines.slice(-count)),
    recovery,
    history,
    lost: createLostWork(recovery),
    recent: createRecentFiles({ settings, makeToken, now: Date.now, home: folder }),
    makeToken,
    hasProfile: true,
    makeKept,
    now: Date.now,
    openWindow: (path) => log.push(`open ${path ?? 'blank'}`),
    noteForSystem: () => undefined,
    importWorker: null,
    exportWorker: null,
    showInFolder: (path) => log.push(`show ${path}`),
    presenting: { start: () => false, end: () => undefined },
    showMenu: () => undefined,
    questions: {
      openMap: () => Promise.resolve(null),
      openForeign: () => Promise.resolve(null),
      saveMap: (_session, proposed) => {
        answers.proposed = proposed;
        return Promise.resolve(answers.savePath);
      },
      saveExport: (_session, proposed) => {
        answers.proposed = proposed;
        return Promise.resolve(answers.savePath);
      },
      saveText: () => Promise.resolve(answers.savePath),
      mayReplace: (_session, _name, isKept) => {
        answers.isKeptByReplacing = isKept;
        return Promise.resolve(answers.mayReplace);
      },
      homeFolder: () => folder,
    },
  };
}
