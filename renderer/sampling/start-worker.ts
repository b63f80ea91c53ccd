// oxlint-disable-next-line import/default -- the build gives the address of the worker's file
import previewAddress from '../export/preview-worker.ts?worker&url';
// oxlint-disable-next-line import/default -- the build gives the address of the worker's file
import historyAddress from '../history/history-worker.ts?worker&url';
// oxlint-disable-next-line import/default -- the build gives the address of the worker's file
import samplingAddress from './sampling-worker.ts?worker&url';

const addresses = { sampling: samplingAddress, preview: previewAddress, history: historyAddress } as const;

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

declare global {
  interface Window {
    /** Absent where the page is not guarded by Trusted Types. */
    readonly trustedTypes?: TrustedTypes;
  }
}

/** The only addresses of code that this page may start; any other is refused. */
const policy = window.trustedTypes?.createPolicy('app-worker', {
  createScriptURL: (url) => {
    if (!Object.values(addresses).includes(url)) throw new TypeError('not the address of a worker');
    return url;
  },
});

/** Starts a worker from a file of the page: the one that samples, the one that makes previews, or the one that looks at versions; null where that is impossible. */
export function startWorker(name: keyof typeof addresses): Worker | null {
  const address = addresses[name];
  try {
    return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
  } catch {
    return null;
  }
}
