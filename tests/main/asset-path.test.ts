import { describe, expect, test } from 'vitest';
import { assetPath, mayLoad, typeOf } from '../../main/asset-path';

const root = '/opt/streamwright/out/renderer';

describe('the page may fetch', () => {
  test('files below its folder', () => {
    expect(assetPath('app://streamwright/index.html', root)).toBe(`${root}/index.html`);
    expect(assetPath('app://streamwright/assets/a%20b.js?x#y', root)).toBe(`${root}/assets/a b.js`);
  });

  test('and no way up leads out of it', () => {
    for (const up of ['../../main/app.js', '%2e%2e/%2e%2e/main/app.js', './/../main/app.js'])
      expect(assetPath(`app://streamwright/${up}`, root)).toBe(`${root}/main/app.js`);
  });

  test.each([
    'app://streamwright/..%2f..%2fpackage.json',
    'app://streamwright/..%5cmain%5capp.js',
    'app://streamwright/a%00.js',
    'app://streamwright/%',
    'app://streamwright/C:%5cboot.ini',
    'app://other/index.html',
    'app://user@streamwright/index.html',
    'https://streamwright/index.html',
    'not an address',
  ])('not %s', (address) => {
    expect(assetPath(address, root)).toBeNull();
  });

  test('only kinds of files that a page is made of', () => {
    expect(typeOf('/x/index.html')).toBe('text/html; charset=utf-8');
    expect(typeOf('/x/INTER.WOFF2')).toBe('font/woff2');
    expect([typeOf('/etc/passwd'), typeOf('/x/app.exe'), typeOf('/x/a.html.map')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('the page may load', () => {
  test.each(['app://streamwright/a.js', 'data:image/png;base64,', 'blob:app://streamwright/1'])(
    '%s',
    (url) => {
      expect(mayLoad(url, null)).toBe(true);
    },
  );

  test.each([
    'https://example.org',
    'http://127.0.0.1:5173/',
    'file:///etc/passwd',
    'ws://x/',
    'chrome://gpu',
    '',
  ])('not %j', (url) => {
    expect(mayLoad(url, null)).toBe(false);
  });

  test('the development server and its socket, in development only', () => {
    const dev = 'http://127.0.0.1:5173';
    expect(mayLoad('http://127.0.0.1:5173/@vite/client', dev)).toBe(true);
    expect(mayLoad('ws://127.0.0.1:5173/', dev)).toBe(true);
    expect(mayLoad('ws://127.0.0.1:1/', dev)).toBe(false);
  });
});
