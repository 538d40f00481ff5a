// Writes small PDFs for tests: pages with strings at places, in the standard fonts, without
// compression, so that a test shows all that is in its file.

export interface Words {
  readonly text: string
  /** Points from the left and from the foot of the page. */
  readonly x: number
  readonly y: number
  readonly size?: number
  /** `F1` is Helvetica, `F2` Helvetica-Bold. */
  readonly font?: 'F1' | 'F2'
}

export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>
  /** Degrees that each page is turned by, clockwise. */
  readonly rotate?: number
  /** A picture fills each page of these numbers, from 0. */
  readonly pictures?: readonly number[]
  /** What a page's content is instead, by its number from 0. */
  readonly content?: Readonly<Record<number, string>>
}

const escaped = (text: string): string => text.replace(/[\\()]/g, '\\$&')

/** A PDF of A4 pages. Texts are in windows-1252. */
export function pdfOf(pages: readonly (readonly Words[])[], options: PdfOptions = {}): Uint8Array {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', '']
  const add = (object: string): number => objects.push(object)
  const encoding = '/Encoding /WinAnsiEncoding'
  const plain = add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica ${encoding} >>`)
  const bold = add(`<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold ${encoding} >>`)
  const pictureData = '\x00\x80\xff'
  const picture = add(
    `<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length 3 >>\nstream\n${pictureData}\nendstream`,
  )
  const kids = pages.map((words, i) => {
    const draw = options.pictures?.includes(i) ? 'q 500 0 0 700 40 60 cm /Im1 Do Q\n' : ''
    const text = words
      .map(
        ({ text, x, y, size = 10, font = 'F1' }) =>
          `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${escaped(text)}) Tj ET`,
      )
      .join('\n')
    const content = options.content?.[i] ?? draw + text
    const stream = add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
    return add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate ${options.rotate ?? 0} /Contents ${stream} 0 R /Resources << /Font << /F1 ${plain} 0 R /F2 ${bold} 0 R >> /XObject << /Im1 ${picture} 0 R >> >> >>`,
    )
  })
  objects[1] = `<< /Type /Pages /Count ${kids.length} /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] >>`
  const info = add(
    `<< ${Object.entries(options.info ?? {})
      .map(([key, value]) => `/${key} (${escaped(value)})`)
      .join(' ')} >>`,
  )
  return fileOf(objects, `/Info ${info} 0 R`)
}

/** Objects, numbered from 1, as a file. */
export function fileOf(objects: readonly string[], trailer = ''): Uint8Array {
  let file = '%PDF-1.4\n'
  const places = objects.map((object, i) => {
    const at = file.length
    file += `${i + 1} 0 obj\n${object}\nendobj\n`
    return at
  })
  const start = file.length
  const rows = places.map((at) => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** Lines below each other, from `y` down. */
export const linesAt = (
  x: number,
  y: number,
  texts: readonly string[],
  { size = 10, leading = 12, font = 'F1' as const } = {},
): Words[] => texts.map((text, i) => ({ text, x, y: y - i * leading, size, font }))
