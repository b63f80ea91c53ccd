import PDFDocument from 'pdfkit';
import type { StaticFont } from '../fonts';
import type { Pdf } from './paint';

/** The longest side of a page that readers open, points. */
export const longestSide = 14_400;

/** What a PDF says of itself. */
export interface About {
  readonly title: string;
  readonly subject: string;
}

/** A PDF of pictures without a date of its own making: the same drawing gives the same bytes. It has no page yet. */
export function pictureDocument({ title, subject }: About, fonts: readonly StaticFont[]): Pdf {
  const CreationDate = new Date(0);
  const pdf = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    // From 1.4 on the library writes XMP metadata, with a date and with the title unescaped.
    pdfVersion: '1.3',
    lang: 'en',
    displayTitle: true,
    info: { Title: title, Subject: subject, Creator: 'Streamwright', CreationDate },
  });
  // The library needs a date to make the id of the document; one that is not enumerable is not written.
  Object.defineProperty(pdf.info, 'CreationDate', { value: CreationDate, enumerable: false });
  registerFonts(pdf, fonts);
  return pdf;
}

/** Makes fonts known by their names. */
export function registerFonts(pdf: Pdf, fonts: readonly StaticFont[]): void {
  for (const font of fonts) pdf.registerFont(font.name, Buffer.from(font.bytes));
}

/** Ends a PDF and gives its bytes. */
export async function bytesOf(pdf: Pdf): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  const isComplete = new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  pdf.end();
  await isComplete;
  return Buffer.concat(chunks);
}
