import type { NodeType } from '../model/value-sets';

const kinds: Readonly<Record<NodeType, string>> = {
  start: 'Demand',
  end: 'Value',
  step: 'Step',
  decision: 'Decision',
  fork: 'Fork',
  join: 'Join',
  control: 'Control',
  note: 'Note',
  burst: 'Idea',
};

/** Words in a Mermaid flowchart. */
export const mermaidText = {
  kinds,
  /** A comment by which the app knows its own flowcharts again. */
  mark: '%% Value-stream map of Streamwright',
  work: (time: string) => `${time} work`,
  wait: (time: string) => `waits ${time}`,
  quality: (share: string) => `${share} right`,
} as const;

/** Words in a draw.io or BPMN file. */
export const drawioText = {
  between: ' · ',
  processTime: (time: string) => `P/T ${time}`,
  wait: (time: string) => `Wait ${time}`,
  quality: (share: string) => `%C&A ${share}`,
  people: (count: string) => `People ${count}`,
  rest: 'otherwise',
} as const;
