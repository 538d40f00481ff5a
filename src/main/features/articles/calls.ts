// What each call about one article does, and what an open library offers for it.

import type { articlesCalls } from '../../../shared/calls/articles.ts'
import type { CallResult, ParsedArg } from '../../../shared/calls.ts'
import type { OpenArticle } from '../../../shared/model/library.ts'
import type { CorrectionOffer } from '../../../shared/model/reading.ts'
import { ok, type Result } from '../../../shared/result.ts'
import type { HandlersOf, OnLibrary } from '../../core/handlers.ts'
import type { PictureBytes } from '../../work/file-work.ts'
import type { Work } from '../../work/work.ts'
import { anchorInFile } from './anchor-file.ts'
import type { Correcting } from './correcting.ts'
import type { Offers } from './offers.ts'
import type { ReadingAs } from './reading-as.ts'
import type { Splitting } from './splitting.ts'

export interface ArticleCalls {
  open(id: string): Promise<Result<OpenArticle>>
  /** One of an article's pictures, by its place in `OpenArticle.pictures`. */
  picture(id: string, picture: number): Promise<Result<PictureBytes>>
  /** Shows the articles in a file as one each, or the file as one; gives what stands for it now. */
  split(id: string, split: boolean): Promise<Result<CallResult<'article-split'>>>
  correct(arg: ParsedArg<'article-correct'>): Promise<Result<OpenArticle>>
  /** How its file looks in each encoding, and which was chosen. */
  encodings(id: string): Promise<Result<CallResult<'article-encodings'>>>
  /** Has its file read with an encoding. */
  readAs(arg: ParsedArg<'article-reread'>): Promise<Result<OpenArticle>>
  /** Corrections of this article that would suit others of its outlet. */
  offers(id: string): CorrectionOffer[]
  applyOffer(arg: ParsedArg<'corrections-apply'>): Promise<Result<{ changed: string[] }>>
}

export interface ArticleCallsDeps {
  readonly open: ArticleCalls['open']
  /** An article was asked for: its file may be another than the list knows. */
  readonly opened: (id: string) => void
  readonly picture: ArticleCalls['picture']
  readonly splitting: Splitting
  /** The ids of the articles that a file stands for and that are there. */
  readonly listedOf: (file: string) => string[]
  readonly correcting: Correcting
  readonly offers: Offers
  readonly readingAs: ReadingAs
}

export function createArticleCalls(deps: ArticleCallsDeps): ArticleCalls {
  const { open, splitting, correcting, offers, readingAs } = deps
  return {
    async open(id) {
      const article = await open(id)
      deps.opened(id)
      return article
    },
    picture: deps.picture,
    async split(id, split) {
      const done = await splitting.split(id, split)
      return done.ok ? ok({ articles: deps.listedOf(splitting.fileOf(id) ?? id) }) : done
    },
    async correct(arg) {
      const done = await correcting.correct(arg)
      return done.ok ? open(arg.article) : done
    },
    encodings: readingAs.offered,
    async readAs(arg) {
      const done = await readingAs.choose(arg)
      return done.ok ? open(arg.article) : done
    },
    offers: offers.of,
    async applyOffer({ article, offer, articles: chosen }) {
      const done = await offers.apply(article, offer, chosen)
      return done.ok ? ok({ changed: done.value }) : done
    },
  }
}

export const articlesHandlers = (
  on: OnLibrary<ArticleCalls>,
  work: Pick<Work, 'readArticle'>,
): HandlersOf<typeof articlesCalls> => ({
  'file-anchor': (arg) => anchorInFile(work, arg),
  'article-open': on((library, { article }) => library.open(article)),
  'article-refresh': on(async (library, { article, version }) => {
    const opened = await library.open(article)
    return opened.ok && opened.value.version === version ? ok(null) : opened
  }),
  'article-picture': on(async (library, { article, picture }) => {
    const read = await library.picture(article, picture)
    if (!read.ok) return read
    const { mime, bytes } = read.value
    return ok({ mime, data: Buffer.from(bytes).toString('base64') })
  }),
  'article-split': on((library, { article, split }) => library.split(article, split)),
  'article-correct': on((library, arg) => library.correct(arg)),
  'article-encodings': on((library, { article }) => library.encodings(article)),
  'article-reread': on((library, arg) => library.readAs(arg)),
  'corrections-offers': on(async (library, { article }) => ok(library.offers(article))),
  'corrections-apply': on((library, arg) => library.applyOffer(arg)),
})
