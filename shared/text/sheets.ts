/** Words on the sheets of PDF files. */
export const sheetText = {
  pageOf: (page: number, pages: number) => `Page ${String(page)} of ${String(pages)}`,
  writing: (page: number, pages: number) => `Writing page ${String(page)} of ${String(pages)}`,
  goTo: (title: string, page: number) => `Go to ${title}, page ${String(page)}`,
  place: (at: { row: number; rows: number; column: number; columns: number }) =>
    `Row ${String(at.row)} of ${String(at.rows)}, column ${String(at.column)} of ${String(at.columns)}`,
  cutLeft: 'Cut at the marks on the left and glue onto the sheet before.',
  cutTop: 'Cut at the marks at the top and glue onto the sheet above.',
  cutBoth: 'Cut at the marks on the left and at the top and glue onto the sheets before and above.',
} as const;
