import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { decodeRecords, encodeRecord } from '../../../main/files/journal-records';
import { createRecovery } from '../../../main/files/recovery';
import { soundArguments } from '../../../main/ipc-guard';
import { createLostWork } from '../../../main/lost-work';
import {
  defaultSettings,
  settingsOver,
  settingsSchemas,
  type SettingKey,
} from '../../../main/settings-shape';
import { readProject } from '../../../shared/file-format/read';
import { channels } from '../../../shared/ipc/channels';
import type { Channel } from '../../../shared/ipc/contract';
import { checkProject, checkSentence, must } from '../check-project';
import type { FuzzTarget } from '../engine';
import { exampleWords } from '../words';

const textOf = (input: Uint8Array): string => Buffer.from(input).toString('utf8');

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const isKey = (key: string): key is SettingKey => Object.hasOwn(settingsSchemas, key);

/** The settings file of this computer. */
export const settings: FuzzTarget = {
  name: 'settings',
  shape: 'json',
  words: [
    ...exampleWords.json,
    'preferences',
    'recent',
    'place',
    'bounds',
    'theme',
    'dark',
    'usedAt',
    'keys',
    'zoom',
  ],
  check(input) {
    const value = parsed(textOf(input));
    const kept = new Map(Object.entries(typeof value === 'object' && value !== null ? value : {}));
    const problems: unknown[] = [];
    const read = settingsOver({ read: (key) => kept.get(key), write: () => undefined }, (error) =>
      problems.push(error),
    );
    must(problems.length === 0, 'reading a setting fails');
    for (const key of Object.keys(settingsSchemas).filter(isKey)) {
      const found = read.get(key);
      must(settingsSchemas[key].safeParse(found).success, `a setting is not valid: ${key}`);
      must(kept.has(key) || isDeepStrictEqual(found, defaultSettings[key]), 'a setting comes from nowhere');
    }
  },
};

const channelNames = Object.keys(channels) as Channel[];

/** What a page sends to the main process: the name of a channel, and what comes with it. */
export const messages: FuzzTarget = {
  name: 'messages',
  shape: 'json',
  words: [...channelNames, 'from', 'token', 'text', 'document', '0123456789abcdef0123456789abcdef'],
  check(input) {
    const value = parsed(textOf(input));
    const [channel, ...given] = Array.isArray(value) ? (value as unknown[]) : [];
    const named = channelNames.find((each) => each === channel);
    for (const each of named === undefined ? channelNames : [named]) {
      const sound = soundArguments(each, given);
      if (sound === null) continue;
      must(sound.length <= 1, 'a call has more arguments than any channel takes');
      must(isDeepStrictEqual(soundArguments(each, sound), sound), 'arguments are others the second time');
    }
    must(!('polluted' in {}), 'objects inherit something that was sent');
  },
};

const session = '0123456789abcdef';

/** Lines `type at text` as whole records, so that what is in them can be odd and their checksums right. */
function journalOf(text: string): Buffer {
  const types = ['header', 'snapshot', 'patch'] as const;
  const records = text.split('\n').flatMap((line) => {
    const [type, at, ...rest] = line.split(' ');
    const known = types.find((each) => each === type);
    return known === undefined ? [] : [encodeRecord({ type: known, at: Number(at), text: rest.join(' ') })];
  });
  return Buffer.concat(records);
}

let folder: string | null = null;

/** The recovery journal: its bytes, or its records where the first byte is a letter. */
export const journal: FuzzTarget = {
  name: 'journal',
  shape: 'lines',
  words: [
    'header 1795000000000 {"title":"T","sourcePath":null,"pid":9,"session":"s"}',
    'snapshot 1795000000000 ',
    'patch 1795000000000 ',
    'NaN',
    'Infinity',
    '-1',
    '8.64e15',
    '8.64e18',
    '{"op":"replace","path":["name"],"value":"x"}',
    '"path":["__proto__","polluted"]',
    ...exampleWords.json,
  ],
  async check(input, isDeep) {
    const text = textOf(input);
    const bytes = /^(?:header|snapshot|patch) /.test(text) ? journalOf(text) : Buffer.from(input);
    const records = decodeRecords(bytes);
    must(
      records.every((record) => typeof record.text === 'string'),
      'a record has no text',
    );
    folder ??= mkdtempSync(path.join(tmpdir(), 'streamwright-fuzz-'));
    const docId = 'a'.repeat(32);
    const place = path.join(folder, docId);
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, '1.journal'), bytes);
    const recovery = createRecovery({
      folder,
      session,
      now: () => 1_795_000_000_000,
      onProblem: () => undefined,
      isAlive: () => false,
    });
    const lost = createLostWork(recovery);
    const list = await lost.list();
    for (const { token, keptAt } of list) {
      must(!Number.isNaN(Date.parse(keptAt)), 'kept work has no time');
      const result = await lost.read(token);
      if (result.kind === 'failed') checkSentence(result.sentence);
      else {
        const read = readProject(result.work.text);
        must(read.kind === 'read', 'work that was found cannot be opened');
        checkProject(read.project, isDeep);
      }
    }
    must(!('polluted' in {}), 'objects inherit something that was kept');
  },
};
