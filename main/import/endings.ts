/** Ends of names of files that can be imported. */
export const importEndings = [
  'drawio',
  'xml',
  'png',
  'svg',
  'bpmn',
  'mmd',
  'mermaid',
  'md',
  'xlsx',
  'csv',
  'tsv',
  'txt',
  'json',
];

/** Whether a file may be one to import, by its name. */
export function isImportable(name: string): boolean {
  const lower = name.toLowerCase();
  return importEndings.some((ending) => lower.endsWith(`.${ending}`));
}
