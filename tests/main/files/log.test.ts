import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { logLimits, openLog } from '../../../main/files/log';
import { useTempFolder } from './temp-folder';

const at = useTempFolder();

/** A log whose clock stands at `clock.ms`. */
function logAt(clock = { ms: Date.UTC(2026, 10, 22, 10, 30) }) {
  return { clock, log: openLog({ folder: at('logs'), now: () => clock.ms }) };
}

const textOf = (name: string): string => readFileSync(at(`logs/${name}`), 'utf8');

test('keeps each event on a line with its time, readable by the user alone', async () => {
  const { log } = logAt();
  log.write('one');
  log.write('two');
  await log.flush();
  expect(textOf('streamwright.log')).toBe('2026-11-22T10:30:00.000Z one\n2026-11-22T10:30:00.000Z two\n');
  expect(statSync(at('logs/streamwright.log')).mode & 0o777).toBe(0o600);
  expect(statSync(at('logs')).mode & 0o777).toBe(0o700);
});

test('writes at once what a dying process has to say, after what still waits', () => {
  const { log } = logAt();
  log.write('before');
  log.writeNow('last words');
  expect(textOf('streamwright.log').trimEnd().split('\n').at(-1)).toContain('last words');
});

test('begins a new file after 256 kB and keeps five of them', async () => {
  const { clock, log } = logAt();
  const long = 'x'.repeat(1000);
  for (let minute = 0; minute < 8; minute += 1) {
    clock.ms += 60_000;
    for (let line = 0; line < 250; line += 1) log.write(`${String(minute)} ${long}`);
    await log.flush();
  }
  const names = readdirSync(at('logs')).sort();
  expect(names).toEqual([
    'streamwright-1.log',
    'streamwright-2.log',
    'streamwright-3.log',
    'streamwright-4.log',
    'streamwright.log',
  ]);
  for (const name of names) {
    const { size, mode } = statSync(at(`logs/${name}`));
    expect(size).toBeLessThanOrEqual(logLimits.bytes);
    expect(mode & 0o777).toBe(0o600);
  }
  expect(textOf('streamwright.log')).toContain('Z 7 x');
  expect(textOf('streamwright-4.log')).toContain('Z 3 x');
});

test('begins a new line after one that a power cut tore', async () => {
  mkdirSync(at('logs'));
  writeFileSync(at('logs/streamwright.log'), '2026-11-22T09:00:00.000Z file-sa');
  const { log } = logAt();
  log.write('app-started');
  expect(await log.lastLines(10)).toEqual([
    '2026-11-22T09:00:00.000Z file-sa',
    '2026-11-22T10:30:00.000Z app-started',
  ]);
});

test('gives the last lines across files', async () => {
  const { clock, log } = logAt();
  for (let line = 0; line < 300; line += 1) log.write(`${String(line)} ${'x'.repeat(1000)}`);
  await log.flush();
  clock.ms += 60_000;
  log.write('newest');
  const lines = await log.lastLines(5);
  expect(lines.map((line) => line.slice(25, 30).trim())).toEqual([
    '296 x',
    '297 x',
    '298 x',
    '299 x',
    'newes',
  ]);
});

test('leaves out what comes without end, and says how much', async () => {
  const { clock, log } = logAt();
  for (let event = 0; event < 1000; event += 1) log.write('page-error');
  clock.ms += 60_000;
  log.write('later');
  const lines = await log.lastLines(1000);
  expect(lines).toHaveLength(logLimits.eventsPerMinute + 2);
  expect(lines.at(-2)).toContain('events-left-out count=700');
});

test.skipIf(process.getuid?.() === 0)(
  'stops nobody where the disk refuses it, and writes later what it kept',
  async () => {
    const { log } = logAt();
    mkdirSync(at('logs'), { mode: 0o500 });
    log.write('kept');
    log.writeNow('kept as well');
    await log.flush();
    expect(readdirSync(at('logs'))).toEqual([]);
    expect((await log.lastLines(9)).map((line) => line.slice(25))).toEqual(['kept', 'kept as well']);
    chmodSync(at('logs'), 0o700);
    log.write('at last');
    await log.flush();
    expect(textOf('streamwright.log').match(/kept|kept as well|at last/g)).toHaveLength(3);
  },
);

test('stops nobody where its folder is a file', async () => {
  writeFileSync(at('logs'), '');
  const { log } = logAt();
  log.write('one');
  log.writeNow('two');
  await log.flush();
  expect(await log.lastLines(9)).toHaveLength(2);
});
