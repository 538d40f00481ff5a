// Searches a library for words, the best first.
import type { FoundArticle, SearchAnswer } from '../../../shared/model/search.ts'
import type { Library } from '../../library.ts'
import { dataDir } from '../data-dir.ts'
import { type Command, json } from './command.ts'
import { demand, print, printJson, WrongUsage } from './output.ts'
import { parse, words } from './parse.ts'
import { withLibrary } from './with-library.ts'

/** A place in an article. `field` and what follows is null where a whole article matches without words. */
interface Hit {
  readonly article: string
  readonly path: string
  readonly title: string | null
  readonly field: FoundArticle['hits'][number]['field'] | null
  readonly annotation: string | null
  readonly start: number | null
  readonly end: number | null
  readonly snippet: string
  readonly marks: readonly { readonly start: number; readonly end: number }[]
  readonly score: number
}

/** Articles that are asked for at a time. */
const pageSize = 200

export const search: Command = async (args, context) => {
  const { values, positionals } = parse({
    args: [...args],
    options: { json, limit: { type: 'string' } },
    allowPositionals: true,
  })
  const [path = '', query = ''] = words(positionals, 'LIBRARY', 'QUERY')
  const limit = limitOf(values.limit)
  const index = { dataDir: dataDir(), workerUrl: null }
  return withLibrary(
    context,
    path,
    'read',
    async (library) => {
      await library.whenIndexed()
      const found = await searchAll(library, query, limit)
      for (const problem of found.problems)
        process.stderr.write(`parallax: ${problemLine(query, problem)}\n`)
      const hits = found.articles.flatMap(hitsOf)
      if (values.json) printJson(hits)
      else for (const hit of hits) print(lineOf(hit))
      return 0
    },
    index,
  )
}

function limitOf(number: string | undefined): number {
  if (number === undefined) return Number.POSITIVE_INFINITY
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new WrongUsage('--limit must be a number from 1')
  return Number(number)
}

type Found = Pick<SearchAnswer, 'articles' | 'problems'>

async function searchAll(library: Library, query: string, most: number): Promise<Found> {
  const articles: FoundArticle[] = []
  for (;;) {
    const limit = Math.min(pageSize, most - articles.length)
    const answer = demand(
      await library.search({
        query,
        offset: articles.length,
        limit,
        hits: Number.MAX_SAFE_INTEGER,
        typing: false,
      }),
    )
    const { problems, total } = answer
    const refusal = problems.find(({ refused }) => refused)
    if (refusal) throw new WrongUsage(problemLine(query, refusal))
    articles.push(...answer.articles)
    const isLast = answer.articles.length === 0 || articles.length >= total
    if (isLast || articles.length >= most) return { articles, problems }
  }
}

type Problem = SearchAnswer['problems'][number]

/** Characters are counted from 1, as people count. */
const problemLine = (query: string, { start, message, advice }: Problem): string =>
  `at character ${[...query.slice(0, start)].length + 1} of the query: ${message} ${advice}`

function hitsOf({ article: { id, path, title }, score, hits }: FoundArticle): Hit[] {
  const whole: Hit = {
    article: id,
    path,
    title,
    field: null,
    annotation: null,
    start: null,
    end: null,
    snippet: '',
    marks: [],
    score,
  }
  if (hits.length === 0) return [whole]
  return hits.map(({ field, annotation, start, end, snippet }) => ({
    ...whole,
    field,
    annotation,
    start,
    end,
    snippet: snippet.text,
    marks: snippet.marks,
  }))
}

const lineOf = ({ path, field, start, snippet, title }: Hit): string =>
  [path, field === null ? '–' : `${field}:${start}`, snippet || (title ?? '(no title)')].join('\t')
