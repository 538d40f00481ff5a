// The reader's choice of the encoding that a file is read with: offered with a look at each, kept for the
// file, one step of undo.
import { join } from 'node:path'
import type { CallResult, ParsedArg } from '../../../shared/calls.ts'
import { encodedFormats } from '../../../shared/encodings.ts'
import type { AppError } from '../../../shared/errors.ts'
import { type EncodingChoice, encodingKind } from '../../../shared/kinds/encoding.ts'
import { fail, ok, type Result } from '../../../shared/result.ts'
import type { Changing } from '../../core/changing.ts'
import type { Ledger } from '../../core/records/ledger.ts'
import type { CacheEntry } from '../../core/shelf/cache.ts'
import type { Catalogue } from '../../core/shelf/catalogue.ts'
import type { ChosenEncodings } from '../../core/shelf/chosen-encodings.ts'
import { fileGone } from '../../core/shelf/rows.ts'
import type { FileWork } from '../../work/file-work.ts'

export interface ReadingAsDeps {
  readonly root: string
  readonly catalogue: Pick<Catalogue, 'place'>
  readonly ledger: Pick<Ledger, 'get' | 'head'>
  readonly encodings: ChosenEncodings
  readonly work: Pick<FileWork, 'readEncodings'>
  readonly now: () => Date
  readonly perform: Changing['perform']
}

export interface ReadingAs {
  /** How the file of an article looks in each encoding, and which was chosen. */
  offered(article: string): Promise<Result<CallResult<'article-encodings'>>>
  /** Has the file of an article read with an encoding. Fails for one that is no text. */
  choose(arg: ParsedArg<'article-reread'>): Promise<Result<void>>
}

export function createReadingAs(deps: ReadingAsDeps): ReadingAs {
  const { root, catalogue, ledger, encodings, work } = deps

  const fileOf = (article: string): Result<CacheEntry> => {
    const entry = catalogue.place(article)?.entry
    return entry ? ok(entry) : fail(fileGone(ledger.head(article)?.path ?? article))
  }

  return {
    async offered(article) {
      const file = fileOf(article)
      if (!file.ok) return file
      const looked = await work.readEncodings(join(root, file.value.path), { rank: 'asked' })
      if (!looked.ok) return looked
      return ok({ ...looked.value, chosen: encodings.of(file.value) })
    },
    async choose({ article, encoding }) {
      const file = fileOf(article)
      if (!file.ok) return file
      const { id, path, sha256, read } = file.value
      if (read && !encodedFormats.includes(read.format)) return fail(noText(path))
      if (encodings.of(file.value) === encoding) return ok(undefined)
      const before = ledger.get(encodingKind, null, id)
      const after: EncodingChoice = {
        article: id,
        path,
        sha256,
        encoding,
        modified: deps.now().toISOString(),
      }
      const label = encoding === null ? 'Read as found' : 'Read with another encoding'
      return deps.perform(label, [{ kind: encodingKind, article: null, key: id, before, after }])
    },
  }
}

const noText = (path: string): AppError => ({
  code: 'unsupported',
  message: `“${path}” has no encoding that could be chosen.`,
  advice:
    'Plain texts, Markdown and web pages have one; other formats say themselves how they are written.',
  path,
})
