import { describe, expect, it } from 'vitest';
import { quickContext } from '../../shared/capture/quick-context';
import { parseQuickLine } from '../../shared/capture/quick-line';
import { bytesOfBase64 } from '../../shared/import/base64';
import { isMermaid } from '../../shared/import/mermaid';
import { readHtmlCells } from '../../shared/tables/cells-text';
import { openHistory, run, undo } from '../../shared/commands/history';
import { addTable } from '../../shared/tables/add-table';
import { salvage } from '../../shared/file-format/salvage';
import { writeProject } from '../../shared/file-format/write';
import { readTable } from '../../shared/tables/read-table';
import { officeHours } from '../../shared/model/calendar';
import { emptyProject } from '../../shared/model/new-project';
import { parseDurationQuantity } from '../../shared/model/units-durations';
import { buildMap } from '../helpers/build-map';
import { countIds } from '../helpers/count-ids';
import { outcomeOf } from '../helpers/import-fixture';

const size = 100_000;
const fill = (piece: string): string => piece.repeat(Math.ceil(size / piece.length));

/** Work of this process, ms: what others make the machine do does not count. */
function work(task: () => unknown): number {
  const before = process.cpuUsage();
  task();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** More than a busy machine needs for 100 kB; reading that grows with the square of its input takes ten times as long. */
const patience = 3000;

describe('reading takes time in line with the size', () => {
  const files: readonly (readonly [string, string, string])[] = [
    ['a tag whose name never ends', 'a.drawio', `<mx${fill('r')}`],
    ['a process whose tag never ends', 'a.bpmn', `<definitions ${fill('a ')}`],
    ['tags that never end', 'a.drawio', fill('<a')],
    ['comments that never end', 'a.drawio', `<a>${fill('<!--')}`],
    ['quotation marks that never end', 'a.drawio', `<a ${fill(`"'`)}`],
    ['blank lines', 'a.mmd', fill('\n')],
    ['blank lines before a head', 'a.mmd', `---${fill('\n')}flowchart TD`],
    ['blank lines in a head', 'a.mmd', `---\n${fill('\n---\t')}flowchart TD`],
    ['comments before a flowchart', 'a.mmd', fill('%%\n')],
    ['fences', 'a.md', fill('```mermaid\n')],
    ['dotted links that never end', 'a.mmd', `flowchart TD\n${fill('A -. B ')}`],
    ['thick links that never end', 'a.mmd', `flowchart TD\nA ${fill('== ')}`],
    ['links in a line', 'a.mmd', `flowchart TD\nA${fill('-- x ')}`],
    ['names of a flowchart', 'a.mmd', `flowchart TD\n${fill('A-')}`],
    ['brackets that never close', 'a.mmd', `flowchart TD\n${fill('A([')}`],
    ['lanes that never close', 'a.mmd', `flowchart TD\nsubgraph ${fill(' [')}`],
    ['separators', 'a.csv', `Step;PT\n${fill(';')}`],
    ['rows', 'a.csv', `Step;PT\n${fill('a;1h\n')}`],
    ['quotation marks of cells', 'a.csv', `Step;PT\n${fill('"')}`],
    ['quoted cells', 'a.csv', `Step;PT\n${fill('"a""b";')}`],
    ['spaces', 'a.csv', `Step;PT\na;${fill(' ')}1h`],
    ['digits', 'a.csv', `Step;PT\na;${fill('1')}`],
    ['a range of dashes', 'a.csv', `Step;PT\na;1h${fill(' - ')}`],
    ['ways on', 'a.csv', `Step;Next\na;${fill('b 1% | ')}`],
    ['things', 'a.csv', `Step;Systems\na;${fill('b; ').replaceAll(';', ',')}`],
    ['brackets of JSON', 'a.json', fill('[')],
    ['entries of JSON', 'a.json', `{"steps":[${fill('{"name":"a"},')}{"name":"b"}]}`],
  ];
  it.each(files)('of %s', (_, name, text) => {
    expect(work(() => outcomeOf(name, text))).toBeLessThan(patience);
  });

  it.each([
    ['comments', '<table><td>', '<!--'],
    ['styles', '<table><td>', '<style>'],
    ['tags', '<table><td>', '<a '],
    ['a tag', '<table><td', 'a'],
    ['cells that span', '<table>', '<td rowspan=9999 colspan=100>'],
    ['signs', '<table><td>', '&amp;'],
  ])('of a pasted table with %s that never end', (_, start, piece) => {
    expect(work(() => readHtmlCells(start + fill(piece)))).toBeLessThan(patience);
  });

  it('of a text that may be a flowchart', () => {
    expect(work(() => isMermaid(fill(' \n')))).toBeLessThan(patience);
  });

  it('of a damaged file in whose one long line a turned bit is sought', () => {
    const names = { project: 'P', stream: 'S', map: 'M', demand: 'D', value: 'V' };
    const { project } = emptyProject({ makeId: countIds(), names });
    const [id = ''] = Object.keys(project.streams);
    const long = { ...project, streams: { [id]: { ...project.streams[id]!, purpose: fill('a') } } };
    const damaged = writeProject(long).replace('"purpose": "', '#purpose": #');
    expect(work(() => salvage(Buffer.from(damaged)))).toBeLessThan(patience);
  });

  it.each(['10m;', 'Desk; ', '"a;', '-> a 20%;'])('of a pasted line of quick entry: %s', (piece) => {
    const { project, mapId } = buildMap((m) => m.step('log', { name: 'Log' }));
    const context = quickContext(project, mapId, 'log');
    if (context === null) throw new Error('the map is there');
    expect(work(() => parseQuickLine(`A; ${fill(piece)}`, context))).toBeLessThan(300);
  });

  it('of an amount whose unit never ends', () => {
    const read = () => parseDurationQuantity(`5..${fill('a')}1`, officeHours, { bareNumber: 'minutes' });
    expect(work(read)).toBeLessThan(300);
  });

  it('of a packed text with endless padding in its middle', () => {
    expect(work(() => bytesOfBase64(`${fill('=')}A`))).toBeLessThan(300);
  });

  it('of taking a large table off a map again', () => {
    const makeId = countIds();
    const names = { project: 'P', stream: 'S', map: 'M', demand: 'D', value: 'V' };
    const { project, mapId } = emptyProject({ makeId, names });
    const rows = Array.from({ length: 2000 }, (_, at) => `Step ${at};Team;5m;1h`).join('\n');
    const table = readTable(`Step;Team;PT;Wait\n${rows}`, 'csv', { makeId: countIds() });
    if (table.kind !== 'read') throw new Error('the table is sound');
    const command = addTable({ project, mapId, table, after: null }, () => `x${makeId()}`);
    if (command === null) throw new Error('the map is there');
    const done = run(openHistory(project), command);
    if (done.kind !== 'done') throw new Error(done.sentence);
    expect(Object.keys(done.history.project.nodes).length).toBeGreaterThan(2000);
    expect(work(() => undo(done.history))).toBeLessThan(1000);
  });
});
