import { describe, expect, it } from 'vitest'
import type { Offered } from '../../../src/renderer/actions/dropped.ts'
import { base64Of, type SendingHooks, sendFiles } from '../../../src/renderer/actions/send-files.ts'
import { largestFile } from '../../../src/shared/formats.ts'
import type { AddedFile } from '../../../src/shared/model/reading.ts'
import { fail, ok } from '../../../src/shared/result.ts'

const offered = (path: string, content: BlobPart = path): Offered => ({
  path,
  open: async () => new File([content], path),
})
const many = (count: number): Offered[] =>
  Array.from({ length: count }, (_, n) => offered(`${n}.txt`))

const taken = (name: string): AddedFile => ({
  ...{ name, path: name, article: null, warnings: [], duplicates: [], error: null },
})

const pause = (): Promise<void> => new Promise((done) => setTimeout(done, 1))

const hooks = (over: Partial<SendingHooks> = {}): SendingHooks => ({
  send: async ({ name }) => ok(taken(name)),
  enough: () => false,
  begun: () => undefined,
  done: () => undefined,
  ...over,
})

describe('sendFiles', () => {
  it('gives what became of each in the order of the files, whoever is first', async () => {
    const sent = await sendFiles(
      many(7),
      hooks({
        send: async ({ name }) => {
          if (name === '0.txt') for (let n = 0; n < 9; n++) await pause()
          return ok(taken(name))
        },
      }),
    )
    expect(sent.came.map(({ name }) => name)).toEqual(many(7).map(({ path }) => path))
    expect(sent).toMatchObject({ left: 0, failure: null })
  })

  it('has three files at most on their way', async () => {
    let now = 0
    let most = 0
    const send = async ({ name }: { name: string }) => {
      most = Math.max(most, ++now)
      await pause()
      now--
      return ok(taken(name))
    }
    await sendFiles(many(20), hooks({ send }))
    expect(most).toBe(3)
  })

  it('sends the bytes as they are', async () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, n) => n)
    const got: string[] = []
    const send = async ({ name, data }: { name: string; data: string }) => {
      got.push(data)
      return ok(taken(name))
    }
    await sendFiles([offered('a.pdf', bytes), offered('empty.txt', '')], hooks({ send }))
    expect(Uint8Array.from(atob(got[0] ?? ''), (c) => c.charCodeAt(0))).toEqual(bytes)
    expect(got[1]).toBe('')
    expect(await base64Of(new Blob([]))).toBe('')
  })

  it('refuses what is too large before it is read', async () => {
    const huge = { size: 4 * largestFile } as File
    const sent = await sendFiles(
      [{ path: 'box/huge.txt', open: async () => huge }, offered('a.txt')],
      hooks(),
    )
    expect(sent.came[0]).toMatchObject({
      path: null,
      error: {
        code: 'too-large',
        message: '“huge.txt” has 200 MB; an article may have up to 50 MB.',
      },
    })
    expect(sent.came[1]).toEqual(taken('a.txt'))
  })

  it('refuses what cannot be read, and goes on', async () => {
    const gone: Offered = {
      path: 'gone.txt',
      open: () => Promise.reject(new DOMException('it is gone', 'NotFoundError')),
    }
    const sent = await sendFiles([gone, offered('a.txt')], hooks())
    expect(sent.came.map(({ error }) => error?.code)).toEqual(['io', undefined])
  })

  it('ends after the files that are on their way when the reader has had enough', async () => {
    let done = 0
    const sent = await sendFiles(
      many(50),
      hooks({ enough: () => done >= 10, done: (count) => (done = count) }),
    )
    expect(sent.came.length).toBeGreaterThanOrEqual(10)
    expect(sent.came.length).toBeLessThanOrEqual(12)
    expect(sent.came.length + sent.left).toBe(50)
  })

  it('begins no more when nothing can be added at all', async () => {
    const error = { code: 'locked', message: 'Another has it.', advice: 'Close it.' } as const
    let asked = 0
    const sent = await sendFiles(
      many(30),
      hooks({
        send: async () => {
          asked++
          return fail(error)
        },
      }),
    )
    expect(sent.failure).toEqual(error)
    expect(asked).toBeLessThanOrEqual(3)
    expect(sent.came).toEqual([])
  })
})
