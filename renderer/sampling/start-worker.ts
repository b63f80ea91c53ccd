// oxlint-disable-next-line import/default -- the build gives the address of the worker's file
import address from './sampling-worker.ts?worker&url';

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

/** The only address of code that this page may start; any other is refused. */
const policy = window.trustedTypes?.createPolicy('app-worker', {
  createScriptURL: (url) => {
    if (url !== address) throw new TypeError('not the address of the worker');
    return url;
  },
});

/** Starts the worker that samples, from a file of the page; null where that is impossible. */
export function startWorker(): Worker | null {
  try {
    return new Worker(policy?.createScriptURL(address) ?? address, { type: 'module' });
  } catch {
    return null;
  }
}
