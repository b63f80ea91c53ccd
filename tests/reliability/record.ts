import { appendFileSync } from 'node:fs';
import path from 'node:path';

/** What a campaign found, for the table in RELIABILITY.md. */
export interface CampaignFigures {
  /** The promises it proves, as RELIABILITY.md numbers them: `R4`. */
  readonly promises: readonly string[];
  /** One line for a reader: how much was tried, and how much of it went wrong. */
  readonly figures: string;
}

/** Says what a campaign found, and hands it to `npm run prove -- --record`. `name` is the campaign's. */
export function record(name: string, found: CampaignFigures): void {
  console.log(`${name} (${found.promises.join(', ')}): ${found.figures}`);
  const folder = process.env['STREAMWRIGHT_TEST_RESULTS'];
  if (folder) appendFileSync(path.join(folder, 'figures.jsonl'), `${JSON.stringify({ name, ...found })}\n`);
}
