import { readFile, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { protocol, type Session } from 'electron';
import { appScheme, assetPath, typeOf } from './asset-path';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-src 'none'",
  "child-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types app-worker dompurify',
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** Call before the app is ready: gives the page's scheme the rights of an ordinary secure site. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: appScheme,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

function refuse(status: number): Response {
  return new Response(null, { status, headers });
}

async function answer(request: Request, root: string): Promise<Response> {
  if (request.method !== 'GET') return refuse(405);
  const path = assetPath(request.url, root);
  const type = path === null ? null : typeOf(path);
  if (path === null || type === null) return refuse(404);
  try {
    const real = await realpath(path);
    if (!real.startsWith((await realpath(root)) + sep)) return refuse(404);
    return new Response(new Uint8Array(await readFile(real)), {
      headers: { ...headers, 'Content-Type': type },
    });
  } catch {
    return refuse(404);
  }
}

/** Serves the built page (the folder `root`) and nothing else, every answer with the content security policy. */
export function servePage(session: Session, root: string): void {
  session.protocol.handle(appScheme, (request) => answer(request, root));
}
