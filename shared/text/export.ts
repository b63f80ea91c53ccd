/** Sentences of exports that are made outside the page. */
export const exportText = {
  /** After the reason why the disk did not take a file. */
  notTouched: (sentence: string) => `${sentence} Your map is not touched.`,
  refused: {
    noMap: 'There is no map to export: it was deleted, or the project has none yet.',
    tooMuchMemory:
      'There is not enough memory to make this file. Your work is untouched. Export one map instead of the whole project, or a smaller picture.',
    unknown: 'The file could not be made. Your work is untouched; try another format.',
  },
  progress: {
    start: 'Reading the project',
    end: 'Done',
  },
  /** What files of a format are called where the system asks for a place. */
  files: {
    svg: 'SVG picture',
    png: 'PNG picture',
    pdf: 'PDF document',
    'report-pdf': 'PDF document',
    pptx: 'PowerPoint presentation',
    docx: 'Word document',
    xlsx: 'Excel workbook',
    html: 'Web page',
    md: 'Markdown text',
    mermaid: 'Mermaid diagram',
    drawio: 'draw.io diagram',
    bpmn: 'BPMN diagram',
    csv: 'Table (CSV)',
    json: 'Data (JSON)',
  },
} as const;
