import { describe, expect, test } from 'vitest';
import { createRecentFiles } from '../../main/recent-files';
import { defaultSettings, type SettingKey, settingsOver } from '../../main/settings-shape';
import { writeFileSync } from 'node:fs';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();

function settingsWith(kept: Partial<Record<SettingKey, unknown>>, problems: unknown[] = []) {
  const store = new Map(Object.entries(kept));
  return settingsOver(
    { read: (key) => store.get(key), write: (key, value) => store.set(key, value) },
    (problem) => problems.push(problem),
  );
}

describe('settings', () => {
  test('are the defaults where nothing is set', () => {
    expect(settingsWith({}).get('preferences')).toEqual(defaultSettings.preferences);
  });

  test.each([
    ['preferences', { theme: 'plaid' }],
    ['preferences', null],
    ['recent', 'none'],
    ['recent', [{ path: '', usedAt: 'yesterday' }]],
    ['place', { bounds: { x: 0 } }],
    ['analysis', ['Ada']],
  ] as const)('that are damaged count as not set: %s %j', (key, value) => {
    expect(settingsWith({ [key]: value }).get(key)).toEqual(defaultSettings[key]);
  });

  test('survive field by field where one of them is damaged', () => {
    const whole = { ...defaultSettings.preferences, theme: 'dark', zoom: 1.5, keys: { save: ['F2'] } };
    const { panels } = whole;
    const damaged = {
      ...whole,
      theme: 'dbrk',
      panels: { ...panels, left: 'wide', right: 444 },
      keys: { ...whole.keys, open: 'F3' },
      ofALaterVersion: true,
    };
    expect(settingsWith({ preferences: damaged }).get('preferences')).toEqual({
      ...whole,
      theme: 'system',
      panels: { ...panels, right: 444 },
    });
  });

  test('survive entry by entry where one of them is damaged', () => {
    const usedAt = '2026-11-21T09:00:00.000Z';
    const recent = [{ path: '/a', usedAt }, { path: '', usedAt }, null, { path: '/b', usedAt }];
    const rules = [
      { rule: 'flow-dominant-wait', severity: 'fatal' },
      { rule: '' },
      { rule: 'b', options: { share: '20 %', most: 3 } },
    ];
    const settings = settingsWith({ recent, analysis: { author: 'Ada', rules } });
    expect(settings.get('recent').map(({ path }) => path)).toEqual(['/a', '/b']);
    expect(settings.get('analysis')).toEqual({
      author: 'Ada',
      rules: [{ rule: 'flow-dominant-wait' }, { rule: 'b', options: { most: 3 } }],
    });
  });

  test('of rules are kept as they were set', () => {
    const rules = [{ rule: 'flow-dominant-wait', severity: 'off' as const, options: { share: 0.3 } }];
    const settings = settingsWith({ analysis: { author: 'Ada', rules } });
    expect(settings.get('analysis')).toEqual({ author: 'Ada', rules });
  });

  test('last until the end of the app where they cannot be kept, and the trouble is told', () => {
    const problems: unknown[] = [];
    const refuse = (): never => {
      throw new Error('disk full');
    };
    const settings = settingsOver({ read: refuse, write: refuse }, (problem) => problems.push(problem));
    expect(settings.get('recent')).toEqual([]);
    settings.set('recent', [{ path: '/a', usedAt: '2026-11-21T09:00:00.000Z' }]);
    expect(settings.get('recent')).toHaveLength(1);
    expect(problems).toHaveLength(2);
  });
});

describe('recent files', () => {
  function recentIn(home: string) {
    let clock = Date.UTC(2026, 10, 21, 9);
    let tokens = 0;
    return createRecentFiles({
      settings: settingsWith({}),
      makeToken: () => String(++tokens).padStart(32, '0'),
      now: () => (clock += 1000),
      home,
    });
  }

  test('are listed by their last use, each once, fifteen at most', async () => {
    const recent = recentIn('/home/ada');
    for (let n = 1; n <= 20; n++) recent.note(`/maps/${n}.vsmap`);
    recent.note('/maps/10.vsmap');
    const names = (await recent.list()).map(({ name }) => name);
    expect(names).toHaveLength(15);
    expect(names.slice(0, 3)).toEqual(['10.vsmap', '20.vsmap', '19.vsmap']);
  });

  test('say whether they still exist, and show folders short and never a path', async () => {
    writeFileSync(at('here.vsmap'), '');
    const recent = recentIn(at(''));
    recent.note(at('here.vsmap'));
    recent.note('/elsewhere/gone.vsmap');
    expect(await recent.list()).toMatchObject([
      { name: 'gone.vsmap', folder: '/elsewhere', exists: false },
      { name: 'here.vsmap', folder: '~', exists: true },
    ]);
  });

  test('are known by their tokens, which stay, until they are forgotten', async () => {
    const recent = recentIn('/home/ada');
    recent.note('/maps/a.vsmap');
    const token = (await recent.list())[0]?.token ?? '';
    expect((await recent.list())[0]?.token).toBe(token);
    expect(recent.pathOf(token)).toBe('/maps/a.vsmap');
    recent.forget(token);
    expect(await recent.list()).toEqual([]);
  });
});
