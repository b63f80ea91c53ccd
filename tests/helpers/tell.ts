import { appendFileSync } from 'node:fs';

/**
 * Tells the proof `promises` how much a test has tried, in words after the number: `tell('R18', 56, 'cut-off settings')`.
 * Anywhere else nothing happens. The numbers of the same words are added up.
 */
export function tell(promise: string, count: number, words: string): void {
  const file = process.env['STREAMWRIGHT_TOLD'];
  if (file) appendFileSync(file, `${JSON.stringify({ promise, count, words })}\n`);
}
