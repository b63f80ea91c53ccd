import { describe, expect, it } from 'vitest';
import type { MapNode } from '../../../shared/model/project';
import { graphOf, type MapGraph } from '../../../shared/model/queries';
import { readTable, sayCellError } from '../../../shared/tables/read-table';
import type { CellError } from '../../../shared/tables/types';
import { countIds } from '../../helpers/count-ids';

const options = (): Parameters<typeof readTable>[2] => ({
  makeId: countIds(),
  packId: 'itil4',
  name: 'Test',
});

function graph(csv: string): MapGraph {
  const result = readTable(csv, 'csv', options());
  if (result.kind === 'errors') throw new Error(result.errors.map(sayCellError).join('\n'));
  const read = graphOf(result.project, result.mapId);
  if (read === null) throw new Error('no map');
  return read;
}

function errors(csv: string): readonly CellError[] {
  const result = readTable(csv, 'csv', options());
  if (result.kind === 'read') throw new Error('it was read');
  return result.errors;
}

const flowsOf = ({ flows }: MapGraph): string[] =>
  flows.map(({ from, to, kind, share }) => `${from}>${to} ${share?.likely ?? '-'} ${kind}`);

function step(csv: string, id: string): MapNode {
  const node = graph(csv).node.get(id);
  if (node === undefined) throw new Error(`no step ${id}`);
  return node;
}

describe('a CSV step table', () => {
  it('lets the rows follow each other between a start and an end that it adds', () => {
    const read = graph('id,name,process_time,wait\na,Log,5m,1h\nb,Fix,30m,2d\n');
    expect(read.nodes.map(({ id, type, name }) => [id, type, name])).toEqual([
      ['start', 'start', 'Demand'],
      ['a', 'step', 'Log'],
      ['b', 'step', 'Fix'],
      ['end', 'end', 'Value'],
    ]);
    expect(flowsOf(read)).toEqual(['start>a - normal', 'a>b - normal', 'b>end - normal']);
    expect(read.node.get('b')).toMatchObject({ processTime: { likely: 30 }, wait: { likely: 960 } });
  });

  it('reads splits and loops from the next column, and ends what leads nowhere', () => {
    const read = graph(
      'id,name,next\nlog,Log,triage\ntriage,Triage,fix:0.4 escalation; done:60%\nfix,Fix,done; triage:0.2 rework\ndone,Confirm,\n',
    );
    expect(flowsOf(read)).toEqual([
      'log>triage - normal',
      'triage>fix 0.4 escalation',
      'triage>done 0.6 normal',
      'fix>done - normal',
      'fix>triage 0.2 rework',
      'start>log - normal',
      'done>end - normal',
    ]);
  });

  it('calls steps by name where the table has no ids', () => {
    const read = graph('name,next\nLog: the call,Fix\nFix,"log: the call:0.1 rework; Done"\nDone,\n');
    const names = new Map(read.nodes.map(({ id, name }) => [id, name]));
    const lines = read.flows.map(({ from, to, kind }) => `${names.get(from)}>${names.get(to)} ${kind}`);
    expect(lines).toContain('Fix>Log: the call rework');
    expect(lines).toContain('Fix>Done normal');
  });

  it('keeps starts and ends that the table has', () => {
    const read = graph('id,name,type\ngo,Call,start\na,Log,\nout,Solved,end\n');
    expect(flowsOf(read)).toEqual(['go>a - normal', 'a>out - normal']);
  });

  it.each([
    ['commas', 'id,name,wait\na,Log,1.5h\n'],
    ['semicolons and a decimal comma', 'id;name;wait\na;Log;1,5h\n'],
    ['tabs', 'id\tname\twait\na\tLog\t1:30\n'],
    ['a byte order mark and Windows lines', '\ufeffid;name;wait\r\na;Log;90 min\r\n'],
    ['the separator stated', 'sep=;\nid;name;wait\na;Log;90m\n'],
    ['quotes', '"id","name","wait"\n"a","Log","1h 30m"\n'],
    ['blank lines', '\n\nid,name,wait\n\na,Log,90m\n,,\n'],
  ])('reads %s', (_what, csv) => {
    expect(step(csv, 'a')).toMatchObject({ name: 'Log', wait: { likely: 90 } });
  });

  it('reads a quoted cell with line breaks, separators and quotes as one text', () => {
    expect(step('id,name,note\na,"Log, then\ncall ""back""","x;y"\n', 'a')).toMatchObject({
      name: 'Log, then\ncall "back"',
      note: 'x;y',
    });
  });

  it('knows other headings, and takes the unit that a heading names', () => {
    const read = step(
      'No,Step,PT (h),Waiting time [min],%C&A,Who,Class\n7,Fix,1.5,30,80%,Engineer,va\n',
      '7',
    );
    expect(read).toMatchObject({
      name: 'Fix',
      processTime: { likely: 90 },
      wait: { likely: 30 },
      completeAccurate: { likely: 0.8 },
      value: 'VA',
    });
  });

  it('stores a lead time as the wait that remains of it', () => {
    expect(step('id,name,process_time,lead_time\na,Raise,30m,5d\n', 'a').wait).toEqual({ likely: 2370 });
    expect(step('id,name,PT,LT\na,Raise,5m/10m/30m,1h/2h/4h\n', 'a').wait).toEqual({
      low: 55,
      likely: 110,
      high: 210,
    });
    expect(step('id,name,PT,LT\na,Raise,6m/12m/18m,1h\n', 'a').wait).toEqual({ likely: 48 });
  });

  it('reads every kind of cell', () => {
    const row = [
      'id,name,activity,practices,role,team,party,partner,agreement,crew,batch,changeover,wip,cadence,value,nnva_reason,kind,automation,systems,inputs,outputs,after_value,required_wait,detached,touches_consumer,skill_required,reject_rate,source,samples',
      'a,Fix,Acquire/Build,"Incident management; CMDB",Agent,Desk,partner,ACME,no,1/2/4,20,10m,23,1w,NNVA,legal,approval,manual,"ITSM tool; Phone",call,record,yes,TRUE,0,x,3,2%,measured,12',
    ].join('\n');
    expect(step(row, 'a')).toMatchObject({
      activity: 'obtain-build',
      practices: { 'incident-management': 1, 'service-configuration-management': 2 },
      team: 'Desk',
      party: 'partner',
      agreement: false,
      crew: { low: 1, likely: 2, high: 4, source: 'measured', samples: 12 },
      cadence: { likely: 2400 },
      nnvaReason: 'legal',
      kind: 'approval',
      automation: 'manual',
      afterValue: true,
      requiredWait: true,
      detached: false,
      touchesConsumer: true,
      skillRequired: 3,
      rejectRate: { likely: 0.02 },
    });
  });

  it('says which headings it left out', () => {
    const result = readTable('id,name,Colour\na,Log,red\n', 'csv', options());
    expect(result).toMatchObject({ kind: 'read', ignored: ['Colour'] });
  });

  it('makes names and ids like constructor harmless', () => {
    const read = graph(
      'id,name,role,next\nconstructor,toString,valueOf,__proto__\n__proto__,b,hasOwnProperty,\n',
    );
    expect(read.node.get('constructor')?.name).toBe('toString');
    expect([...read.roles.values()].map(({ name }) => name)).toEqual(['valueOf', 'hasOwnProperty']);
    expect(read.flows).toHaveLength(3);
  });
});

