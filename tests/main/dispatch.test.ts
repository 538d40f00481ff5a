// The one door to the core: what passes, and what becomes of what does not.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createDispatch, type Handlers } from '../../src/main/core/dispatch.ts'
import { createStream } from '../../src/main/core/stream.ts'
import { callNames } from '../../src/shared/call-names.ts'
import { calls } from '../../src/shared/calls.ts'
import { AppError } from '../../src/shared/errors.ts'
import { ok } from '../../src/shared/result.ts'
import type { Caller } from '../../src/shared/stream.ts'
import { errorOf, must } from './store/support.ts'

/** Handlers that give back what they were given, with some of their own; the library `/x` is open. */
function dispatchOf(own: Partial<Handlers> = {}) {
  const bugs: unknown[] = []
  const echo = Object.fromEntries(callNames.map((name) => [name, async (arg: unknown) => ok(arg)]))
  const stream = createStream(() => undefined)
  stream.show('/x')
  const from = createDispatch({
    handlers: { ...echo, ...own } as unknown as Handlers,
    at: stream.at,
    isOpen: (library) => library === '/x',
    onBug: (thrown) => bugs.push(thrown),
  })
  const dispatch = (name: string, arg: unknown, caller: Partial<Caller> = {}) =>
    from(name, arg, { host: 'electron', window: '1', library: '/x', ...caller })
  return { bugs, stream, dispatch }
}

