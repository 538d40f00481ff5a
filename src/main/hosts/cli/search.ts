// Searches a library for words, the best first.
import { type Command, json } from './command.ts'
import { type Hit, leftLine, problemLine, type SearchLibrary, searchAll } from './found-hits.ts'
import { keptIn, keptOf, queryOf } from './kept-searches.ts'
import { print, printJson, WrongUsage } from './output.ts'
import { parse, words } from './parse.ts'
import { withLibrary } from './with-library.ts'

export const search: Command = async (args, context) => {
  const { values, positionals } = parse({
    args: [...args],
    options: {
      json,
      'limit': { type: 'string' },
      'kept': { type: 'string' },
      'list-kept': { type: 'boolean' },
    },
    allowPositionals: true,
  })
  if (values['list-kept']) return listKept(context, words(positionals, 'LIBRARY')[0], values.json)
  const { kept } = values
  const [path = '', typed = ''] = words(
    positionals,
    ...(kept === undefined ? ['LIBRARY', 'QUERY'] : ['LIBRARY']),
  )
  const limit = limitOf(values.limit)
  return withLibrary(context, path, { mode: 'read', searched: true }, async ({ call }) => {
    const query = kept === undefined ? typed : queryOf(await keptOf(call), kept)
    const search: SearchLibrary['search'] = (arg) => call('search-run', arg)
    const { hits, problems, left } = await searchAll({ search }, query, limit)
    for (const problem of problems)
      process.stderr.write(`parallax: ${problemLine(query, problem)}\n`)
    if (left !== null) process.stderr.write(`parallax: ${leftLine(left)}\n`)
    if (values.json) printJson(hits)
    else for (const hit of hits) print(lineOf(hit))
    return 0
  })
}

/** The searches that are kept, a line each: the name, a tab, the query. */
const listKept = (
  context: Parameters<Command>[1],
  path = '',
  asJson: boolean | undefined,
): ReturnType<Command> =>
  withLibrary(context, path, { mode: 'read' }, async ({ call }) => {
    const kept = keptIn(await keptOf(call)).map(({ name, query }) => ({ name, query }))
    if (asJson) printJson(kept)
    else for (const { name, query } of kept) print(`${name}\t${query}`)
    return 0
  })

function limitOf(number: string | undefined): number {
  if (number === undefined) return Number.POSITIVE_INFINITY
  if (!/^[1-9]\d{0,8}$/.test(number)) throw new WrongUsage('--limit must be a number from 1')
  return Number(number)
}

const lineOf = ({ path, field, start, snippet, title }: Hit): string =>
  [path, field === null ? '–' : `${field}:${start}`, snippet || (title ?? '(no title)')].join('\t')
