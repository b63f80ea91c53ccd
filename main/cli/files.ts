import { realpath } from 'node:fs/promises';
import path from 'node:path';
import { readProject, type ReadResult } from '../../shared/file-format/read';
import type { Project } from '../../shared/model/project';
import { graphOf, listOf, type MapGraph, mapsOf } from '../../shared/model/queries';
import { cliText } from '../../shared/text/cli';
import { isOfNewerVersion } from '../files/newer-version';
import { openFile } from '../files/open-file';
import { saySaved, sayNotOpened } from '../files/say-outcome';
import { writeSafely } from '../files/write-safely';
import { BadInput, type Io } from './io';

/** The text of a file; throws `BadInput` with the sentence of the app where it cannot be read. */
export async function readText(file: string): Promise<string> {
  const opened = await openFile(file);
  if (opened.kind === 'opened') return opened.text;
  const name = path.basename(file);
  if (opened.kind === 'missing' || opened.kind === 'folder-missing')
    throw new BadInput(cliText.notThere[opened.kind](name));
  throw new BadInput(sayNotOpened(opened, name));
}

/** A project that was read, with what must be told of its file. */
export type ReadDocument = Extract<ReadResult, { kind: 'read' }>;

/** Reads a project file; throws `BadInput` where there is no project in it. */
export async function readDocument(file: string): Promise<ReadDocument> {
  const read = readProject(await readText(file));
  if (read.kind === 'read') return read;
  throw new BadInput(`${path.basename(file)}: ${read.sentence}`);
}

/** Reads a project and tells on standard error what is odd about its file. */
export async function openProject(file: string, io: Io): Promise<Project> {
  const { project, warnings } = await readDocument(file);
  for (const { sentence } of warnings) io.err(`${cliText.warning(sentence)}\n`);
  return project;
}

function chosenMap(project: Project, wanted: string | null): string {
  const maps = listOf(project.streams).flatMap(({ id }) => mapsOf(project, id));
  if (wanted === null) return (maps.find(({ state }) => state === 'current') ?? maps[0])?.id ?? '';
  if (maps.some(({ id }) => id === wanted)) return wanted;
  const [named, other] = maps.filter(({ name }) => name === wanted);
  if (other !== undefined) throw new BadInput(cliText.severalMaps(wanted));
  if (named !== undefined) return named.id;
  const listed = maps.map(({ id, name }) => cliText.mapListed(id, name)).join(', ');
  throw new BadInput(cliText.noSuchMap(wanted, listed));
}

/** The map of that id or name; without one the first current map, else the first. Throws `BadInput` where there is none. */
export function chooseMap(project: Project, wanted: string | null): MapGraph {
  const graph = graphOf(project, chosenMap(project, wanted));
  if (graph === null) throw new BadInput(cliText.noSuchMap(wanted ?? '', ''));
  return graph;
}

const realPath = async (file: string): Promise<string | null> => realpath(file).catch(() => null);

/** Refuses an output that would replace the file it is made from. */
export async function refuseSameFile(input: string, output: string): Promise<void> {
  const [from, to] = await Promise.all([realPath(input), realPath(output)]);
  if (from !== null && from === to) throw new BadInput(cliText.sameFile);
}

/** Writes the whole output or nothing; an older file of that name is replaced. Throws `BadInput` where the disk refuses. */
export async function writeOutput(file: string, content: string | Uint8Array, io: Io): Promise<void> {
  if (await isOfNewerVersion(file)) throw new BadInput(cliText.newerOutput(path.basename(file)));
  const options = { expected: null, overwrite: true };
  const result = await writeSafely(file, content, options);
  const sentence = saySaved(result, path.basename(file), options);
  if (result.kind !== 'saved') throw new BadInput(sentence ?? '');
  if (sentence !== null) io.err(`${cliText.warning(sentence)}\n`);
}
