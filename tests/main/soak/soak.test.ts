// A short soak with every run; the long one is a bench (`npm run bench -- soak`).
import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bridge, folderOf, harbour, tempFolder } from '../library/support.ts'
import { soak } from './soak.ts'

const articles = {
  'a.txt': bridge,
  'b.txt': harbour,
  'c.txt': `${bridge}${harbour}`,
  'd.txt': `${harbour}${bridge}`,
}

it.each([1, 2, 3])(
  'keeps every acknowledged act through deaths and syncs, seed %i',
  async (seed) => {
    const original = await folderOf(articles)
    const outcome = await soak(
      { seed, folder: await tempFolder(), articles, acts: 60, deaths: 60, share: 0.03 },
      (to) => cpSync(original, join(to), { recursive: true }),
    )
    expect(outcome.broken).toEqual([])
    expect(outcome.deaths).toBeGreaterThan(20)
  },
  120_000,
)
