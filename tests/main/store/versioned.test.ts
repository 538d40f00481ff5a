// Which files of the store are read, and why the others are not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { type Format, parseVersioned, serializePlain } from '../../../src/main/store/versioned.ts'
import { AppError } from '../../../src/shared/errors.ts'
import { errorOf, must } from './support.ts'

interface Shelf {
  readonly names: readonly string[]
}

const shelfFormat: Format<Shelf> = {
  name: 'test/shelf',
  version: 3,
  schema: z.strictObject({ names: z.array(z.string()).readonly() }),
  migrations: {
    1: ({ name }) => ({ list: [name] }),
    2: ({ list }) => ({ names: list }),
  },
  serialize: (data) => serializePlain('test/shelf', 3, data),
}

const parse = (value: unknown) =>
  parseVersioned(
    shelfFormat,
    typeof value === 'string' ? value : JSON.stringify(value),
    '/x/s.json',
  )

describe('parseVersioned', () => {
  it.each([
    ['one step', { format: 'test/shelf', version: 2, list: ['a', 'b'] }, ['a', 'b']],
    ['two steps', { format: 'test/shelf', version: 1, name: 'a' }, ['a']],
    ['no step', { format: 'test/shelf', version: 3, names: [] }, []],
  ])('takes an old file through %s', (_, raw, names) => {
    expect(must(parse(raw))).toEqual({ names })
  })

  it('reads what it wrote', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (names) => {
        expect(must(parse(shelfFormat.serialize({ names })))).toEqual({ names })
      }),
    )
  })

  it('refuses a file of a newer Parallax, and says which version it is', () => {
    const error = errorOf(parse({ format: 'test/shelf', version: 4, names: [] }))
    expect(error).toMatchObject({ code: 'store-newer', path: '/x/s.json' })
    expect(error.message).toContain('s.json')
    expect(error.detail).toContain('4')
  })

  it.each([
    ['nothing', ''],
    ['half a file', '{"format":"test/shelf","version":3,"nam'],
    ['zero bytes written by a power cut', '\0'.repeat(64)],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '3'],
    ['another format', { format: 'test/other', version: 3, names: [] }],
    ['no format', { version: 3, names: [] }],
    ['no version', { format: 'test/shelf', names: [] }],
    ['version 0', { format: 'test/shelf', version: 0, names: [] }],
    ['a version that is no number', { format: 'test/shelf', version: '3', names: [] }],
    ['version 2.5', { format: 'test/shelf', version: 2.5, list: [] }],
    ['a wrong field', { format: 'test/shelf', version: 3, names: [1] }],
    ['a field too many', { format: 'test/shelf', version: 3, names: [], more: 1 }],
    ['an old file that migrates to nonsense', { format: 'test/shelf', version: 1, name: 7 }],
  ])('calls %s damaged and names the file', (_, raw) => {
    const error = errorOf(parse(raw))
    expect(error).toMatchObject({ code: 'store-damaged', path: '/x/s.json' })
    expect(error.message).toContain('“s.json”')
    expect(error.advice).toContain('not changed')
  })

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        const parsed = parse(text)
        if (!parsed.ok) expect(AppError.safeParse(parsed.error).success).toBe(true)
      }),
    )
  })
})
