import { placeholderComment } from '../media/read-pdf.ts'

/** How a document is made. */
export interface PdfWish {
  /** ASCII; brackets and backslashes are left out. */
  readonly title: string
  readonly lines: readonly string[]
  readonly isPlaceholder?: boolean
}

/** Makes a PDF of one page with a heading and lines under it. */
export function makePdf({ title, lines, isPlaceholder = false }: PdfWish): Uint8Array {
  const shown = [`BT /F1 20 Tf 72 760 Td (${plain(title)}) Tj ET`]
  lines.forEach((line, at) => void shown.push(`BT /F1 11 Tf 72 ${720 - at * 18} Td (${plain(line)}) Tj ET`))
  const content = shown.join('\n')
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>',
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
  ]
  let text = `%PDF-1.4\n${isPlaceholder ? `${placeholderComment}\n` : ''}`
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = text.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return new TextEncoder().encode(text)
}

function plain(text: string): string {
  return text.replace(/[^ -~]|[()\\]/g, '')
}
