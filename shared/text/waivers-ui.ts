/** Words of the dialog that accepts a finding, and of accepted findings in the list. */
export const waiversText = {
  title: 'Accept this finding',
  description:
    'It stays in the list, struck through with your reason, and in reports. It counts no longer as a problem.',
  reason: 'Why is it fine here?',
  reasonHint: 'Say it so that somebody who was not in the room understands it.',
  reasonNeeded: 'A reason is needed: a sentence is enough.',
  author: 'Who says so',
  authorHint: 'Your name is remembered on this computer.',
  until: 'Until when',
  quick: { threeMonths: '3 months', sixMonths: '6 months', none: 'No end' },
  date: 'Date',
  dateHint: 'YYYY-MM-DD',
  dateWrong: (text: string) => `“${text}” is not a date. Type it as 2026-11-21.`,
  datePast: 'This date has passed. Choose a later one.',
  back: (expires: string | null) =>
    expires === null
      ? 'It comes back when its numbers change markedly, so that nobody forgets why it was accepted.'
      : `It comes back after ${expires}, or earlier when its numbers change markedly.`,
  accept: 'Accept it',
  cancel: 'Cancel',
} as const;