describe('dispatch', () => {
  it('gives the handler the parsed argument, with defaults filled in', async () => {
    const { dispatch } = dispatchOf()
    const draft = { article: '0123456789abcdef', start: 0, end: 4, color: 'red' }
    expect(must(await dispatch('annotations-create', draft))).toEqual({
      ...draft,
      tags: [],
      note: '',
    })
  })

  it.each(['nothing-like-it', '', 'toString', 'constructor', '__proto__', 'app-start '])(
    'refuses the unknown call “%s”',
    async (name) => {
      const { dispatch, bugs } = dispatchOf()
      expect(errorOf(await dispatch(name, {})).code).toBe('unknown-call')
      expect(bugs).toEqual([])
    },
  )

  it('does not carry a long unknown name into the message', async () => {
    const error = errorOf(await dispatchOf().dispatch('x'.repeat(10_000), {}))
    expect(JSON.stringify(error).length).toBeLessThan(500)
  })

  it.each([
    ['article-open', undefined],
    ['article-open', null],
    ['article-open', []],
    ['article-open', { article: '../../etc/passwd' }],
    ['article-open', { article: '0123456789abcdef', more: 1 }],
    ['library-open', { path: '' }],
    ['annotations-delete', { article: '0123456789abcdef', ids: [] }],
    ['annotations-delete', { article: '0123456789abcdef', ids: ['1'] }],
    ['annotations-create', { article: '0123456789abcdef', start: -1, end: 4, color: 'red' }],
    ['annotations-create', { article: '0123456789abcdef', start: 0.5, end: 4, color: 'red' }],
    ['annotations-create', { article: '0123456789abcdef', start: 0, end: 4, color: 'pink' }],
    ['settings-save', { fontSize: 900 }],
    ['settings-save', { unknown: true }],
    ['export-build', { format: 'exe', article: null }],
    ['link-open', { url: `https://x/${'y'.repeat(3_000)}` }],
  ])('refuses %s with %j and says which part is wrong', async (name, arg) => {
    const { dispatch, bugs } = dispatchOf({
      [name]: async () => {
        throw new Error('was reached')
      },
    })
    const error = errorOf(await dispatch(name, arg))
    expect(error.code).toBe('bad-argument')
    expect(error.detail).not.toBe('')
    expect(bugs).toEqual([])
  })

  it.each([
    ['an error', new Error('broken'), 'broken'],
    ['a string', 'broken', 'broken'],
    ['nothing', undefined, 'undefined'],
  ])('turns %s thrown by a handler into “internal” and reports it', async (_, thrown, detail) => {
    const { dispatch, bugs } = dispatchOf({
      'tags-list': async () => {
        throw thrown
      },
    })
    const error = errorOf(await dispatch('tags-list', {}))
    expect(error.code).toBe('internal')
    expect(error.detail).toContain(detail)
    expect(bugs).toEqual([thrown])
    expect((await dispatch('app-start', {})).ok).toBe(true)
  })

  it('never throws, whatever it is given, and its errors are as the table says', async () => {
    const { dispatch } = dispatchOf()
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(fc.constantFrom(...callNames), fc.string()),
        fc.anything(),
        async (name, arg) => {
          const result = await dispatch(name, arg)
          if (!result.ok) expect(AppError.safeParse(result.error).success).toBe(true)
        },
      ),
    )
  })

  it('refuses what is about a library that is not open, and reaches no handler', async () => {
    const reached: string[] = []
    const { dispatch } = dispatchOf(
      Object.fromEntries(callNames.map((name) => [name, async () => ok(reached.push(name))])),
    )
    for (const name of callNames.filter((each) => calls[each].of === 'library'))
      for (const library of ['/y', null])
        expect(
          errorOf(await dispatch(name, {}, { library, host: calls[name].hosts[0] ?? 'cli' })),
        ).toMatchObject({
          code: 'library-changed',
          ...(library && { path: library }),
        })
    expect(reached).toEqual([])
    expect((await dispatch('app-start', {}, { library: '/y' })).ok).toBe(true)
  })

  it('refuses a call to hosts that may not make it', async () => {
    const { dispatch } = dispatchOf()
    for (const name of ['library-pick', 'export-save'] as const) {
      expect(errorOf(await dispatch(name, {}, { host: 'web' })).code).toBe('unsupported')
      expect(errorOf(await dispatch(name, {}, { host: 'cli' })).code).toBe('unsupported')
    }
    expect(errorOf(await dispatch('folders-list', { path: null }, { host: 'cli' })).code).toBe(
      'unsupported',
    )
    expect((await dispatch('folders-list', { path: null }, { host: 'web' })).ok).toBe(true)
  })

  it('lets no window write or read where it says: that is for the command line', async () => {
    const reached: string[] = []
    const { dispatch } = dispatchOf(
      Object.fromEntries(callNames.map((name) => [name, async () => ok(reached.push(name))])),
    )
    const ofCommands = {
      'files-find': { path: '/etc' },
      'file-add': { name: 'passwd.txt', path: '/etc/passwd' },
      'export-write': { format: 'csv', article: null, path: '/home/a/.profile' },
      'articles-list': {},
      'library-check': {},
    }
    for (const [name, arg] of Object.entries(ofCommands)) {
      for (const host of ['electron', 'web'] as const)
        expect(errorOf(await dispatch(name, arg, { host })).code, name).toBe('unsupported')
      expect(reached).toEqual([])
      must(await dispatch(name, arg, { host: 'cli' }))
      expect(reached.splice(0)).toEqual([name])
    }
  })

  it('refuses a call that its core has no handler for', async () => {
    const dispatch = createDispatch({
      handlers: { 'tags-list': async () => ok([]) },
      at: () => ({ library: '/x', revision: 0 }),
      isOpen: () => true,
      onBug: (thrown) => expect(thrown).toBeUndefined(),
    })
    const caller = { host: 'cli', window: null, library: '/x' } as const
    must(await dispatch('tags-list', {}, caller))
    expect(errorOf(await dispatch('history-undo', {}, caller)).code).toBe('unsupported')
  })

  it('says of an answer at which revision its handler began, and which library it is about', async () => {
    const { dispatch, stream } = dispatchOf({
      'tags-list': async () => {
        stream.emit('notice', { code: 'io', message: 'A.', advice: 'B.' })
        return ok([])
      },
    })
    expect((await dispatch('tags-list', {})).at).toEqual({ library: '/x', revision: 0 })
    expect((await dispatch('tags-list', {})).at).toEqual({ library: '/x', revision: 1 })
    stream.show('/z')
    expect((await dispatch('tags-list', {})).at).toEqual({ library: '/x', revision: 2 })
    expect((await dispatch('app-start', {})).at).toEqual({ library: '/z', revision: 3 })
    expect((await dispatch('nothing', {})).at).toEqual({ library: '/z', revision: 3 })
  })
})
