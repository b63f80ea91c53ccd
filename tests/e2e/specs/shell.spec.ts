import type { Page } from '@playwright/test';
import type {} from '../../../renderer/bridge';
import { channels } from '../../../shared/ipc/channels';
import { expect, test } from '../harness/fixture';

/** What a page may not do must be refused without harm; Chromium logs each refusal as an error. */
test.beforeEach(({ complaints }) => {
  complaints.expect(/Content Security Policy|Trusted|Failed to load resource|Not allowed to load|blocked/i);
});

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

test('the page has no rights of its own', async ({ running, window }) => {
  const preferences = await running.app.evaluate(({ webContents }) => {
    const [contents] = webContents.getAllWebContents();
    return contents && 'getLastWebPreferences' in contents
      ? (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences()
      : {};
  });
  expect(preferences).toMatchObject({
    sandbox: true,
    contextIsolation: true,
    webSecurity: true,
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    allowRunningInsecureContent: false,
    experimentalFeatures: false,
  });
  // Electron tells these only where they are on.
  const { nodeIntegrationInWorker, navigateOnDragDrop, spellcheck } = preferences;
  expect([nodeIntegrationInWorker, navigateOnDragDrop, spellcheck]).not.toContain(true);
  const seen = await window.evaluate(() =>
    ['process', 'require', 'module', 'global', 'Buffer', 'ipcRenderer', 'electron'].filter(
      (name) => name in globalThis,
    ),
  );
  expect(seen).toEqual([]);
});

test('the bridge is the contract and nothing more, and cannot be changed', async ({ window }) => {
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
});

test('calls with wrong or surplus arguments are refused, and the app goes on', async ({ window }) => {
  const answers = await window.evaluate(async () => {
    const call = self.streamwright.call as unknown as Record<
      string,
      (...args: unknown[]) => Promise<unknown>
    >;
    const tries: [string, unknown[]][] = [
      ['app:start', [1]],
      ['recent:forget', []],
      ['document:open', [{ from: 'path', path: '/etc/passwd' }]],
      ['document:revert', [{ document: '../../etc/passwd' }]],
      ['document:save', [{ document: null, text: {}, suggestedName: '', as: false, replacing: null }]],
      ['window:control', ['constructor']],
    ];
    return await Promise.all(
      tries.map(([channel, args]) =>
        (call[channel]?.(...args) ?? Promise.resolve('no such channel')).then(
          () => `${channel} was answered`,
          (error: Error) => error.message.replace(/.*refused/s, 'refused'),
        ),
      ),
    );
  });
  expect(new Set(answers)).toEqual(new Set(['refused: wrong arguments']));
  const forged = '0'.repeat(32);
  const opened = await window.evaluate(
    (token) => self.streamwright.call['document:open']({ from: 'recent', token }),
    forged,
  );
  expect(opened.kind).toBe('failed');
});

test('a file that the page made itself has no path and opens nothing', async ({ window }) => {
  const answer = await window.evaluate(() =>
    self.streamwright.openDropped(new File(['x'], '/etc/passwd')).then(
      ({ kind }) => kind,
      () => 'refused',
    ),
  );
  expect(answer).toBe('refused');
});

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

test('the content security policy forbids whatever a map does not need', async ({ window }) => {
  for (const [what, code, directive] of forbidden)
    await test.step(what, async () => {
      await attempt(window, code);
      await expect.poll(() => violations(window), { message: what }).toContain(directive);
    });
  expect(await window.evaluate(() => 'hacked' in self)).toBe(false);
});

test('the page reads no file beside its own', async ({ window }) => {
  const answers = await window.evaluate(async () => {
    const addresses = [
      'app://streamwright/../main/app.js',
      'app://streamwright/%2e%2e/main/app.js',
      'app://streamwright/..%2fmain%2fapp.js',
      'app://streamwright/..%5cmain%5capp.js',
      'app://streamwright/nothing.js',
      'app://streamwright/',
    ];
    const statuses = addresses.map((address) => fetch(address).then(({ status }) => status));
    const posted = fetch('app://streamwright/index.html', { method: 'POST' }).then(({ status }) => status);
    return await Promise.all([...statuses, posted]);
  });
  expect(answers).toEqual([404, 404, 404, 404, 404, 404, 405]);
});

test('no navigation, no new window, no download, no service worker', async ({ running, window }) => {
  const start = window.url();
  const answers = await window.evaluate(async () => {
    const link = document.createElement('a');
    for (const address of ['https://example.org/', 'file:///etc/hostname', 'javascript:window.hacked=1']) {
      link.href = address;
      link.click();
      link.target = '_blank';
      link.click();
      link.target = '';
    }
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.exe';
    link.click();
    location.assign('https://example.org/');
    const worker = await navigator.serviceWorker
      ?.register('./sw.js')
      .then(() => 'registered')
      .catch(() => 'refused');
    return { opened: self.open('https://example.org/'), blank: self.open('about:blank'), worker };
  });
  expect(answers).toMatchObject({ opened: null, blank: null });
  expect(answers.worker).not.toBe('registered');
  expect(window.url()).toBe(start);
  expect(running.app.windows()).toHaveLength(1);
  expect(await window.evaluate(() => 'hacked' in self)).toBe(false);
});

test('an empty frame gets no bridge', async ({ window }) => {
  const has = await window.evaluate(() => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inside = frame.contentWindow;
    return inside !== null && 'streamwright' in inside;
  });
  expect(has).toBe(false);
});

test('every permission is denied but writing to the clipboard', async ({ window }) => {
  const states = await window.evaluate(async () => {
    const names = ['geolocation', 'camera', 'microphone', 'notifications', 'midi', 'clipboard-read'];
    const asked = names.map((name) =>
      navigator.permissions.query({ name: name as PermissionName }).then(({ state }) => state),
    );
    const media = navigator.mediaDevices.getUserMedia({ audio: true }).then(
      () => 'granted',
      () => 'denied',
    );
    const screen = navigator.mediaDevices.getDisplayMedia().then(
      () => 'granted',
      () => 'denied',
    );
    return await Promise.all([...asked, Notification.requestPermission(), media, screen]);
  });
  expect(new Set(states)).toEqual(new Set(['denied']));
  const write = await window.evaluate(() =>
    navigator.permissions.query({ name: 'clipboard-write' as PermissionName }).then(({ state }) => state),
  );
  expect(write).toBe('granted');
});

test('WebRTC finds no way out', async ({ window }) => {
  const candidates = await window.evaluate(async () => {
    const peer = new RTCPeerConnection({ iceServers: [{ urls: 'stun:127.0.0.1:3478' }] });
    const found: string[] = [];
    peer.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate) found.push(candidate.candidate);
    };
    peer.createDataChannel('x');
    await peer.setLocalDescription(await peer.createOffer());
    await new Promise<void>((done) => {
      peer.onicegatheringstatechange = () => peer.iceGatheringState === 'complete' && done();
    });
    peer.close();
    return found;
  });
  expect(candidates.filter((line) => / udp /i.test(line))).toEqual([]);
});

test('nobody looks words up: the spell checker has no language', async ({ running }) => {
  const languages = await running.app.evaluate(({ session }) =>
    session.defaultSession.getSpellCheckerLanguages(),
  );
  expect(languages).toEqual([]);
});
