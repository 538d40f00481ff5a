// A PDF that was cut off has lost its end, and with it the table of what is where in it. The library
// finds the objects again, but not where to begin; that is written anew here.

/** Pages that a lost list of pages is made of anew. */
const mostPages = 5000

/**
 * The file with a new end to it: a catalogue that is there, or one that lists all pages that are.
 * Null where there is nothing to begin with.
 */
export function withNewEnd(bytes: Uint8Array): Uint8Array | null {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
  const objects = objectsOf(source)
  const pages = objects.filter(({ type }) => type === 'Page').slice(0, mostPages)
  const catalogue = objects.findLast(({ type }) => type === 'Catalog')
  const hasList = objects.some(({ type }) => type === 'Pages')
  if (catalogue !== undefined && hasList) return ended(source, '', catalogue.id)
  if (pages.length === 0) return null
  const free = objects.reduce((most, { number }) => Math.max(most, number), 0) + 1
  const kids = pages.map(({ id }) => `${id} R`).join(' ')
  const made =
    `${free} 0 obj\n<< /Type /Catalog /Pages ${free + 1} 0 R >>\nendobj\n` +
    `${free + 1} 0 obj\n<< /Type /Pages /Count ${pages.length} /Kids [${kids}] >>\nendobj\n`
  return ended(source, made, `${free} 0`)
}

interface FoundObject {
  readonly number: number
  /** Number and generation. */
  readonly id: string
  readonly type: string
}

/** The objects of a file that say what they are. */
function objectsOf(source: string): FoundObject[] {
  const objects: FoundObject[] = []
  for (const match of source.matchAll(/\b(\d{1,9})\s+(\d{1,5})\s+obj\b/g)) {
    const head = source.slice(match.index + match[0].length, match.index + match[0].length + 2000)
    const end = /endobj|stream\b/.exec(head)?.index ?? head.length
    const type = /\/Type\s*\/(Catalog|Pages|Page)\b/.exec(head.slice(0, end))?.[1]
    const [, number = '', generation = ''] = match
    if (type !== undefined)
      objects.push({ number: Number(number), id: `${Number(number)} ${Number(generation)}`, type })
  }
  return objects
}

const ended = (source: string, objects: string, root: string): Uint8Array =>
  Buffer.from(
    `${source}\nendstream\nendobj\n${objects}trailer\n<< /Root ${root} R >>\n%%EOF\n`,
    'latin1',
  )
