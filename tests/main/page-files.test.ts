import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { answerRequest } from '../../main/page-files';
import { useTempFolder } from './files/temp-folder';

const at = useTempFolder();
const ask = (name: string, method = 'GET'): Promise<Response> =>
  answerRequest(new Request(`app://streamwright/${name}`, { method }), at('page'));

/** What a policy says of each kind of thing. */
function directivesOf(response: Response): Map<string, string> {
  const policy = response.headers.get('Content-Security-Policy') ?? '';
  return new Map(
    policy.split('; ').map((part) => {
      const [name = '', ...values] = part.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

describe('the files of the page', () => {
  beforeEach(() => {
    mkdirSync(at('page/assets'), { recursive: true });
    writeFileSync(at('page/index.html'), '<p>ours</p>');
    writeFileSync(at('page/assets/a.js'), '1');
    writeFileSync(at('secret.json'), '"secret"');
    symlinkSync(at('secret.json'), at('page/out.json'));
    symlinkSync(at('page/assets/a.js'), at('page/inside.js'));
    symlinkSync(at(''), at('page/up'));
  });

  it('are given as they are, each with its type', async () => {
    const page = await ask('index.html');
    expect([page.status, await page.text()]).toEqual([200, '<p>ours</p>']);
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect((await ask('assets/a.js')).headers.get('Content-Type')).toBe('text/javascript; charset=utf-8');
    expect((await ask('inside.js')).status).toBe(200);
  });

  it.each(['out.json', 'up/secret.json', 'up/page/../secret.json', 'nothing.js', 'assets', 'assets/', ''])(
    'do not include %j',
    async (name) => {
      const answer = await ask(name);
      expect([answer.status, await answer.text()]).toEqual([404, '']);
    },
  );

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('cannot be asked for by %s', async (method) => {
    expect((await ask('index.html', method)).status).toBe(405);
  });

  it.each(['index.html', 'assets/a.js', 'nothing.js'])(
    'and refusals carry a policy that lets nothing else in: %s',
    async (name) => {
      const answer = await ask(name);
      expect(Object.fromEntries(directivesOf(answer))).toEqual({
        'default-src': "'none'",
        'script-src': "'self'",
        'style-src': "'self'",
        'img-src': "'self' data: blob:",
        'font-src': "'self'",
        'connect-src': "'self'",
        'worker-src': "'self'",
        'frame-src': "'none'",
        'child-src': "'none'",
        'object-src': "'none'",
        'base-uri': "'none'",
        'form-action': "'none'",
        'frame-ancestors': "'none'",
        'require-trusted-types-for': "'script'",
        'trusted-types': 'app-worker',
      });
      expect(answer.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(answer.headers.get('Cross-Origin-Opener-Policy')).toBe('same-origin');
      expect(answer.headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
      expect(answer.headers.get('Referrer-Policy')).toBe('no-referrer');
    },
  );
});
