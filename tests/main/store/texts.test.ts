// The kept texts: what comes back is what was put in, or nothing.
import { createHash } from 'node:crypto'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openTexts } from '../../../src/main/store/texts.ts'
import { errorOf, must, tempFolder } from './support.ts'

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

describe('openTexts', () => {
  it('gives back any text', async () => {
    const folder = await tempFolder()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 300 }), async (text) => {
        must(await openTexts(folder).keep(hashOf(text), text))
        expect(await openTexts(folder).load(hashOf(text))).toBe(text)
        expect(openTexts(folder).loadNow(hashOf(text))).toBe(text)
      }),
      { numRuns: 20 },
    )
  })

  it('keeps a text once, compressed', async () => {
    const folder = await tempFolder()
    const text = 'the same words again and again '.repeat(1_000)
    const texts = openTexts(folder)
    must(await texts.keep(hashOf(text), text))
    const [name = ''] = await readdir(folder)
    const before = await stat(join(folder, name))
    must(await texts.keep(hashOf(text), text))
    must(await openTexts(folder).keep(hashOf(text), text))
    expect((await readdir(folder)).length).toBe(1)
    expect((await stat(join(folder, name))).mtimeMs).toBe(before.mtimeMs)
    expect(before.size).toBeLessThan(text.length / 10)
  })

  it('gives null for a text that was never kept', async () => {
    expect(await openTexts(await tempFolder()).load(hashOf('never'))).toBeNull()
    expect(openTexts('/nowhere/at/all').loadNow(hashOf('never'))).toBeNull()
    expect(await openTexts('/nowhere/at/all').load(hashOf('never'))).toBeNull()
  })

  it.each([
    ['not gzip', Buffer.from('plain')],
    ['empty', Buffer.alloc(0)],
    ['another text', gzipSync('another text')],
    ['cut short', gzipSync('the text that was kept').subarray(0, 20)],
  ])('gives null when the file is %s', async (_, bytes) => {
    const folder = await tempFolder()
    const hash = hashOf('the text that was kept')
    await writeFile(join(folder, `${hash}.txt.gz`), bytes)
    expect(await openTexts(folder).load(hash)).toBeNull()
    expect(openTexts(folder).loadNow(hash)).toBeNull()
  })

  it('says which file could not be saved', async () => {
    const folder = join(await tempFolder(), 'texts')
    await writeFile(folder, 'in the way')
    const error = errorOf(await openTexts(folder).keep(hashOf('x'), 'x'))
    expect(error.path).toBe(join(folder, `${hashOf('x')}.txt.gz`))
    expect(await readFile(folder, 'utf8')).toBe('in the way')
  })
})
