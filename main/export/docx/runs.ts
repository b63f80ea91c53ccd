import { type IRunOptions, Run, SimpleField, StringContainer, Tab, TextRun, type XmlComponent } from 'docx';
import { element } from './element';

/** Characters that XML 1.0 forbids. */
const forbidden = /(?![\t\n\r])[\p{Cc}\p{Surrogate}\ufffe\uffff]/gu;

/** A text that a document can hold; what XML forbids becomes a replacement sign. */
export function clean(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').replaceAll(forbidden, '\ufffd');
}

/** A text as runs: line ends and tabs stay what they are. */
export function runsOf(text: string, look: Omit<IRunOptions, 'children' | 'text' | 'break'> = {}): TextRun[] {
  return clean(text)
    .split('\n')
    .map((line, at) => {
      const children = line.split('\t').flatMap((part, tab) => (tab === 0 ? [part] : [new Tab(), part]));
      return new TextRun({ ...look, children, ...(at === 0 ? {} : { break: 1 }) });
    });
}

const mark = (type: string): XmlComponent => element('w:fldChar', { 'w:fldCharType': type });

/** The beginning of a field that reaches over paragraphs; what follows is shown until it is computed anew. */
export function fieldStart(instruction: string): Run {
  return new Run({
    children: [mark('begin'), new StringContainer('w:instrText', instruction), mark('separate')],
  });
}

/** The end of such a field. */
export function fieldEnd(): Run {
  return new Run({ children: [mark('end')] });
}

/** A field on one line with the value that it shows until it is computed anew. */
export function field(instruction: string, shown: string): SimpleField {
  return new SimpleField(instruction, shown);
}
