import type { Attack } from './attacks';

const asks = (name: string): Attack => [
  `permission ${name}`,
  `return (await navigator.permissions.query({ name: '${name}' })).state !== 'denied'`,
];

/** What a browser would ask a person for, and what a page of ours never gets. */
const powers: readonly Attack[] = [
  ...[
    'geolocation',
    'camera',
    'microphone',
    'notifications',
    'midi',
    'clipboard-read',
    'persistent-storage',
    'idle-detection',
    'storage-access',
    'window-management',
    'screen-wake-lock',
  ].map(asks),
  [
    'place',
    'await new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail)); return true',
  ],
  ['camera', 'await navigator.mediaDevices.getUserMedia({ video: true }); return true'],
  ['microphone', 'await navigator.mediaDevices.getUserMedia({ audio: true }); return true'],
  [
    'names of devices',
    'return (await navigator.mediaDevices.enumerateDevices()).some(({ label }) => label !== "")',
  ],
  ['picture of the screen', 'await navigator.mediaDevices.getDisplayMedia({ video: true }); return true'],
  [
    'picture of the screen, the old way',
    'await navigator.mediaDevices.getUserMedia({ video: { mandatory: { chromeMediaSource: "desktop" } } }); return true',
  ],
  ['MIDI', 'await navigator.requestMIDIAccess({ sysex: true }); return true'],
  ['USB', 'await navigator.usb.requestDevice({ filters: [] }); return true'],
  ['HID', 'await navigator.hid.requestDevice({ filters: [] }); return true'],
  ['serial port', 'await navigator.serial.requestPort(); return true'],
  ['Bluetooth', 'await navigator.bluetooth.requestDevice({ acceptAllDevices: true }); return true'],
  ['notice', 'return (await Notification.requestPermission()) === "granted"'],
  ['clipboard as text', 'await navigator.clipboard.readText(); return true'],
  ['clipboard', 'await navigator.clipboard.read(); return true'],
  [
    'clipboard by a command',
    'const t = tag("textarea", {}); t.focus(); return document.execCommand("paste") || t.value !== ""',
  ],
  ['full screen', 'await document.body.requestFullscreen(); return true'],
  [
    'the mouse',
    'await document.body.requestPointerLock(); await wait(50); return document.pointerLockElement !== null',
  ],
  ['the keyboard', 'await navigator.keyboard.lock(); return true'],
  ['keeping the screen on', 'await navigator.wakeLock.request("screen"); return true'],
  [
    'whether somebody is there',
    'await IdleDetector.requestPermission(); await new IdleDetector().start(); return true',
  ],
  ['typefaces of this computer', 'return (await queryLocalFonts()).length > 0'],
  ['other screens', 'await getScreenDetails(); return true'],
  ['a file by a dialog of Chromium', 'await showOpenFilePicker(); return true'],
  ['a place for a file', 'await showSaveFilePicker(); return true'],
  ['a folder', 'await showDirectoryPicker(); return true'],
  ['a colour of the screen', 'await new EyeDropper().open(); return true'],
  ['a window above all', 'await documentPictureInPicture.requestWindow(); return true'],
  [
    'payment',
    'await new PaymentRequest([{ supportedMethods: url }], { total: { label: "x", amount: { currency: "EUR", value: "1" } } }).show(); return true',
  ],
  [
    'a key of the security chip',
    'await navigator.credentials.get({ publicKey: { challenge: new Uint8Array(32), timeout: 300 } }); return true',
  ],
  ['speech', 'new webkitSpeechRecognition().start(); return true'],
  [
    'movement',
    'const s = new Accelerometer(); return await new Promise((d) => { s.onreading = () => d(true); s.onerror = () => d(false); s.start(); })',
  ],
  ['shared memory', 'return typeof SharedArrayBuffer !== "undefined"'],
  ['isolation for precise clocks', 'return crossOriginIsolated'],
];

const globals = [
  'process',
  'require',
  'module',
  'global',
  'Buffer',
  '__dirname',
  'ipcRenderer',
  'electron',
  'setImmediate',
  'chrome.runtime',
];

