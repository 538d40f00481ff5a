// Damaged files of every format: each is read or refused with a message, in its time, and never
// brings anything down. The bench (`npm run bench -- fuzz`) does the same ten thousand times.
import { describe, expect, test } from 'vitest'
import { parseArticle } from '../../../src/main/reading/parse-article.ts'
import { formatFacts } from '../../../src/shared/formats.ts'
import type { ArticleFormat } from '../../../src/shared/model/article.ts'
import { sampleFiles } from '../../fixtures/formats.ts'
import { mutate } from '../../fixtures/mutate.ts'
import { expectTiled } from './support.ts'

const rounds = 60

describe.each(Object.keys(formatFacts) as ArticleFormat[])('a damaged file of %s', (format) => {
  test('is read or refused, and never more', async () => {
    const { name, bytes } = sampleFiles()[format]
    for (let seed = 1; seed <= rounds; seed++) {
      const result = await parseArticle(mutate(bytes, seed), name)
      if (result.ok) expectTiled(result.value)
      else expect(result.error.message, `seed ${seed}`).toMatch(/^“.+” .+\.$/s)
    }
  }, 60_000)
})
