import { describe, expect, it } from 'vitest';
import { toMarkdown } from '../../../shared/report/to-markdown';
import { hardTexts, sampleReport } from '../../helpers/sample-report';

const text = toMarkdown(sampleReport, { 'map-current': 'flowchart LR\n  n1["A"]\n' });

describe('a report as Markdown', () => {
  it('begins with title, subtitle and date, and has a heading for each section', () => {
    expect(text.split('\n\n').slice(0, 3)).toEqual([
      '# Access requests & "joiners"',
      'How a request for access travels, and what could be better',
      '2026-11-21',
    ]);
    expect(text.match(/^## .*$/gm)).toEqual(['## Summary', '## Current state', '## Figures', '## Findings']);
  });

  it('puts the diagram of a picture into a fence and the words of a chart below its title', () => {
    expect(text).toContain('```mermaid\nflowchart LR\n  n1["A"]\n```');
    expect(text).toContain('**Where the time goes**\n\nApproval 20 hours');
  });

  it('sets numbers to the right, and has one line for each row of the longest table', () => {
    expect(text).toContain('| Step | Process time | Remark |\n| --- | ---: | --- |');
    expect(text.match(/^\| (\*\*)?.* \| \d+h \| .*\|$/gm)).toHaveLength(70);
  });

  it('lets no text of the user become markup, a link or a cell of its own', () => {
    expect(text).toContain('Fish & chips \\<b\\>"rush"\\</b\\> \'n\' more');
    expect(text).toContain('\\| pipe \\| and \\`code\\` and \\[link\\](javascript:alert(1))');
    expect(text).toContain('- \\=HYPERLINK("x","y")');
    expect(text).toContain('- \\+1 @home -2');
    expect(text).not.toMatch(/(?<!\\)<(?!\/?$)b/);
    for (const hard of hardTexts.slice(3, 8)) expect(text).toContain(hard);
  });
});
