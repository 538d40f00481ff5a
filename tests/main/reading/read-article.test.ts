// Files that are missing, forbidden, empty, huge or no text at all: each with a message of its own.
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readArticle } from '../../../src/main/reading/read-article.ts'
import type { AppError } from '../../../src/shared/errors.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'parallax-read-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function errorOf(
  name: string,
  content: Uint8Array | string | null,
  maxBytes?: number,
): Promise<AppError> {
  const path = join(folder, name)
  if (content !== null) await writeFile(path, content)
  const result = await readArticle(path, maxBytes === undefined ? {} : { maxBytes })
  if (result.ok) throw new Error(`${name} was read`)
  const { message, advice } = result.error
  expect(message).toContain(name)
  expect(message).toMatch(/\.$/)
  expect(advice).toMatch(/\.$/)
  expect(result.error.path).toBe(path)
  return result.error
}

const bytes = (...values: (number | string)[]): Uint8Array =>
  Uint8Array.from(
    values.flatMap((value) => (typeof value === 'string' ? [...Buffer.from(value)] : [value])),
  )

describe('reading a file', () => {
  test('gives the article with the hashes of file and text', async () => {
    const path = join(folder, 'good.txt')
    await writeFile(
      path,
      '\ufeffA Title\r\n\r\nAnd a passage of the story, which is long enough to be one.\r\n',
    )
    const result = await readArticle(path)
    if (!result.ok) throw new Error(result.error.message)
    expect(result.value).toMatchObject({
      title: 'A Title',
      encoding: 'utf-8',
      format: 'text',
      words: 15,
    })
    expect(result.value.text.startsWith('A Title\n\nAnd')).toBe(true)
    expect(result.value.sha256).toMatch(/^[\da-f]{64}$/)
    expect(result.value.textHash).not.toBe(result.value.sha256)
  })

  test('says that a file is missing', async () => {
    expect((await errorOf('missing.txt', null)).code).toBe('not-found')
  })

  test('says that a folder is a folder', async () => {
    await mkdir(join(folder, 'folder.txt'))
    expect((await errorOf('folder.txt', null)).code).toBe('is-folder')
  })

  test('says that a file is empty, also when only white space is in it', async () => {
    expect((await errorOf('empty.txt', '')).code).toBe('empty-file')
    expect((await errorOf('blank.txt', ' \n\t\u00a0\r\n')).code).toBe('empty-file')
    expect((await errorOf('blank.html', '<html><body><script>x</script></body>')).code).toBe(
      'empty-file',
    )
  })

  test('refuses what is larger than allowed', async () => {
    expect((await errorOf('large.txt', 'x'.repeat(2048), 1024)).code).toBe('too-large')
  })

  test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
    'says that it may not',
    async () => {
      await writeFile(join(folder, 'secret.txt'), 'text')
      await chmod(join(folder, 'secret.txt'), 0)
      expect((await errorOf('secret.txt', null)).code).toBe('no-permission')
    },
  )

  test.each([
    ['photo.txt', bytes(0x89, 'PNG\r\n', 0x1a, '\n'), 'a picture'],
    ['photo.jpg', bytes(0xff, 0xd8, 0xff, 0xe0), 'a picture'],
    ['paper.docx', bytes('PK', 3, 4, 20, 0), 'a ZIP archive'],
    [
      'nul.txt',
      bytes('text', 0, 'with', 0, 'a', 0, 'NUL', 0, 'after', 0, 'every', 0, 'word'),
      'data',
    ],
    ['control.txt', bytes('ab', 1, 2, 3, 4, 5, 'cd'), 'data'],
  ])('says what %s seems to be', async (name, content, what) => {
    const error = await errorOf(name, content)
    expect(error.code).toBe('not-text')
    expect(error.message).toContain(what)
  })
})
