import PDFDocument from 'pdfkit';
import { escapeXml } from '../../../shared/drawing/escape-xml';
import type { Report } from '../../../shared/report/types';
import type { StaticFont } from '../fonts';
import type { Pdf } from './paint';

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

/** What readers of accessible documents look for: that it keeps their rules, its title and its date. */
function metadataOf({ title, subtitle }: Report, today: string): string {
  const named = (name: string, text: string): string =>
    `<dc:${name}><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt></dc:${name}>`;
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">${named('title', title)}${named('description', subtitle)}</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreatorTool>Streamwright</xmp:CreatorTool><xmp:CreateDate>${today}T00:00:00Z</xmp:CreateDate></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}

/** Takes the place of the metadata that the library writes: it does not escape the title. */
function ownMetadata(xml: string): object {
  return {
    append: (): void => undefined,
    end: (): void => undefined,
    getXML: () => xml,
    getLength: () => new TextEncoder().encode(xml).length,
  };
}

/** A tagged PDF of a report, dated `today` (ISO) and not by the clock; it has no page yet. */
export function reportDocument(report: Report, today: string, fonts: readonly StaticFont[]): Pdf {
  const { title, subtitle, language } = report;
  const CreationDate = new Date(`${today}T00:00:00Z`);
  const pdf = new PDFDocument({
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: language,
    displayTitle: true,
    info: {
      Title: title,
      Subject: subtitle,
      Creator: 'Streamwright',
      Producer: 'Streamwright',
      CreationDate,
    },
  });
  Object.assign(pdf, { metadata: ownMetadata(metadataOf(report, today)) });
  registerFonts(pdf, fonts);
  return pdf;
}

/** Makes fonts known by their names. */
function registerFonts(pdf: Pdf, fonts: readonly StaticFont[]): void {
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
