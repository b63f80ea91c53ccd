import type { z } from 'zod';
import { fileFormatText } from '../text/file-format';

const { expected, invalid, wholeFile } = fileFormatText;

function isKnownType(name: string): name is 'number' | 'string' | 'boolean' | 'object' | 'array' {
  return ['number', 'string', 'boolean', 'object', 'array'].includes(name);
}

function typeExpected(name: string): string {
  const known = name === 'tuple' ? 'array' : name === 'record' ? 'object' : name === 'int' ? 'number' : name;
  return isKnownType(known) ? expected[known] : expected.format;
}

function expectation(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined && issue.message.includes('undefined')
        ? expected.missing
        : typeExpected(issue.expected);
    case 'invalid_value':
      return expected.oneOf(issue.values.map((value) => `“${String(value)}”`).join(', '));
    case 'too_small':
      return expected.atLeast(String(issue.minimum));
    case 'too_big':
      return issue.origin === 'array' ? expected.format : expected.atMost(String(issue.maximum));
    case 'invalid_format':
      return issue.format === 'date'
        ? expected.date
        : issue.format === 'regex'
          ? expected.id
          : expected.format;
    case 'invalid_key':
      return expected.id;
    case 'custom':
      return expected.other(issue.message);
    default:
      return expected.format;
  }
}

/** The path of the first problem, `nodes.log.wait.likely`, and one sentence about it. */
export function describeIssue(error: z.ZodError): { readonly path: string; readonly sentence: string } {
  const [issue] = error.issues;
  const path = (issue?.path ?? []).map(String).join('.');
  const what = issue === undefined ? expected.format : expectation(issue);
  return { path, sentence: invalid(path === '' ? wholeFile : path, what) };
}
