import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { ExportFormat } from '../../shared/export/formats';

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** Entities of XML and HTML as the characters that they stand for. */
function unescaped(text: string): string {
  return text.replace(/&(?:#x([\da-f]+)|#(\d+)|(lt|gt|quot|apos|amp));/gi, (all, hex, digits, name) => {
    if (typeof hex === 'string') return String.fromCodePoint(Number.parseInt(hex, 16));
    if (typeof digits === 'string') return String.fromCodePoint(Number(digits));
    return typeof name === 'string' ? (named[name.toLowerCase()] ?? '') : String(all);
  });
}

const withoutSpace = (text: string): string => text.replace(/\s|\u200b|\u00ad|\ufe0f/gu, '');

async function pdfText(bytes: Uint8Array): Promise<string> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''));
  }
  await pdf.destroy();
  return pages.join('');
}

/** The texts of the parts of an Office file: what is written, and the words beside pictures. */
function officeText(bytes: Uint8Array): string {
  const parts = unzipSync(bytes, { filter: ({ name }) => name.endsWith('.xml') });
  return Object.values(parts)
    .map((part) => {
      const xml = strFromU8(part);
      const beside = [...xml.matchAll(/\s(?:descr|name|title)="([^"]*)"/g)].map(([, text]) => text ?? '');
      return `${xml.replace(/<[^>]*>/g, '')}\n${beside.join('\n')}`;
    })
    .join('\n');
}

/** Everything that the file of an export says, without any space: the texts as people read them, and the words for those who cannot see. Pictures of pixels say nothing. */
export async function readExport(format: ExportFormat, bytes: Uint8Array): Promise<string> {
  switch (format) {
    case 'png':
      return '';
    case 'pdf':
    case 'report-pdf':
      return withoutSpace(await pdfText(bytes));
    case 'pptx':
    case 'docx':
    case 'xlsx':
      return withoutSpace(unescaped(officeText(bytes)));
    case 'svg':
    case 'html':
    case 'drawio':
    case 'bpmn': {
      const text = new TextDecoder().decode(bytes);
      const values = [...text.matchAll(/="([^"]*)"/g)].map(([, value]) => value ?? '');
      return withoutSpace(unescaped(`${text.replace(/<[^>]*>/g, '')}\n${values.join('\n')}`));
    }
    case 'md':
      return withoutSpace(
        unescaped(new TextDecoder().decode(bytes).replace(/#(\d+);/g, '&#$1;')).replace(/\\(?=[^\w\s])/g, ''),
      );
    case 'mermaid':
      return withoutSpace(unescaped(new TextDecoder().decode(bytes).replace(/#(\d+);/g, '&#$1;')));
    case 'csv':
      return withoutSpace(new TextDecoder().decode(bytes).replaceAll('""', '"'));
    case 'json':
      return withoutSpace(
        new TextDecoder()
          .decode(bytes)
          .replace(/\\[nrt]/g, '')
          .replaceAll('\\"', '"'),
      );
  }
}
