import { chmodSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { profileFolder } from '../../main/profile-folder';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();

test('a profile that can be written is used as it is, and made where it is missing', () => {
  mkdirSync(at('temporary'));
  expect(profileFolder(at('home', 'profile'), at('temporary'))).toEqual({
    path: at('home', 'profile'),
    isLasting: true,
  });
  expect(readdirSync(at('home', 'profile'))).toEqual([]);
  expect(readdirSync(at('temporary'))).toEqual([]);
});

test('for one that cannot be written a folder stands in that nobody else had', () => {
  writeFileSync(at('profile'), 'a file in its place');
  mkdirSync(at('temporary'));
  const first = profileFolder(at('profile'), at('temporary'));
  const second = profileFolder(at('profile'), at('temporary'));
  expect([first.isLasting, second.isLasting]).toEqual([false, false]);
  expect(first.path).not.toBe(second.path);
  expect(readdirSync(first.path)).toEqual([]);
});

test.skipIf(process.getuid?.() === 0)('that folder has the settings that can be read', () => {
  mkdirSync(at('temporary'));
  mkdirSync(at('profile'));
  for (const name of ['settings.json', 'settings.json.good']) writeFileSync(at('profile', name), name);
  chmodSync(at('profile'), 0o555);
  try {
    const { path, isLasting } = profileFolder(at('profile'), at('temporary'));
    expect(isLasting).toBe(false);
    for (const name of ['settings.json', 'settings.json.good'])
      expect(readFileSync(join(path, name), 'utf8')).toBe(name);
  } finally {
    chmodSync(at('profile'), 0o755);
  }
});
