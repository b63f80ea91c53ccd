import { existsSync, mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRecovery } from '../../main/files/recovery';
import { sweepLeftovers } from '../../main/files/temp-file';
import { writeSafely } from '../../main/files/write-safely';
import { createLostWork } from '../../main/lost-work';
import { createRecentFiles } from '../../main/recent-files';
import { settingsOver, settingsSchemas } from '../../main/settings-shape';
import { localDate } from '../../main/local-date';
import { writeProject } from '../../shared/file-format/write';
import { blankProject } from '../../shared/model/new-project';
import { tell } from '../helpers/tell';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();
const noon = Date.UTC(2026, 10, 22, 12);

/** Times that a clock may show one after the other. */
const jumps: readonly (readonly [string, readonly number[]])[] = [
  ['goes back by an hour', [noon, noon - 3_600_000, noon - 3_500_000]],
  ['goes back to 1970', [noon, 0, 1]],
  ['was in 2100 and is put right', [Date.UTC(2100, 0, 1), noon, noon + 1]],
  ['stands still', [noon, noon, noon]],
];

describe.each(jumps)('where the clock %s', (_, times) => {
  it('the file that was used last stands first, and the list is kept', async () => {
    const kept = new Map<string, unknown>();
    const settings = settingsOver(
      { read: (key) => kept.get(key), write: (key, value) => void kept.set(key, value) },
      () => undefined,
    );
    const clock = [...times];
    const recent = createRecentFiles({
      settings,
      makeToken: () => 'x',
      now: () => clock.shift() ?? 0,
      home: '/home',
    });
    for (const name of ['first', 'second', 'third']) recent.note(at(name));
    expect((await recent.list()).map(({ name }) => name)).toEqual(['third', 'second', 'first']);
    expect(settingsSchemas.recent.safeParse(kept.get('recent')).success).toBe(true);
  });

  it('all unsaved work is offered, with its last edits, at a time that a calendar has', async () => {
    const clock = { now: times[0] ?? 0 };
    const open = (session: string) =>
      createRecovery({
        folder: at('recovery'),
        session,
        now: () => clock.now,
        onProblem: () => undefined,
        isAlive: () => false,
      });
    const lost = open('lost');
    for (const [index, now] of times.entries()) {
      clock.now = now;
      const journal = lost.open({
        docId: String(index).repeat(32),
        title: `Work ${String(index)}`,
        sourcePath: null,
      });
      await journal.appendSnapshot(writeProject(blankProject(`Work ${String(index)}`)));
      await journal.close();
    }
    const found = createLostWork(open('next'));
    const list = await found.list();
    expect(list.map(({ title }) => title).sort()).toEqual(['Work 0', 'Work 1', 'Work 2']);
    for (const { token, keptAt } of list) {
      expect(new Date(keptAt).getTime()).toBeGreaterThanOrEqual(0);
      expect((await found.read(token)).kind).toBe('found');
    }
  });

  it('a file is saved and saved again', async () => {
    const file = at('map.vsmap');
    writeFileSync(file, 'one');
    const seconds = (times[1] ?? 0) / 1000;
    utimesSync(file, seconds, seconds);
    const saved = await writeSafely(file, 'two', { expected: null, overwrite: true });
    expect(saved.kind).toBe('saved');
    expect((await writeSafely(file, 'three', { expected: null, overwrite: true })).kind).toBe('saved');
  });

  it('what a save is writing is not swept away, nor is anything that is not ours', async () => {
    const folder = at('swept');
    mkdirSync(folder);
    const others = ['.~readme', 'map.vsmap', '.~12345678abcd-zzzzzzzz'].map((name) => join(folder, name));
    for (const file of others) writeFileSync(file, '');
    for (const now of times) await sweepLeftovers(folder, now);
    tell(
      'R16',
      1,
      'ways in which a clock jumps, each over recent files, unsaved work, saves and the sweeping',
    );
    expect(others.filter((file) => !existsSync(file)).map((file) => basename(file))).toEqual([]);
  });
});

it('the day of an export is the day where the user is, on days of 23 and 25 hours too', () => {
  for (const [month, day] of [
    [2, 29],
    [9, 25],
    [0, 1],
    [11, 31],
  ] as const)
    for (const [hour, minute] of [
      [0, 0],
      [1, 59],
      [2, 30],
      [3, 0],
      [23, 59],
    ] as const)
      expect(localDate(new Date(2026, month, day, hour, minute))).toBe(
        `2026-${String(month + 1).padStart(2, '0')}-${String(day).padStart(2, '0')}`,
      );
});
