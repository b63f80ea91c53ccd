import { extname, join, normalize, sep } from 'node:path';

/** The scheme and host of the page. */
export const appScheme = 'app';
export const appHost = 'streamwright';
export const appUrl = `${appScheme}://${appHost}/index.html`;

const types = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ico', 'image/x-icon'],
  ['.woff2', 'font/woff2'],
]);

/** The MIME type of a file of the page, or null where such files are not served. */
export function typeOf(path: string): string | null {
  return types.get(extname(path).toLowerCase()) ?? null;
}

/** The file below `root` that an address of the page means, or null: another host, a way out, an odd name. */
export function assetPath(address: string, root: string): string | null {
  let url: URL;
  let name: string;
  try {
    url = new URL(address);
    name = decodeURIComponent(url.pathname);
  } catch {
    return null;
  }
  if (url.protocol !== `${appScheme}:` || url.host !== appHost || url.username || url.password) return null;
  if (/[\0\\:]/.test(name) || name.split('/').includes('..')) return null;
  const path = normalize(join(root, name));
  return path.startsWith(root + sep) ? path : null;
}

/** True for an address of our own page: the app's scheme and host, or the development server's. */
export function isOwnAddress(address: string, devUrl: string | null): boolean {
  try {
    const url = new URL(address);
    if (url.protocol === `${appScheme}:`) return url.host === appHost;
    if (devUrl === null) return false;
    const dev = new URL(devUrl);
    return url.protocol === dev.protocol && url.host === dev.host;
  } catch {
    return false;
  }
}

/** True for an address that the page may load at all: its own files, `data:` and `blob:`, in development also the server and its socket. */
export function mayLoad(address: string, devUrl: string | null): boolean {
  try {
    const { protocol, host } = new URL(address);
    if (protocol === 'data:' || protocol === 'blob:') return true;
    if (isOwnAddress(address, devUrl)) return true;
    if (devUrl === null) return false;
    return protocol === 'devtools:' || (protocol === 'ws:' && host === new URL(devUrl).host);
  } catch {
    return false;
  }
}
