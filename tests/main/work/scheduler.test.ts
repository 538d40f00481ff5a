// What is done first, what is done once, and what is not done at all. Counts and orders, no times.
import { describe, expect, it } from 'vitest'
import {
  createScheduler,
  type Order,
  type Scheduler,
  type SchedulerOptions,
} from '../../../src/main/work/scheduler.ts'

interface Bench {
  readonly scheduler: Scheduler<string>
  /** What was begun, in order. */
  readonly begun: string[]
  /** What was begun and is not wanted any more. */
  readonly aborted: string[]
  ask(name: string, order?: Order, key?: string): Promise<string>
  /** Lets what runs under a name come to its end. */
  finish(name: string): Promise<void>
}

function bench(options: SchedulerOptions = { places: 1, reserved: 0 }): Bench {
  const scheduler = createScheduler<string>(options)
  const begun: string[] = []
  const aborted: string[] = []
  const ends = new Map<string, () => void>()
  return {
    scheduler,
    begun,
    aborted,
    ask: (name, order = {}, key) =>
      scheduler.run({
        ...order,
        key: key ?? null,
        stopped: () => `${name} stopped`,
        run: (signal) => {
          begun.push(name)
          signal.addEventListener('abort', () => aborted.push(name))
          return new Promise((done) => {
            ends.set(name, () => done(`${name} done`))
          })
        },
      }),
    async finish(name) {
      ends.get(name)?.()
      ends.delete(name)
      await new Promise(setImmediate)
    },
  }
}

describe('a scheduler', () => {
  it('does what a person waits for before what goes on by itself, whatever came first', async () => {
    const { ask, begun, finish } = bench()
    void ask('running')
    for (const n of [1, 2, 3]) void ask(`background ${n}`, { rank: 'background' })
    void ask('soon', { rank: 'soon' })
    void ask('asked 1')
    void ask('asked 2', { rank: 'asked' })
    for (let n = 0; n < 7; n++) await finish(begun.at(-1) ?? '')
    expect(begun.slice(1)).toEqual([
      'asked 1',
      'asked 2',
      'soon',
      'background 1',
      'background 2',
      'background 3',
    ])
  })

  it('reads a few files in one place, and makes another when many wait or one waits long', async () => {
    const spread = { waiting: 4, after: 60 }
    const { ask, begun, finish } = bench({ places: 3, reserved: 1, spread })
    for (const n of [1, 2, 3]) void ask(`background ${n}`, { rank: 'background' })
    expect(begun).toEqual(['background 1'])
    await finish('background 1')
    expect(begun).toEqual(['background 1', 'background 2'])
    await expect.poll(() => begun).toEqual(['background 1', 'background 2', 'background 3'])
    for (const n of [4, 5, 6, 7]) void ask(`background ${n}`, { rank: 'background' })
    await finish('background 2')
    expect(begun.length).toBe(4)
    await finish('background 3')
    expect(begun.slice(3)).toEqual(['background 4'])
    void ask('background 8', { rank: 'background' })
    expect(begun.slice(3)).toEqual(['background 4', 'background 5'])
  })

  it('keeps a place free for what a person waits for, however much else there is', async () => {
    const { ask, begun, finish } = bench({ places: 3, reserved: 1 })
    for (let n = 0; n < 40; n++) void ask(`page ${n}`, { rank: 'background' })
    void ask('import', { rank: 'soon' })
    expect(begun).toEqual(['page 0', 'page 1'])
    const opened = ask('two lines')
    expect(begun).toEqual(['page 0', 'page 1', 'two lines'])
    await finish('two lines')
    expect(await opened).toBe('two lines done')
    expect(begun.length).toBe(3)
    await finish('page 0')
    expect(begun.at(-1)).toBe('import')
  })

  it('takes every place for what is asked for', () => {
    const { ask, begun } = bench({ places: 3, reserved: 1 })
    for (let n = 0; n < 5; n++) void ask(`pane ${n}`)
    expect(begun.length).toBe(3)
  })

  it('does once what is asked for again while it waits or runs, and raises its rank', async () => {
    const { ask, begun, finish } = bench()
    void ask('running', { rank: 'background' }, 'a')
    void ask('first', { rank: 'background' }, 'b')
    const inBackground = ask('second', { rank: 'background' }, 'c')
    const asked = ask('never', {}, 'c')
    const joined = ask('never', {}, 'a')
    await finish('running')
    expect(await joined).toBe('running done')
    await finish('second')
    expect([await asked, await inBackground]).toEqual(['second done', 'second done'])
    await finish('first')
    expect(begun).toEqual(['running', 'second', 'first'])
  })

  it('never lowers a rank', async () => {
    const { ask, begun, finish } = bench()
    void ask('running')
    void ask('asked', { rank: 'asked' }, 'a')
    void ask('never', { rank: 'background' }, 'a')
    void ask('soon', { rank: 'soon' })
    await finish('running')
    expect(begun.at(-1)).toBe('asked')
  })

  it('does not begin what nobody wants any more', async () => {
    const { ask, begun, finish } = bench()
    const ending = new AbortController()
    void ask('running')
    const waiting = ask('waiting', { signal: ending.signal })
    ending.abort()
    expect(await waiting).toBe('waiting stopped')
    expect(await ask('too late', { signal: ending.signal })).toBe('too late stopped')
    await finish('running')
    expect(begun).toEqual(['running'])
  })

  it('tells what runs that nobody wants it any more, and does not wait for it', async () => {
    const { ask, aborted, begun, finish } = bench()
    const ending = new AbortController()
    const running = ask('running', { signal: ending.signal }, 'a')
    ending.abort()
    expect(await running).toBe('running stopped')
    expect(aborted).toEqual(['running'])
    // Who asks now gets an answer of its own, when the place is free again.
    const again = ask('again', {}, 'a')
    expect(begun).toEqual(['running'])
    await finish('running')
    await finish('again')
    expect(await again).toBe('again done')
  })

  it('goes on with what one of two does not want any more', async () => {
    const { ask, aborted, finish } = bench()
    const ending = new AbortController()
    const one = ask('work', { signal: ending.signal }, 'a')
    const other = ask('never', {}, 'a')
    ending.abort()
    expect(await one).toBe('work stopped')
    expect(aborted).toEqual([])
    await finish('work')
    expect(await other).toBe('work done')
  })

  it('passes on what the work throws, and goes on', async () => {
    const { scheduler, ask, finish } = bench()
    const run = (): Promise<string> => Promise.reject(new Error('a bug'))
    const broken = scheduler.run({ key: 'a', stopped: () => '', run })
    const next = ask('next', {}, 'a')
    await expect(broken).rejects.toThrow('a bug')
    await expect(next).rejects.toThrow('a bug')
    const after = ask('after', {}, 'a')
    await finish('after')
    expect(await after).toBe('after done')
  })

  it('answers everyone when it is closed, and begins nothing more', async () => {
    const { scheduler, ask, aborted, begun, finish } = bench()
    const asked = ['running', 'a', 'b'].map((name) => ask(name))
    let gone = false
    const closed = scheduler.close().then(() => {
      gone = true
    })
    expect(await Promise.all(asked)).toEqual(['running stopped', 'a stopped', 'b stopped'])
    expect(aborted).toEqual(['running'])
    expect(gone).toBe(false)
    await finish('running')
    await closed
    expect(await ask('late')).toBe('late stopped')
    expect(begun).toEqual(['running'])
  })
})
