// A one-page invoice with native text, written by hand so that a journey needs no outside file.
export interface Invoice {
  supplier: string;
  identifier: string;
  number: string;
  date: string;
  customer: string;
  label: string;
  net: string;
  tax: string;
  total: string;
}

const escaped = (text: string) => text.replace(/[\\()]/g, (mark) => `\\${mark}`);

/** Latin-1 text in Helvetica, which every reader knows without an embedded font. */
export function invoicePdf(invoice: Invoice): Buffer {
  const lines: [number, number, number, string][] = [
    [50, 790, 16, invoice.supplier],
    [50, 770, 10, invoice.identifier],
    [50, 756, 10, '12 avenue Mohammed V, 40000 Marrakech'],
    [380, 790, 18, 'FACTURE'],
    [380, 766, 11, `Facture n° ${invoice.number}`],
    [380, 750, 11, `Date : ${invoice.date}`],
    [320, 700, 10, 'Client :'],
    [320, 686, 11, invoice.customer],
    [50, 620, 10, 'Désignation'],
    [460, 620, 10, 'Montant HT'],
    [50, 600, 11, invoice.label],
    [460, 600, 11, invoice.net],
    [340, 540, 11, 'Total HT'],
    [460, 540, 11, invoice.net],
    [340, 522, 11, 'TVA 20 %'],
    [460, 522, 11, invoice.tax],
    [340, 504, 12, 'Total TTC'],
    [460, 504, 12, invoice.total],
  ];
  const drawing = lines.map(([x, y, size, text]) => `BT /F1 ${size} Tf ${x} ${y} Td (${escaped(text)}) Tj ET`).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(drawing, 'latin1')} >>\nstream\n${drawing}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
  ];
  let file = '%PDF-1.4\n';
  const places: number[] = [];
  objects.forEach((object, index) => {
    places.push(Buffer.byteLength(file, 'latin1'));
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  });
  const table = Buffer.byteLength(file, 'latin1');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  file += places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  file += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
