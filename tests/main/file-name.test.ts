import { describe, expect, test } from 'vitest';
import { fileNameOf } from '../../main/file-name';

describe('a file name made of a title', () => {
  test.each([
    ['Restore: service', 'Restore service.vsmap'],
    ['../../etc/passwd', 'etc passwd.vsmap'],
    ['  ', 'Untitled stream.vsmap'],
    ['a\u0000b\nc', 'a b c.vsmap'],
    ['.hidden.', 'hidden.vsmap'],
    ['x'.repeat(300), `${'x'.repeat(80)}.vsmap`],
    ['CON', 'Stream CON.vsmap'],
    ['nul.backup', 'Stream nul.backup.vsmap'],
    ['com1', 'Stream com1.vsmap'],
    ['console', 'console.vsmap'],
    ['価値の流れ', '価値の流れ.vsmap'],
    ['تدفق القيمة', 'تدفق القيمة.vsmap'],
    ['invoice \u202epamsv.exe', 'invoice pamsv.exe.vsmap'],
    ['e\u0301te\u0301', '\u00e9t\u00e9.vsmap'],
    ['half \ud83d of a sign', 'half of a sign.vsmap'],
    [`${'x'.repeat(79)}👩‍🔧`, `${'x'.repeat(79)}.vsmap`],
    ['👩‍🔧'.repeat(40), `${'👩‍🔧'.repeat(16)}.vsmap`],
    ['ﷺ'.repeat(90), `${'ﷺ'.repeat(80)}.vsmap`],
  ])('%j becomes %j', (title, name) => {
    expect(fileNameOf(title, '.vsmap')).toBe(name);
  });
});
