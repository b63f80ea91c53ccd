import { describe, expect, test } from 'vitest';
import { localDate } from '../../main/local-date';
import { asksForCommandLine, filesToOpen, isDebuggable, isWeakened } from '../../main/start-arguments';
import { besides, placeOn } from '../../main/window-place';

describe('the files of a start', () => {
  const cwd = '/home/ada';

  test('follow the switches of a packaged app', () => {
    const argv = ['/usr/bin/streamwright', '--ozone-platform=x11', 'maps/a.vsmap', '/b.vsmap', ''];
    expect(filesToOpen(argv, { cwd, appPath: null })).toEqual(['/home/ada/maps/a.vsmap', '/b.vsmap']);
  });

  test('follow the app where a runtime was started on it', () => {
    const argv = ['/electron', '-r', '/loader.js', '--user-data-dir=/x', '/src/app', 'a.vsmap'];
    expect(filesToOpen(argv, { cwd, appPath: '/src/app' })).toEqual(['/home/ada/a.vsmap']);
    expect(filesToOpen(['/electron', '.'], { cwd: '/src/app', appPath: '/src/app' })).toEqual([]);
  });

  test('a debugging switch is noticed wherever it stands', () => {
    expect(isDebuggable((name) => name === 'remote-debugging-port', [])).toBe(true);
    expect(isDebuggable(() => false, ['--inspect=0'])).toBe(true);
    expect(isDebuggable(() => false, ['--max-old-space-size=100'])).toBe(false);
  });
});

test.each(['no-sandbox', 'disable-web-security', 'load-extension'])(
  'a start with --%s is one without protection',
  (given) => {
    expect(isWeakened((name) => name === given)).toBe(true);
    expect(isWeakened((name) => name === 'disable-gpu')).toBe(false);
  },
);

test('a packaged app is a command line where its first argument says so, and only there', () => {
  expect(asksForCommandLine(['/usr/bin/streamwright', 'cli', 'check', 'a.vsmap'], true)).toBe(true);
  expect(asksForCommandLine(['/usr/bin/streamwright', 'a.vsmap', 'cli'], true)).toBe(false);
  expect(asksForCommandLine(['/electron', 'cli'], false)).toBe(false);
});

describe('the place of a window', () => {
  const screen = { x: 0, y: 25, width: 1280, height: 775 };
  const right = { x: 1280, y: 0, width: 1920, height: 1080 };

  test('is the middle of the first screen at the first start, and fits it', () => {
    expect(placeOn([right], null)).toEqual({ x: 1520, y: 90, width: 1440, height: 900 });
    expect(placeOn([screen], null)).toEqual(screen);
  });

  test('is where the last one stood', () => {
    const last = { x: 1400, y: 100, width: 1000, height: 700 };
    expect(placeOn([screen, right], last)).toEqual(last);
  });

  test('is on a screen again where the last one is gone', () => {
    const last = { x: 1400, y: 100, width: 1000, height: 700 };
    expect(placeOn([screen], last)).toEqual(screen);
  });

  test('is moved in where it would hang over the edge, and not smaller than an editor', () => {
    expect(placeOn([right], { x: 1300, y: -40, width: 300, height: 200 })).toEqual({
      x: 1300,
      y: 0,
      width: 880,
      height: 560,
    });
    expect(placeOn([right], { x: 2900, y: 900, width: 1000, height: 700 })).toMatchObject({
      x: 2200,
      y: 380,
    });
  });

  test('of a second window is a little beside the first', () => {
    expect(besides({ x: 10, y: 20, width: 900, height: 600 })).toMatchObject({ x: 38, y: 48 });
  });
});

test('the date is that of the local calendar, also late in the evening', () => {
  expect(localDate(new Date(2026, 10, 21, 23, 59))).toBe('2026-11-21');
  expect(localDate(new Date(2027, 0, 1, 0, 0))).toBe('2027-01-01');
});
