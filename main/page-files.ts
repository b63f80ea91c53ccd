import { readFile, realpath } from 'node:fs/promises';
import { sep } from 'node:path';
import { assetPath, typeOf } from './asset-path';

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
  'trusted-types app-worker',
].join('; ');

const headers = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

function refuse(status: number): Response {
  return new Response(null, { status, headers });
}

/** Answers a request of the page with a file below `root`, or with a refusal; every answer carries the content security policy. */
export async function answerRequest(request: Request, root: string): Promise<Response> {
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
