import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, test } from 'vitest';
import { type AlsoOpen, createPresence, presenceFolder } from '../../../main/files/presence';
import { useTempFolder } from './temp-folder';

const at = useTempFolder();
const leaving: (() => void)[] = [];
const isWindows = process.platform === 'win32';

afterEach(() => {
  for (const leave of leaving.splice(0)) leave();
});

/** A Streamwright at a certain hour; two of them stand for two profiles. */
function streamwright(hour: number) {
  const folder = at('presence');
  const now = () => Date.UTC(2026, 10, 22, hour);
  const presence = createPresence({ folder, now });
  const told: (AlsoOpen | null)[] = [];
  const open = (path: string) => {
    const leave = presence.enter(path, (others) => told.push(others));
    leaving.push(leave);
    return leave;
  };
  return { presence, told, open, folder };
}

describe('a file that is open twice on a computer', () => {
  test('is told to both, with the time of the other one, until one of them closes it', async () => {
    const [first, second] = [streamwright(10), streamwright(11)];
    first.open('/shared/map.vsmap');
    await first.presence.look();
    const leave = second.open('/shared/map.vsmap');
    await expect.poll(() => second.told).toEqual([{ since: '2026-11-22T10:00:00.000Z' }]);
    await expect.poll(() => first.told).toEqual([{ since: '2026-11-22T11:00:00.000Z' }]);
    leave();
    await expect.poll(() => first.told).toEqual([{ since: '2026-11-22T11:00:00.000Z' }, null]);
  });

  test('is another matter than a file of another folder', async () => {
    const [first, second] = [streamwright(10), streamwright(11)];
    first.open('/shared/map.vsmap');
    second.open('/home/map.vsmap');
    await expect.poll(() => readdirSync(at('presence')).length).toBe(2);
    await first.presence.look();
    await second.presence.look();
    expect([first.told, second.told]).toEqual([[], []]);
  });

  test('is no more open where the other process is gone, whatever it left behind', async () => {
    const first = streamwright(10);
    first.open('/shared/map.vsmap');
    await expect.poll(() => readdirSync(at('presence')).length).toBe(1);
    const [own = ''] = readdirSync(at('presence'));
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const note = JSON.parse(readFileSync(at('presence', own), 'utf8'));
    const left = at('presence', `${own.slice(0, own.indexOf('-'))}-0123456789ab`);
    writeFileSync(left, JSON.stringify({ ...note, pid }));
    await first.presence.look();
    expect(first.told).toEqual([]);
    expect(readdirSync(at('presence'))).toEqual([own]);
  });

  test('is named in no note, and notes are for this user alone', async () => {
    const { open, folder } = streamwright(10);
    open('/shared/salaries.vsmap');
    await expect.poll(() => readdirSync(folder).length).toBe(1);
    const [name = ''] = readdirSync(folder);
    expect(name + readFileSync(at('presence', name), 'utf8')).not.toContain('salaries');
    if (!isWindows) {
      expect(statSync(folder).mode & 0o777).toBe(0o700);
      expect(statSync(at('presence', name)).mode & 0o777).toBe(0o600);
    }
  });

  test.skipIf(isWindows)('is not looked for in a folder that others may write', async () => {
    mkdirSync(at('presence'));
    chmodSync(at('presence'), 0o777);
    const { open, presence, told } = streamwright(10);
    open('/shared/map.vsmap');
    await presence.look();
    expect([readdirSync(at('presence')), told]).toEqual([[], []]);
  });

  test('is looked for in a folder of the user’s own', () => {
    expect(presenceFolder('/tmp')).toMatch(/^\/tmp\/streamwright-open-[0-9a-f]+$/);
  });
});
