// What an index is told of a file, an article and its annotations.
import type {
  ContentFacts,
  DerivedFacts,
  FileFacts,
  IndexChange,
  ListedArticle,
  MirroredAnnotation,
} from '../../../src/main/index/facts.ts'
import { type ArticleMeta, noMeta } from '../../../src/shared/model/article.ts'

export const idOf = (n: number): string => n.toString(16).padStart(16, '0')
export const shaOf = (n: number): string => n.toString(16).padStart(64, '0')

export interface Told {
  readonly n: number
  readonly text?: string | null
  readonly meta?: Partial<ArticleMeta>
  readonly article?: Partial<ListedArticle>
  readonly file?: Partial<FileFacts>
  readonly content?: Partial<ContentFacts>
  readonly derived?: DerivedFacts
}

/** All that is told of one whole file. */
export function toldOf({
  n,
  text = 'A text.',
  meta,
  article,
  file,
  content,
  derived,
}: Told): IndexChange[] {
  const said = { ...noMeta, ...meta }
  const path = file?.path ?? article?.path ?? `${n}.txt`
  const sha256 = shaOf(n)
  return [
    {
      kind: 'file',
      file: { path, id: idOf(n), size: 9, mtimeMs: n, sha256, problem: null, partIds: [], ...file },
    },
    ...(text === null
      ? []
      : [
          {
            kind: 'content' as const,
            derived: derived ?? {},
            content: contentOf(n, text, { meta: said, ...content }),
          },
        ]),
    {
      kind: 'article',
      article: {
        id: idOf(n),
        path,
        part: null,
        sha256: text === null ? null : sha256,
        state: 'ready',
        problem: null,
        format: 'text',
        words: 2,
        parts: 0,
        said,
        added: n,
        fileChanged: n,
        ...article,
      },
    },
  ]
}

export const contentOf = (
  n: number,
  text: string,
  more: Partial<ContentFacts> = {},
): ContentFacts => ({
  sha256: shaOf(n),
  part: null,
  loader: 1,
  format: 'text',
  textHash: `hash of ${text}`,
  words: 2,
  parts: 0,
  meta: noMeta,
  warnings: [],
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  text,
  ...more,
})

export const annotationOf = (
  id: string,
  more: Partial<MirroredAnnotation> = {},
): MirroredAnnotation => ({
  id,
  start: 0,
  colour: 'yellow',
  note: '',
  quote: 'quoted',
  tags: [],
  created: '2026-03-04T10:00:00.000Z',
  modified: '2026-03-04T10:00:00.000Z',
  orphan: false,
  ...more,
})

export const annotated = (n: number, put: readonly MirroredAnnotation[]): IndexChange => ({
  kind: 'annotations',
  article: idOf(n),
  all: true,
  put,
  gone: [],
})
