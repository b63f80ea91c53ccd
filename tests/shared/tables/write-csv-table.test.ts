import { describe, expect, it } from 'vitest';
import { readTable } from '../../../shared/tables/read-table';
import { writeTable } from '../../../shared/tables/write-table';
import { buildMap } from '../../helpers/build-map';
import { countIds } from '../../helpers/count-ids';

describe('a written CSV step table', () => {
  it('does not let a spreadsheet compute what somebody wrote', () => {
    const { project, mapId } = buildMap((m) => {
      m.start();
      m.step('a', { name: '=HYPERLINK("x")', team: '+1', note: "'=1", partner: '＝1' });
      m.end();
      m.path('start', 'a', 'end');
    });
    const csv = writeTable(project, mapId, 'csv') ?? '';
    expect(csv).toContain(`a,"'=HYPERLINK(""x"")"`);
    expect(csv).toContain("'+1");
    for (const cell of csv.split('\n').flatMap((line) => line.split(',')))
      expect(cell).not.toMatch(/^"?[=+\-@＝＋－＠]/);
    const read = readTable(csv, 'csv', { makeId: countIds() });
    expect(read.kind === 'read' && read.project.nodes.a).toMatchObject({
      name: '=HYPERLINK("x")',
      team: '+1',
      note: "'=1",
    });
  });

  it('leaves out the columns that nobody filled', () => {
    const { project, mapId } = buildMap((m) => {
      m.start();
      m.step('a', { wait: 30 });
      m.end();
      m.path('start', 'a', 'end');
    });
    expect(writeTable(project, mapId, 'csv')).toBe(
      'id,name,type,wait,next\nstart,Start,start,,a\na,A,,30m,end\nend,End,end,,\n',
    );
  });

  it('has nothing to write of a map that is not there', () => {
    expect(writeTable(buildMap(() => undefined).project, 'constructor', 'csv')).toBeNull();
  });
});
