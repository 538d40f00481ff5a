import { spawnSync } from 'node:child_process'
import { existsSync, utimesSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withLock } from '../../scripts/lib/lock.mjs'
import { folder, put } from './folder.ts'

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

describe('a lock', () => {
  it('lets one in at a time, tells the others to wait, and is gone afterwards', async () => {
    const file = join(folder(), 'lock')
    let inside = 0
    let most = 0
    let waited = 0
    const work = async () => {
      most = Math.max(most, ++inside)
      await pause(20)
      inside--
    }
    await Promise.all([1, 2, 3].map(() => withLock(file, work, () => waited++)))
    expect({ most, waited }).toEqual({ most: 1, waited: 2 })
    expect(existsSync(file)).toBe(false)
  })

  it('is released when the work fails', async () => {
    const file = join(folder(), 'lock')
    const failing = withLock(file, () => Promise.reject(new Error('broken')))
    await expect(failing).rejects.toThrow('broken')
    expect(existsSync(file)).toBe(false)
  })

  it('is taken over from a process that has died', async () => {
    const root = folder()
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    const file = put(root, 'lock', JSON.stringify({ pid, host: hostname() }))
    expect(await withLock(file, async () => 'done')).toBe('done')
  })

  it('is taken over from another machine that has been silent for long', async () => {
    const file = put(folder(), 'lock', JSON.stringify({ pid: 1, host: 'elsewhere' }))
    const longAgo = new Date(Date.now() - 60_000)
    utimesSync(file, longAgo, longAgo)
    expect(await withLock(file, async () => 'done')).toBe('done')
  })
})
