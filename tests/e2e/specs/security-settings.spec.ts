import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type {} from '../../../renderer/bridge';
import { channels, dropChannel } from '../../../shared/ipc/channels';
import { isWeakened } from '../../../main/start-arguments';
import { expect, test } from '../harness/fixture';
import { root, waitUntilReady } from '../harness/launch';
import { assertSandboxed } from '../harness/sandbox';
import { listen } from '../pages/attack-ground';
import { Editor } from '../pages/editor';

/** Does something in the page (the developer tools may evaluate text although the page may not). */
async function attempt(page: Page, code: string): Promise<void> {
  await page.evaluate(async (text) => {
    const noted: string[] = [];
    Object.assign(self, { violations: noted });
    document.addEventListener(
      'securitypolicyviolation',
      (event) => void noted.push(event.effectiveDirective),
    );
    // oxlint-disable-next-line no-eval
    await Promise.resolve(eval(`(async () => { ${text} })()`)).catch(() => undefined);
  }, code);
}

/** The directives that the last attempt broke. */
function violations(page: Page): Promise<string[]> {
  return page.evaluate(() => (self as unknown as { violations: string[] }).violations);
}

/** What the policy itself forbids, whatever else would catch it, and the directive that says so. */
const forbidden: readonly [what: string, code: string, directive: string][] = [
  ['text as code', 'setTimeout("window.hacked = 1")', 'require-trusted-types-for'],
  [
    'a function made of text',
    'await new Promise((r) => { setTimeout(() => { try { new Function("window.hacked = 1")() } catch {} r() }) })',
    'require-trusted-types-for',
  ],
  [
    'HTML from text',
    'document.body.insertAdjacentHTML("beforeend", "<b>x</b>")',
    'require-trusted-types-for',
  ],
  [
    'a script of its own',
    'const s = document.createElement("script"); s.append("window.hacked = 1"); document.body.append(s)',
    'require-trusted-types-for',
  ],
  ['a foreign policy for trusted types', 'trustedTypes.createPolicy("mine", {})', 'trusted-types'],
  [
    'a style in text',
    'const s = document.createElement("style"); s.append("*{}"); document.head.append(s)',
    'style-src-elem',
  ],
  ['a request', 'await fetch("https://example.org")', 'connect-src'],
  ['a request to this computer', 'await fetch("http://127.0.0.1:9")', 'connect-src'],
  ['a file', 'await fetch("file:///etc/hostname")', 'connect-src'],
  ['another host of its scheme', 'await fetch("app://other/index.html")', 'connect-src'],
  ['a socket', 'new WebSocket("wss://example.org")', 'connect-src'],
  ['a stream of events', 'new EventSource("https://example.org")', 'connect-src'],
  ['a beacon', 'navigator.sendBeacon("https://example.org", "x")', 'connect-src'],
  ['a foreign picture', 'new Image().src = "https://example.org/x.png"', 'img-src'],
  ['a foreign font', 'await new FontFace("x", "url(https://example.org/x.woff2)").load()', 'font-src'],
  [
    'a frame',
    'const f = document.createElement("iframe"); f.src = "https://example.org"; document.body.append(f)',
    'frame-src',
  ],
  [
    'a plug-in',
    'const o = document.createElement("object"); o.data = "https://example.org/x.swf"; document.body.append(o)',
    'require-trusted-types-for',
  ],
  [
    'a form',
    'const f = document.createElement("form"); f.action = "https://example.org"; document.body.append(f); f.submit()',
    'form-action',
  ],
  [
    'another base address',
    'const b = document.createElement("base"); b.href = "https://example.org"; document.head.append(b)',
    'base-uri',
  ],
];

test('the policy and the filter of requests each hold without the other', async ({
  running,
  window,
  complaints,
}) => {
  // Chromium logs each refusal as an error.
  complaints.expect(/Content Security Policy|Trusted|Failed to load resource|Not allowed to load|blocked/i);
  for (const [what, code, directive] of forbidden)
    await test.step(what, async () => {
      await attempt(window, code);
      await expect.poll(() => violations(window), { message: what }).toContain(directive);
    });
  expect(await window.evaluate(() => 'hacked' in self)).toBe(false);
  const server = await listen();
  const stopped = await running.app.evaluate(async ({ session }, url) => {
    const { defaultSession } = session;
    const words = (error: unknown): string => String(error);
    return {
      request: await defaultSession.fetch(url).then(() => 'answered', words),
      name: await defaultSession.resolveHost('localhost.localdomain').then(() => 'resolved', words),
      proxy: await defaultSession.resolveProxy(url),
    };
  }, server.url);
  expect(stopped.request).toContain('ERR_BLOCKED_BY_CLIENT');
  expect(stopped.name).toContain('ERR_NAME_NOT_RESOLVED');
  expect(stopped.proxy).toBe('DIRECT');
  expect(server.heard).toEqual([]);
  server.stop();
});

