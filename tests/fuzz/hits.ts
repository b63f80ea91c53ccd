/** How many places can be counted; each is one byte in `globalThis.fuzzHits`. */
export const mostPlaces = 1 << 17;

const scope = globalThis as { fuzzHits?: Uint8Array };
scope.fuzzHits ??= new Uint8Array(mostPlaces);

/** Where the plugin of instrument.ts counts; nothing is counted in code that it did not pass through. */
export const hits: Uint8Array = scope.fuzzHits;
