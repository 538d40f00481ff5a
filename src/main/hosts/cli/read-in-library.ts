// `parallax read --library`: an article as its library has it, with the encoding that is kept for its file.
import type { Context } from './command.ts'
import { articleNamed } from './named.ts'
import { demand, printJson } from './output.ts'
import { words } from './parse.ts'
import { encodingOf, show } from './read-words.ts'
import { withLibrary } from './with-library.ts'

interface InLibrary {
  readonly encoding?: string | undefined
  readonly json: boolean
}

/** An article of a library; with an encoding it is read with that from now on. */
export async function readInLibrary(
  context: Context,
  library: string,
  positionals: readonly string[],
  { encoding: named, json: asJson }: InLibrary,
): Promise<number> {
  const [name = ''] = words(positionals, 'A')
  const mode = named === undefined ? 'read' : 'write'
  const encoding = encodingOf(named)
  return withLibrary(context, library, { mode }, async ({ call }) => {
    const { id: article } = articleNamed(demand(await call('articles-list', {})), name)
    const read =
      named === undefined
        ? await call('article-open', { article })
        : await call('article-reread', { article, encoding })
    const opened = demand(read)
    if (asJson) printJson(opened)
    else show({ ...opened, parts: [] })
    return 0
  })
}
