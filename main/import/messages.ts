/** What the worker that reads foreign files is given. */
export interface ImportJob {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mapsColumns: boolean;
}
