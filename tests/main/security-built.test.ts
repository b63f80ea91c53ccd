import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const out = path.resolve(import.meta.dirname, '..', '..', 'out');
const isBuilt = ['main/app.js', 'preload/preload.cjs', 'renderer/index.html'].every((name) =>
  existsSync(path.join(out, name)),
);
if (!isBuilt) console.log('The built code is not looked at: run `npm run build` first.');

/** A line that holds something forbidden and may all the same: where, which, and why. */
interface Allowed {
  readonly file: RegExp;
  readonly line: RegExp;
  readonly why: string;
}

/** What the built main process must not hold. */
const forbidden: readonly [what: string, form: RegExp, allowed: readonly Allowed[]][] = [
  ['a page with rights of Node', /nodeIntegration\w*: *(?:true|!0)/, []],
  [
    'a page without its guards',
    /(?:webSecurity|contextIsolation|sandbox): *(?:false|!1)|(?:webviewTag|allowRunningInsecureContent|experimentalFeatures|navigateOnDragDrop): *(?:true|!0)|enableBlinkFeatures/,
    [],
  ],
  [
    'a switch that takes guards away',
    /no-sandbox|disable-web-security|disable-site-isolation|ignore-certificate/,
    [
      {
        file: /^app\.js$/,
        line: /^\s*"(?:no-sandbox|disable-web-security|disable-site-isolation-trials)",$/,
        why: 'the list of switches with which a package refuses to start',
      },
      {
        file: /^chunks\/\w/,
        line: /^\s*weakened: "/,
        why: 'the sentence that says so',
      },
    ],
  ],
  ['code sent to a page', /executeJavaScript|insertCSS|executeInMainWorld/, []],
  ['a page of a file or of the network', /\.loadFile\(|loadURL\(["'`]https?:/, []],
  [
    'text made into code',
    /\beval\(|\bFunction\(|\bvm\b.*run(?:In|Script)/,
    [
      {
        file: /^chunks\/to-docx-/,
        line: /joiny|expressionSyntax|function\*|new Function\("" \+ e\)/,
        why: 'helpers inside the maker of Word documents for engines of old; their text is their own, and they run in the thread of exports',
      },
      {
        file: /^chunks\/\w/,
        line: /^\s*new Function\(""\);$/,
        why: 'the schema library asks whether it could; it goes on without',
      },
      {
        file: /^chunks\/electron-store-/,
        line: /const validate = new Function/,
        why: 'a validator that is made only where settings have a schema of their own; ours are checked by ours',
      },
    ],
  ],
  [
    'an address or a program that is opened',
    /openExternal|openPath|setAsDefaultProtocolClient/,
    [
      {
        file: /^chunks\/electron-store-/,
        line: /shell\$1\.openPath\(this\.path\)/,
        why: 'its openInEditor, which nobody calls',
      },
    ],
  ],
  ['another program', /["'](?:node:)?(?:child_process|cluster|inspector|repl)["']|utilityProcess/, []],
  [
    'the network',
    /(?:from|require\(|import\() ?["'](?:node:)?(?:net|https?|http2|dgram|dns|tls)(?:\/promises)?["']|\bnet\.(?:fetch|request)|(?<![.\w])fetch\(|new WebSocket|new XMLHttpRequest/,
    [
      {
        file: /^chunks\/\w/,
        line: /^\s*xhr = new XMLHttpRequest\(\);$/,
        why: 'the reader of tables can fetch a table in a browser; it is given text only',
      },
    ],
  ],
  ['updates and reports', /autoUpdater|crashReporter|electron-updater|@sentry/, []],
  ['the old remote module', /@electron\/remote|enableRemoteModule/, []],
  [
    'a door to pages besides our calls',
    /ipcMain(?:\$\d+)?\.(?:on|once|handleOnce|addListener)\(/,
    [
      {
        file: /^chunks\/electron-store-/,
        line: /ipcMain\$1\.on\("electron-store-get-data"/,
        why: 'closed by main/settings.ts right after it opens; the end-to-end tests look',
      },
    ],
  ],
  ['native code of unknown origin', /process\.dlopen|process\.binding\(/, []],
];

/** The JavaScript below a built folder by its name, without its comments. */
function filesOf(folder: string): Map<string, string> {
  const names = readdirSync(path.join(out, folder), { recursive: true, encoding: 'utf8' });
  const code = names.filter((name) => /\.[cm]?js$/.test(name));
  const read = (name: string): string =>
    readFileSync(path.join(out, folder, name), 'utf8')
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .replaceAll(/^\s*\/\/.*$/gm, '');
  return new Map(code.map((name) => [name.split(path.sep).join('/'), read(name)]));
}

interface Hit {
  readonly what: string;
  readonly file: string;
  readonly line: string;
  readonly by: Allowed | undefined;
}

/** Each line that holds something forbidden, with what allows it. */
function hitsIn(files: ReadonlyMap<string, string>): Hit[] {
  return [...files].flatMap(([file, text]) =>
    text.split('\n').flatMap((line) =>
      forbidden
        .filter(([, form]) => form.test(line))
        .map(([what, , allowed]) => {
          const by = allowed.find((each) => each.file.test(file) && each.line.test(line));
          return { what, file, line: line.trim().slice(0, 200), by };
        }),
    ),
  );
}

const disallowed = (hits: readonly Hit[]): Hit[] => hits.filter(({ by }) => by === undefined);

describe.skipIf(!isBuilt)('the built code', () => {
  it('of the main process and its threads holds nothing forbidden that has not been looked at', () => {
    const hits = hitsIn(filesOf('main'));
    expect(disallowed(hits)).toEqual([]);
    const used = new Set(hits.map(({ by }) => by));
    const unused = forbidden.flatMap(([, , allowed]) => allowed).filter((each) => !used.has(each));
    expect(unused.map(({ why }) => why)).toEqual([]);
  });

  it('of the preload script holds nothing forbidden, and hands out none of what it holds', () => {
    const files = filesOf('preload');
    expect([...files.keys()]).toEqual(['preload.cjs']);
    expect(hitsIn(files)).toEqual([]);
    const text = files.get('preload.cjs') ?? '';
    expect([...text.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect([...text.matchAll(/ipcRenderer\.(\w+)/g)].map(([, name]) => name).sort()).toEqual([
      'invoke',
      'invoke',
      'on',
      'removeListener',
    ]);
    expect(text.match(/exposeIn\w+\(/g)).toEqual(['exposeInMainWorld(']);
  });

  it('of the page begins with files of its own, no script or style in its text', () => {
    const html = readFileSync(path.join(out, 'renderer', 'index.html'), 'utf8');
    expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|https?:|<base|<iframe/);
    for (const [script] of html.matchAll(/<script[^>]*>[^<]*<\/script>/g))
      expect(script).toMatch(/^<script type="module" crossorigin src="\.\/assets\/[\w-]+\.js"><\/script>$/);
  });

  it('would be refused with any of it', () => {
    for (const line of [
      'webPreferences: { nodeIntegration: true }',
      'webPreferences: { sandbox: !1 }',
      'app.commandLine.appendSwitch("no-sandbox")',
      'contents.executeJavaScript("1")',
      'window.loadURL("https://example.org")',
      'const code = new Function("return 1")',
      'shell.openExternal(address)',
      'import { spawn } from "node:child_process"',
      'const net = require("net")',
      'await fetch("https://example.org")',
      'crashReporter.start({})',
      'ipcMain.on("anything", () => 1)',
    ])
      expect(disallowed(hitsIn(new Map([['app.js', line]]))), line).toHaveLength(1);
  });
});