describe('an unreadable cell', () => {
  it('is named with its sheet, row and column and the text found, each one once', () => {
    expect(errors('id,name,PT,wait,%C&A\na,Log,4,1h,0.8\nb,Fix,1h,soon,80\n')).toEqual([
      {
        sheet: 'steps',
        row: 2,
        column: 'PT',
        found: '4',
        sentence: '“4” has no unit. Write 4m for minutes or 4h for hours.',
      },
      expect.objectContaining({ row: 3, column: 'wait', found: 'soon' }),
      expect.objectContaining({ row: 3, column: '%C&A', found: '80' }),
    ]);
  });

  it.each([
    [
      'id,name,lead_time,process_time\na,Log,5m,1h\n',
      'lead_time',
      'The lead time of 5 min is below the process time of 1 h.',
    ],
    ['id,name,lead_time\na,Log,5m\n', 'lead_time', 'A lead time needs a process time'],
    ['id,name,lead_time,wait,process_time\na,Log,5h,1h,1h\n', 'lead_time', 'a wait and a lead time'],
    ['id,name\na,Log\na,Fix\n', 'id', 'Another row has the same id.'],
    ['id,name,wait\n,,5m\n', 'name', 'neither a name nor an id'],
    ['id,name,next\na,Log,z\n', 'next', 'There is no step called “z”.'],
    ['id,name,next\na,Log,b\nb,Two,\nc,Two,two\n', 'next', 'Several steps are called “two”.'],
    ['id,name,next\na,Log,a:30\n', 'next', '“30” has no percent sign.'],
    ['id,name,type\na,Log,queue\n', 'type', 'Write one of start, end, step'],
    ['id,name,activity\na,Log,Dream\n', 'activity', 'is not a value chain activity'],
    ['id,name,practices\na,Log,service desk; Magic\n', 'practices', '“Magic” is not one of the practices.'],
    ['id,name,agreement\na,Log,maybe\n', 'agreement', 'neither yes nor no'],
    ['id,name,samples\na,Log,1.5\n', 'samples', 'is not a whole number'],
    ['id,name,crew\na,Log,0\n', 'crew', 'write at least one'],
    ['id,name,wait\na,Log,999999999999w\n', 'wait', 'longer than a hundred years'],
    ['id,name,wait,queue time\na,Log,1m,2m\n', 'queue time', 'means the same as “wait”'],
    ['id,name\na,Log,surplus\n', '', 'more cells than there are headings'],
    ['id,name\na,"Log\n', '', 'never closed'],
    ['foo,bar\n1,2\n', '', 'No column is called “name”'],
    ['', '', 'The table is empty.'],
    ['id,name\n', '', 'The table has no steps.'],
  ])('%j is refused in column %j', (csv, column, sentence) => {
    expect(errors(csv)).toEqual([
      expect.objectContaining({ column, sentence: expect.stringContaining(sentence) }),
    ]);
  });

  it('reads as one line', () => {
    const [error] = errors('id,name,PT\na,Log,4\n');
    expect(error && sayCellError(error)).toBe(
      'Steps, row 2, column PT: “4” has no unit. Write 4m for minutes or 4h for hours.',
    );
  });
});
