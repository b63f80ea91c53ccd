import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTrusted, soundArguments } from '../../main/ipc-guard';
import { channels } from '../../shared/ipc/channels';
import { type Channel, requestSchemas } from '../../shared/ipc/contract';

const names = Object.keys(channels) as Channel[];
const token = '0123456789abcdef0123456789abcdef';

describe('the arguments of a call', () => {
  test('pass where they fit the contract', () => {
    expect(soundArguments('app:start', [])).toEqual([]);
    expect(soundArguments('recent:forget', [{ token }])).toEqual([{ token }]);
    const wish = { document: null, text: '{}', suggestedName: 'x', as: false, replacing: null };
    expect(soundArguments('document:save', [wish])).toEqual([wish]);
  });

  test.each<[Channel, unknown[]]>([
    ['app:start', [1]],
    ['recent:forget', []],
    ['recent:forget', [{ token }, 'more']],
    ['recent:forget', [{ token: '/etc/passwd' }]],
    ['recent:forget', [{ token: token.toUpperCase() }]],
    ['recent:forget', [{ token, path: '/etc/passwd' }]],
    ['document:open', [{ from: 'path', path: '/etc/passwd' }]],
    ['document:open', [{ from: 'dialog', path: '/etc/passwd' }]],
    ['recovery:keep', [{ title: 'x', text: 'a'.repeat(64 * 1024 * 1024 + 1) }]],
    ['window:control', ['constructor']],
  ])('are refused: %s %j', (channel, args) => {
    expect(soundArguments(channel, args)).toBeNull();
  });

  test('of any form are refused or as the contract says, on every channel', () => {
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.array(fc.anything(), { maxLength: 3 }), (channel, args) => {
        const sound = soundArguments(channel, args);
        expect(sound !== null).toBe(requestSchemas[channel].safeParse(args).success);
        if (args.length > 1) expect(sound).toBeNull();
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});

describe('the sender of a call', () => {
  const ours = { address: 'app://streamwright/index.html', isMainFrame: true, isOurs: true };

  test('is trusted where it is the main frame of our window with our page', () => {
    expect(isTrusted(ours, null)).toBe(true);
    expect(isTrusted({ ...ours, address: 'http://127.0.0.1:5173/' }, 'http://127.0.0.1:5173')).toBe(true);
  });

  test.each([
    [{ ...ours, isMainFrame: false }],
    [{ ...ours, isOurs: false }],
    [{ ...ours, address: null }],
    [{ ...ours, address: 'https://streamwright/index.html' }],
    [{ ...ours, address: 'app://streamwright.example/index.html' }],
    [{ ...ours, address: 'http://127.0.0.1:5173/' }],
    [{ ...ours, address: 'file:///index.html' }],
    [{ ...ours, address: 'about:blank' }],
  ])('is refused: %j', (sender) => {
    expect(isTrusted(sender, null)).toBe(false);
  });

  test('of another port is refused in development too', () => {
    const other = { ...ours, address: 'http://127.0.0.1:9999/' };
    expect(isTrusted(other, 'http://127.0.0.1:5173')).toBe(false);
  });
});