/** Ways to the main process other than those of the bridge. */
const bridge: readonly Attack[] = [
  ...globals.map(
    (name): Attack => [
      `global ${name}`,
      `return '${name}'.split('.').reduce((at, part) => at?.[part], window) !== undefined`,
    ],
  ),
  [
    'another bridge',
    'window.streamwright = { call: {} }; return Object.keys(window.streamwright.call).length === 0',
  ],
  ['no bridge', 'delete window.streamwright; return !("streamwright" in window)'],
  [
    'a changed call',
    'streamwright.call["app:start"] = () => 1; return streamwright.call["app:start"]() === 1',
  ],
  ['a new call', 'streamwright.call.more = 1; return "more" in streamwright.call'],
  [
    'a redefined bridge',
    'Object.defineProperty(window, "streamwright", { value: 1 }); return window.streamwright === 1',
  ],
  ['the door for dropped files', 'return typeof streamwright.call["private:open-dropped"] !== "undefined"'],
  [
    'a dropped file that the page made',
    'const { kind } = await streamwright.openDropped(new File(["x"], "/etc/passwd")); return kind === "opened"',
  ],
  [
    'a dropped thing that is no file',
    'await streamwright.openDropped({ path: "/etc/passwd", name: "x.vsmap" }); return true',
  ],
  ['a dropped path', 'await streamwright.openDropped("/etc/passwd"); return true'],
  [
    'an unknown event',
    'let heard = false; streamwright.on("ELECTRON_BROWSER_REQUIRE", () => { heard = true; }); await wait(20); return heard',
  ],
  ['an event called __proto__', 'return streamwright.on("__proto__", () => {}) === undefined'],
  [
    'a listener that is none',
    'streamwright.on("window:state", { handleEvent() { window.hacked = 1; } }); return "hacked" in window',
  ],
  [
    'what the preload script works with, by changed prototypes',
    `const seen = []; const { then } = Promise.prototype; const { call, apply } = Function.prototype; const { map, forEach } = Array.prototype;
     const look = (thing) => { if (thing && (typeof thing.invoke === 'function' || typeof thing.sendSync === 'function')) seen.push(thing); };
     Promise.prototype.then = function (...all) { look(this); all.forEach(look); return Reflect.apply(then, this, all); };
     Function.prototype.call = function (...all) { look(this); look(all[0]); return Reflect.apply(call, this, all); };
     Function.prototype.apply = function (...all) { look(this); look(all[0]); return Reflect.apply(apply, this, all); };
     Array.prototype.map = function (...all) { look(this); return Reflect.apply(map, this, all); };
     Object.prototype.invoke = undefined;
     try { await streamwright.call['preferences:get'](); await streamwright.call['recent:list']().catch(() => 0); }
     finally { Promise.prototype.then = then; Function.prototype.call = call; Function.prototype.apply = apply; Array.prototype.map = map; delete Object.prototype.invoke; }
     return seen.length > 0`,
  ],
  [
    'the maker of a call',
    'const make = streamwright.call["app:start"].constructor; const got = make("return typeof process")(); return got !== "undefined"',
  ],
  [
    'where the program lies, by the words of a refusal',
    'const told = await streamwright.call["recent:forget"](1).then(() => "", (e) => String(e.stack) + String(e.message)); return /file:\\/\\/|\\/(?:home|opt|usr|tmp|root|work)\\/|[A-Z]:\\\\/.test(told)',
  ],
  [
    'a path of a recent file',
    'const files = await streamwright.call["recent:list"](); return files.some((file) => "path" in file)',
  ],
  ['the bridge of an empty frame', 'return "streamwright" in tag("iframe", {}).contentWindow'],
  [
    'the main process by a message',
    'window.postMessage({ channel: "document:open", args: [{ from: "dialog" }] }, "*"); await wait(50)',
  ],
];

/** Every attack on what only the person or the main process may, in groups. */
export const powerAttacks = { powers, bridge };
