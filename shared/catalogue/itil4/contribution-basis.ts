/** The levels called high are the main activities that the text of the practice guide names; the others are an assessment. */
export const guideBasis =
  'Main activities as the practice guide names them; the other levels are an assessment';

/** No level was taken from a practice guide. */
export const assessedBasis = 'An assessment, not taken from the practice guide';
