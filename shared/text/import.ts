const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-GB')} ${many}`;

/** What is said of files that come in from other tools. */
export const importText = {
  kinds: {
    drawio: 'draw.io diagram',
    bpmn: 'BPMN process',
    mermaid: 'Mermaid flowchart',
    xlsx: 'Excel workbook',
    csv: 'CSV table',
    json: 'JSON table',
  },
  refused: {
    empty: 'The file is empty. Choose another one.',
    ownFile: 'This is a map of Streamwright. Use File, Open instead.',
    tooLarge: (megabytes: number) =>
      `The file is larger than ${megabytes} MB. A map is far smaller: is it the right file?`,
    unpacksTooLarge: (megabytes: number) =>
      `The file is packed and would grow to more than ${megabytes} MB. It was not opened. Is it the right file?`,
    tooManyParts:
      'The file has more parts than any map could show. It was not read. Import the part of it that you need.',
    tooManyCells: (most: number) =>
      `The workbook has more than ${most.toLocaleString('en-GB')} filled cells. Keep only the sheets with the steps.`,
    tooManyMaps: (most: number) => `The file holds more than ${most} diagrams. Split it first.`,
    tooDeep:
      'The parts of the file stand inside each other deeper than any map. It was not read. Is it the right file?',
    entities:
      'The file defines abbreviations of its own, which can hide harm. It was not read. Save it anew in its own program.',
    notXml: (line: number) =>
      `The file breaks off or is damaged near line ${line}. Save it anew in its own program.`,
    damaged: 'The file is damaged: its packed content cannot be opened. Save it anew in its own program.',
    unknownKind: (name: string) =>
      `“${name}” is not a file that can be imported. Take a draw.io diagram, a BPMN process, a Mermaid flowchart, or a table in Excel, CSV or JSON.`,
    oldExcel:
      'This is a workbook of an old Excel or of another program. Save it as .xlsx or CSV and import that.',
    locked: 'The workbook is protected with a password. Save it without one and import that.',
    noDiagram:
      'There is no diagram in this picture. Only pictures that draw.io saved with a copy of the diagram can be imported: take the diagram itself.',
    notDrawio: 'There is no draw.io diagram in this file. Is it the right file?',
    notBpmn: 'There is no BPMN process in this file. Is it the right file?',
    notMermaid:
      'There is no Mermaid flowchart in this file. Other kinds of Mermaid diagrams cannot be imported.',
    notAWorkbook: 'There is no sheet with cells in this workbook. Is it the right file?',
    nothing: 'There is no step in this file, so there is no map to make. Is it the right file?',
    notUnderstood:
      'The file could not be understood. Save it anew in its own program, or as another of the kinds that can be imported.',
    tooSlow: (seconds: number) =>
      `Reading the file took longer than ${seconds} seconds and was stopped. Import the part of it that you need.`,
    tooMuchMemory:
      'Reading the file needs more memory than any map should, so it was stopped. Import the part of it that you need.',
  },
  what: {
    arrow: (label: string) => (label === '' ? 'Arrow' : `Arrow “${label}”`),
    shape: (kind: string, label: string) =>
      label === '' ? `Shape “${kind}”` : `“${label}” (shape “${kind}”)`,
    text: (label: string) => `“${label}”`,
    figure: (found: string) => `Figure “${found}”`,
    page: (name: string) => `Page “${name}”`,
    element: (kind: string, label: string) => (label === '' ? kind : `${kind} “${label}”`),
    rowsFrom: (row: number) => `Rows from ${row} on`,
    heading: (heading: string) => `Column “${heading}”`,
    line: (number: number, found: string) => `Line ${number}: ${found}`,
  },
  why: {
    looseArrow: 'It is not attached to a step at both ends.',
    arrowIntoStart: 'Nothing leads into the demand.',
    arrowOutOfEnd: 'Nothing leads on from the value.',
    arrowTwice: 'The same two steps are joined already.',
    arrowToNote: 'It leads to or from something that carries no work.',
    unknownShape: 'This shape has no meaning on a value-stream map.',
    picture: 'It only decorates.',
    noSteps: 'No step is drawn there.',
    noOwner: 'It stands near no step.',
    noUnit: 'It has no unit, so nobody can tell what it means.',
    notRead: 'No field is made for it, so it stands in the note of the step.',
    noStepAfter: 'No step follows that could wait.',
    figureTwice: 'The step has another figure of this kind.',
    event: 'Events inside a step are not kept.',
    pool: 'It leads to a pool in which no step is drawn.',
    eventProcess: 'What starts by an event inside another process has no place in the flow.',
    decoration: 'Looks, links and clicks are not taken over.',
    syntax: 'This line is not understood.',
    afterBlank: 'They stand behind an empty row, so they are not part of the table.',
    heading: 'Nothing is known by this heading.',
  },
  notes: {
    back: (count: number) =>
      `${counted(count, 'flow leads', 'flows lead')} back to an earlier step and came in as rework. Check whether that is right.`,
    dashed: (count: number) => `${counted(count, 'dashed line', 'dashed lines')} came in as information.`,
    inRow: 'No arrows join the steps, so they follow each other from left to right.',
    startAdded: 'A demand was added before the first step.',
    endAdded: 'A value was added behind the last step.',
    apart: (count: number) => `${counted(count, 'step stands', 'steps stand')} apart, without any flow.`,
    inclusive: (count: number) =>
      `${counted(count, 'inclusive gateway', 'inclusive gateways')} came in as a choice, though several ways can be taken at once.`,
    flattened: (names: string) => `Sub-processes came in as groups: ${names}.`,
    forked: (count: number) =>
      `${counted(count, 'step', 'steps')} with several ways at once got a fork behind ${count === 1 ? 'it' : 'them'}.`,
    events: (count: number) =>
      count === 1
        ? '1 event on the way came in as a step without times.'
        : `${counted(count, 'event', 'events')} on the way came in as steps without times.`,
    passed: (count: number) =>
      `${counted(count, 'gateway or event', 'gateways or events')} without a name that only passed work on ${count === 1 ? 'was' : 'were'} left out.`,
    days: 'Days are working days of the calendar.',
    sampled:
      'Times, shares and people that were entered for a simulation came in, average times as process times.',
    workingTime: 'Times are understood in the working time of the calendar 8x5.',
  },
  /** What elements of BPMN are called. */
  elements: (name: string) =>
    name === 'startEvent'
      ? 'Start'
      : name === 'endEvent'
        ? 'End'
        : /process/i.test(name)
          ? 'Sub-process'
          : 'Element',
  /** Names that stand for things without one. */
  unnamed: { step: 'Step', map: 'Map', decision: 'Decision?', event: 'Wait for news', supplier: 'Supplier' },
} as const;
