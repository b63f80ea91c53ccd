import { getDocument, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A piece of text on a page, points from the lower left. */
interface Said {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/** A page as a reader sees it, points. */
export interface ReadPage {
  readonly width: number;
  readonly height: number;
  readonly said: readonly Said[];
  readonly text: string;
}

/** Every page of a PDF with its words. */
export async function readPages(pdf: PDFDocumentProxy): Promise<ReadPage[]> {
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const said = items.flatMap((item) =>
      'str' in item
        ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width }]
        : [],
    );
    const [, , width = 0, height = 0] = page.view;
    pages.push({ width, height, said, text: said.map(({ text }) => text).join('') });
  }
  return pages;
}

/** Opens a PDF from its bytes. */
export const openPdf = (bytes: Uint8Array): Promise<PDFDocumentProxy> =>
  getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
