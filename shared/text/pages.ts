/** Names of the pages of the editor and of the panels left of the canvas. */
export const pagesText = {
  label: 'Pages',
  names: {
    map: 'Map',
    table: 'Table',
    charter: 'Charter',
    value: 'Value',
    dimensions: 'Dimensions',
    'what-if': 'What-if',
    compare: 'Compare',
    plan: 'Plan',
    workshop: 'Workshop',
  },
  left: { label: 'Palette and outline', palette: 'Palette', outline: 'Outline', library: 'Library' },
} as const;

/** A page of the editor. */
export type PageName = keyof typeof pagesText.names;
