// The pictures inside an article's file, asked for one by one.
import { deflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { createThreadWork } from '../../../src/main/work/thread-work.ts'
import { errorOf, folderOf, idAt, must, open, openAt, put } from './support.ts'

/** A picture of one grey, as PNG. */
function png(width: number, height: number): Uint8Array {
  const table = Array.from({ length: 256 }, (_, n) => {
    let c = n
    for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
    return c >>> 0
  })
  const crc = (bytes: Uint8Array): number => {
    let c = 0xffffffff
    for (const byte of bytes) c = (table[(c ^ byte) & 0xff] ?? 0) ^ (c >>> 8)
    return (c ^ 0xffffffff) >>> 0
  }
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const head = Buffer.alloc(4)
    head.writeUInt32BE(data.length)
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const tail = Buffer.alloc(4)
    tail.writeUInt32BE(crc(body))
    return Buffer.concat([head, body, tail])
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size[8] = 8
  const rows = Buffer.alloc((width + 1) * height, 0x80)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const page = (pictures: readonly Uint8Array[]): string =>
  `<!doctype html><title>The pier</title><article><h1>The pier is closed</h1>${pictures
    .map(
      (bytes, i) =>
        `<p>Paragraph ${i} tells how the board of the harbour met in the evening to hear the divers.</p><img alt="Pier ${i}" src="data:image/png;base64,${Buffer.from(bytes).toString('base64')}">`,
    )
    .join('')}<p>It was late when they went home.</p></article>`

describe('a picture', () => {
  it('is given with its type, as it is in the file', async () => {
    const pictures = [png(40, 30), png(64, 48)]
    const { library } = await open(await folderOf({ 'a.html': page(pictures) }))
    const { id, pictures: named } = await openAt(library, 'a.html')
    expect(named.map(({ width, height, alt }) => [width, height, alt])).toEqual([
      [40, 30, 'Pier 0'],
      [64, 48, 'Pier 1'],
    ])
    const second = must(await library.picture(id, 1))
    expect(second.mime).toBe('image/png')
    expect(Buffer.from(second.bytes).equals(Buffer.from(pictures[1] ?? []))).toBe(true)
  })

  it('that is not there is refused', async () => {
    const { library } = await open(await folderOf({ 'a.html': page([png(40, 30)]) }))
    expect(errorOf(await library.picture(idAt(library, 'a.html'), 1)).code).toBe('not-found')
    expect(errorOf(await library.picture('00000000000000ff', 0)).code).toBe('not-found')
  })

  it('of a file that changed is refused until the article is opened again', async () => {
    const folder = await folderOf({ 'a.html': page([png(40, 30)]) })
    const { library } = await open(folder)
    const id = idAt(library, 'a.html')
    must(await library.picture(id, 0))
    await put(folder, { 'a.html': page([png(50, 50), png(60, 60)]) })
    expect(errorOf(await library.picture(id, 0)).code).toBe('changed')
    expect(must(await library.open(id)).pictures).toHaveLength(2)
    expect(must(await library.picture(id, 1)).mime).toBe('image/png')
  })

  it('does not have a file with a hundred of them parsed a hundred times', async () => {
    const pictures = Array.from({ length: 100 }, (_, i) => png(200 + i, 200))
    const folder = await folderOf({ 'a.html': page(pictures) })
    const work = createThreadWork()
    const path = `${folder}/a.html`
    const first = performance.now()
    must(await work.readArticle(path))
    const once = performance.now() - first
    const start = performance.now()
    for (let i = 0; i < 100; i++) expect(must(await work.readPicture(path, null, i))).not.toBeNull()
    expect(performance.now() - start).toBeLessThan(Math.max(once * 10, 500))
  })

  it('is a copy, so that nothing of the rest goes with it', async () => {
    const folder = await folderOf({ 'a.html': page([png(40, 30)]) })
    const work = createThreadWork()
    const picture = must(await work.readPicture(`${folder}/a.html`, null, 0))
    expect(picture?.bytes.buffer.byteLength).toBe(picture?.bytes.length)
  })
})
