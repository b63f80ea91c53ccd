import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../helpers/run-command';
import { aboutTheMap, noMessages, soundsLikeTrouble, troubleTopics } from './no-rows';
import { scenes } from './scenes';
import { allPaths, isKnown, pathOf, piecesOf, textAt } from './texts';
import { unmet, unmetInWords } from './unmet';

const troubles = scenes.flatMap((scene) => scene.troubles);
const told = new Set(
  [...troubles.flatMap(({ tells }) => tells), ...unmet.map((each) => each.told)].map(pathOf),
);
const reasons = Object.keys(noMessages);

/** Whether a reason is for this text: it is its path, or one of the groups in which it stands. */
const isFor = (path: string) => (reason: string) =>
  path === reason || path.startsWith(reason.endsWith('.') ? reason : `${reason}.`);
/** Whether somebody meets this text in trouble, as far as its topic or its words say. */
function isOfTrouble(path: string): boolean {
  if (troubleTopics.some((topic) => path.startsWith(`${topic}.`))) return true;
  return soundsLikeTrouble.test(String(textAt(path)));
}

describe('the table of messages in trouble', () => {
  it('has a row, or a reason for none, of each text that is met in trouble', () => {
    const without = allPaths
      .filter(isOfTrouble)
      .filter((path) => !told.has(path) && !reasons.some(isFor(path)));
    expect(without).toEqual([]);
  });

  it('is printed whole in docs/messages.md', () => {
    const page = readFileSync(join(root, 'docs/messages.md'), 'utf8').replaceAll('\\|', '|');
    const comes = [...troubles, ...unmet].map(({ when }) => when);
    expect(comes.filter((when) => !page.includes(`\n| ${when} | `))).toEqual([]);
    expect(unmetInWords().filter(({ words }) => !page.includes(`| ${words} |`))).toEqual([]);
    expect(page.match(/^\| (?!when it comes|---)/gm)?.length).toBe(comes.length);
    expect(new Set(comes).size).toBe(comes.length);
  });

  it('names only texts that there are, with the values that they need', () => {
    for (const each of troubles.flatMap(({ tells }) => tells)) expect(piecesOf(each)).not.toEqual([]);
    for (const each of unmet) expect(piecesOf(each.told)).not.toEqual([]);
  });

  it('knows each file of texts, or that it speaks of the map alone', async () => {
    const folder = join(root, 'shared/text');
    const files = readdirSync(folder).map((name) => basename(name, '.ts'));
    const unknown: string[] = [];
    for (const name of files.filter((file) => !aboutTheMap.includes(file))) {
      const found = (await import(join(folder, `${name}.ts`))) as Readonly<Record<string, unknown>>;
      const texts = Object.values(found).filter((each) => typeof each === 'object');
      if (!texts.every(isKnown)) unknown.push(name);
    }
    expect(unknown).toEqual([]);
    expect(aboutTheMap.filter((name) => !files.includes(name))).toEqual([]);
  });

  it('has no row that tells no text, and none twice', () => {
    expect(troubles.filter(({ tells }) => tells.length === 0).map(({ id }) => id)).toEqual([]);
    expect(new Set(troubles.map(({ id }) => id)).size).toBe(troubles.length);
  });

  it('gives reasons only where they are needed', () => {
    expect(reasons.filter((reason) => !allPaths.some((path) => isFor(path)(reason)))).toEqual([]);
    expect(reasons.filter((reason) => told.has(reason))).toEqual([]);
  });

  it('names the texts of a topic of trouble one by one, never the whole topic', () => {
    const topics: readonly string[] = troubleTopics;
    expect(reasons.filter((reason) => topics.includes(reason.replace(/\.$/, '')))).toEqual([]);
  });
});
