/** A message as somebody meets it: in the window, in a box of the system, or where the app was started. */
export interface Message {
  readonly title: string;
  readonly lines: readonly string[];
  readonly buttons: readonly string[];
  /** A PNG that the app or the display took of it. */
  readonly picture?: Buffer;
  /** Why there is no picture of it; a box of the system where nothing is said. */
  readonly source?: 'terminal';
}
