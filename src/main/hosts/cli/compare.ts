// `parallax compare`: what two to six articles share, of files or of a library.
import { readWhole } from '../../../shared/comparison/read-whole.ts'
import type { Comparison, Explanation, SentenceRef } from '../../../shared/model/comparison.ts'
import type { OpenArticle } from '../../../shared/model/library.ts'
import type { Result } from '../../../shared/result.ts'
import type { Context } from './command.ts'
import { asJson } from './compare/as-json.ts'
import { type ComparedFile, type ComparedSet, matchesIn } from './compare/compared-set.ts'
import { inWords } from './compare/in-words.ts'
import { articleNamed, storyNamed } from './named.ts'
import { CommandFailed, demand, print, printJson, WrongUsage } from './output.ts'
import { demandName } from './parse.ts'
import { type CommandLibrary, withLibrary, withoutLibrary } from './with-library.ts'

export interface CompareOptions {
  readonly json: boolean
  readonly explain: boolean
  readonly library: string | undefined
  readonly story: string | undefined
}

const fewest = 2
const most = 6

/** @param words files; with a library ids of its articles, or their paths inside it */
export async function compareFiles(
  context: Context,
  words: readonly string[],
  options: CompareOptions,
): Promise<number> {
  const { library, story, explain } = options
  if (story !== undefined && library === undefined) throw new WrongUsage('--story needs --library')
  if (story !== undefined && words.length > 0)
    throw new WrongUsage('--story compares the articles of the story; name either it or articles')
  for (const word of words) demandName(word, 'an article')
  if (library !== undefined) demandName(library, 'LIBRARY')
  if (story === undefined) checkCount(words.length)
  for (const word of new Set(words.filter((each, at) => words.indexOf(each) < at)))
    process.stderr.write(`parallax: “${word}” is named twice, so it is compared with itself.\n`)
  const set =
    library === undefined
      ? await filesCompared(context, words, explain)
      : await withLibrary(context, library, { mode: 'read' }, async (open) =>
          libraryCompared(open, await idsOf(open, words, story), explain),
        )
  if (options.json) printJson(asJson(set))
  else for (const line of inWords(set)) print(line)
  return 0
}

function checkCount(count: number): void {
  if (count < fewest || count > most)
    throw new WrongUsage(`compare takes ${fewest} to ${most} articles, got ${count}`)
}

const filesCompared = (
  context: Context,
  paths: readonly string[],
  explain: boolean,
): Promise<ComparedSet> =>
  withoutLibrary(context, async (call) => {
    const compared = demand(await call('files-compare', { paths: [...paths], explain }))
    return {
      ...compared,
      articles: compared.articles.map((article) => ({ ...article, tagged: [] })),
      hasTags: false,
    }
  })

async function libraryCompared(
  { call }: CommandLibrary,
  ids: readonly string[],
  explain: boolean,
): Promise<ComparedSet> {
  const opening = { holder: 'command line', articles: [...ids] }
  const { id, head } = demand(await call('comparison-open', opening))
  const comparison = demand(
    await readWhole(head, (request) => call('comparison-section', { id, request })),
  )
  const articles: ComparedFile[] = []
  for (const each of ids)
    articles.push(comparedFile(demand(await call('article-open', { article: each }))))
  const why = (a: SentenceRef, b: SentenceRef) => call('comparison-explain', { id, a, b })
  return {
    articles,
    comparison,
    hasTags: true,
    explanations: explain ? await explained(comparison, why) : null,
  }
}

const comparedFile = ({
  path,
  title,
  source,
  published,
  text,
  resolved,
}: OpenArticle): ComparedFile => ({
  path,
  title,
  source,
  published,
  text,
  tagged: resolved.flatMap(({ annotation: { tags }, anchor: { start, end } }) =>
    start === null || end === null || tags.length === 0 ? [] : [{ tags, start, end }],
  ),
})

async function explained(
  comparison: Comparison,
  why: (a: SentenceRef, b: SentenceRef) => Promise<Result<Explanation>>,
): Promise<Explanation[]> {
  const all: Explanation[] = []
  for (const { a, b } of matchesIn(comparison)) all.push(demand(await why(a, b)))
  return all
}

/** The ids of the articles that were named, or of those of a story. */
async function idsOf(
  { call, stories }: CommandLibrary,
  words: readonly string[],
  story: string | undefined,
): Promise<string[]> {
  if (story === undefined) {
    const rows = demand(await call('articles-list', {}))
    return words.map((word) => articleNamed(rows, word).id)
  }
  const mine = storyNamed(stories, story)
  const count = mine.articles.length
  if (count < fewest || count > most)
    throw new CommandFailed(
      `The story “${mine.name}” has ${count} article${count === 1 ? '' : 's'}; ${fewest} to ${most} can be compared. Name them with --library and their paths.`,
    )
  return [...mine.articles]
}