/** What Chromium was told about the page of each window. */
function rightsOf(app: ElectronApplication): Promise<Record<string, unknown>[]> {
  return app.evaluate(({ webContents, session }) =>
    webContents.getAllWebContents().map((contents) => {
      const last = contents as unknown as { getLastWebPreferences(): Record<string, unknown> };
      return {
        ...last.getLastWebPreferences(),
        address: contents.getURL().replace(/#.*/, ''),
        webRtc: contents.getWebRTCIPHandlingPolicy(),
        isOfOneSession: contents.session === session.defaultSession,
      };
    }),
  );
}

test('every window has the settings of a page without rights: the editor, a second one, and the slides', async ({
  running,
}) => {
  const { app, page, pid } = running;
  await new Editor(page).startFromTemplate('incident-restoration');
  const second = app.waitForEvent('window');
  await page.evaluate(() => self.streamwright.call['window:control']('new'));
  await waitUntilReady(await second);
  await app.evaluate(({ screen }) => {
    const [own] = screen.getAllDisplays();
    if (!own) return;
    const other = { ...own, id: own.id + 1, bounds: { x: 200, y: 100, width: 800, height: 600 } };
    screen.getAllDisplays = () => [own, other];
    screen.getDisplayMatching = () => own;
  });
  const opened = app.waitForEvent('window');
  await page.keyboard.press('F5');
  const slides = await opened;
  await slides.getByRole('heading', { level: 2 }).waitFor();

  const rights = await rightsOf(app);
  expect(rights).toHaveLength(3);
  for (const each of rights) {
    expect(each).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      webSecurity: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      address: 'app://streamwright/index.html',
      webRtc: 'disable_non_proxied_udp',
      isOfOneSession: true,
    });
    // Electron tells these only where they are on.
    for (const name of ['nodeIntegrationInWorker', 'navigateOnDragDrop', 'spellcheck', 'enableBlinkFeatures'])
      expect([name, Boolean(each[name])]).toEqual([name, false]);
  }
  expect(await page.evaluate(() => 'streamwright' in window)).toBe(true);
  expect(await slides.evaluate(() => 'streamwright' in window)).toBe(false);
  assertSandboxed(pid);
  const engine = await app.evaluate(({ app: electron, session }) => ({
    names: electron.commandLine.getSwitchValue('host-resolver-rules'),
    isWithoutProxy: electron.commandLine.hasSwitch('no-proxy-server'),
    pasting: electron.commandLine.getSwitchValue('blink-settings'),
    isUnsandboxed: electron.commandLine.hasSwitch('no-sandbox'),
    words: session.defaultSession.getSpellCheckerLanguages(),
  }));
  expect(engine).toEqual({
    names: 'MAP * ~NOTFOUND',
    isWithoutProxy: true,
    pasting: 'DOMPasteAllowed=false',
    isUnsandboxed: false,
    words: [],
  });
});

test('a plain start has no switch for which a package would refuse to start', async ({ running }) => {
  const refused: string[] = [];
  isWeakened((name) => {
    refused.push(name);
    return false;
  });
  expect(refused).toContain('no-sandbox');
  const given = await running.app.evaluate(
    ({ app }, names) => names.filter((name) => app.commandLine.hasSwitch(name)),
    refused,
  );
  expect(given).toEqual([]);
});

test('every file of the page comes with the policy, and the main process has no door but the calls', async ({
  running,
  folder,
}) => {
  const { app, page } = running;
  const names = readdirSync(path.join(root, 'out', 'renderer'), { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => path.extname(name) !== '');
  expect(files.length).toBeGreaterThan(10);
  const seen = await page.evaluate(async (all) => {
    const wanted = [
      'content-security-policy',
      'x-content-type-options',
      'cross-origin-opener-policy',
      'cross-origin-resource-policy',
    ];
    return await Promise.all(
      all.map(async (name) => {
        const answer = await fetch(`app://streamwright/${name}`);
        await answer.body?.cancel();
        return `${String(answer.status)} ${wanted.map((each) => answer.headers.get(each)).join(' | ')}`;
      }),
    );
  }, files);
  expect(new Set(seen).size).toBe(1);
  expect(seen[0]).toMatch(
    /^200 default-src 'none'; .*trusted-types app-worker \| nosniff \| same-origin \| same-origin$/,
  );

  // The writer of settings, which would open a door of its own, is loaded with the first setting.
  const preferences = await page.evaluate(() => self.streamwright.call['preferences:get']());
  await page.evaluate((wanted) => self.streamwright.call['preferences:set'](wanted), {
    ...preferences,
    snap: false,
  });
  await expect.poll(() => existsSync(path.join(folder, 'profile', 'settings.json'))).toBe(true);
  const doors = await app.evaluate(({ ipcMain }) => ({
    // Electron itself listens for its errors.
    listened: ipcMain.eventNames().filter((name) => name !== 'error'),
    called: [
      ...(ipcMain as unknown as { _invokeHandlers: Map<string, unknown> })._invokeHandlers.keys(),
    ].sort(),
  }));
  expect(doors).toEqual({ listened: [], called: [...Object.keys(channels), dropChannel].sort() });
});

test('the bridge is the contract and nothing more, and one permission is given: to copy', async ({
  window,
}) => {
  const bridge = await window.evaluate(() => ({
    keys: Object.keys(self.streamwright).sort(),
    calls: Object.keys(self.streamwright.call).sort(),
    isFrozen: Object.isFrozen(self.streamwright) && Object.isFrozen(self.streamwright.call),
    isFixed: Object.getOwnPropertyDescriptor(self, 'streamwright')?.writable === false,
  }));
  expect(bridge).toEqual({
    keys: ['call', 'on', 'openDropped'],
    calls: Object.keys(channels).sort(),
    isFrozen: true,
    isFixed: true,
  });
  const copying = await window.evaluate(() =>
    navigator.permissions.query({ name: 'clipboard-write' as PermissionName }).then(({ state }) => state),
  );
  expect(copying).toBe('granted');
});
