// A search by a plain look at everything, to hold the index against.
import type {
  IndexChange,
  ListedArticle,
  MirroredAnnotation,
} from '../../../src/main/index/facts.ts'
import type { SearchNode, WordsNode } from '../../../src/shared/search/ast.ts'
import { tokensOf } from '../../../src/shared/search/tokens.ts'
import { wantedWords } from '../../../src/shared/search/wanted-words.ts'

interface Doc {
  readonly article: ListedArticle
  readonly text: string
  readonly annotations: readonly MirroredAnnotation[]
}

/** The articles of changes that hold no other kinds than `toldOf` and `annotated` give. */
export function docsOf(changes: readonly IndexChange[]): Doc[] {
  const texts = new Map<string, string>()
  const annotations = new Map<string, readonly MirroredAnnotation[]>()
  for (const change of changes) {
    if (change.kind === 'content') texts.set(change.content.sha256, change.content.text)
    if (change.kind === 'annotations') annotations.set(change.article, change.put)
  }
  return changes.flatMap((change) =>
    change.kind === 'article'
      ? {
          article: change.article,
          text: texts.get(change.article.sha256 ?? '') ?? '',
          annotations: annotations.get(change.article.id) ?? [],
        }
      : [],
  )
}

/** Whether the words stand in a row in a text. */
function holds(text: string, node: WordsNode): boolean {
  const { words: wanted, goesOn } = wantedWords(node)
  const { words } = tokensOf(text)
  return words.some((_, at) =>
    wanted.every((word, offset) => {
      const here = words[at + offset] ?? ''
      return goesOn && offset === wanted.length - 1 ? here.startsWith(word) : here === word
    }),
  )
}

const exactly = (text: string): WordsNode => ({ kind: 'words', text, field: null, prefix: false })

function textsFor({ article, text, annotations }: Doc, { field }: WordsNode): string[] {
  const { title, source, byline, subtitle } = article.said
  const fields = {
    title: [title ?? ''],
    about: [source ?? '', byline ?? '', subtitle ?? ''],
    tags: annotations.flatMap(({ tags }) => tags),
    notes: annotations.map(({ note }) => note),
    quotes: annotations.map(({ quote }) => quote),
    text: [text],
  }
  if (field !== null) return fields[field]
  const orphans = annotations.filter(({ orphan }) => orphan).map(({ quote }) => quote)
  const { title: titles, about, tags, notes, text: own } = fields
  return [...titles, ...about, ...tags, ...notes, ...own, ...orphans]
}

/** Whether an article is found; null for what asks for nothing. */
export function matches(doc: Doc, node: SearchNode): boolean | null {
  const { said } = doc.article
  switch (node.kind) {
    case 'words':
      if (wantedWords(node).words.length === 0) return null
      return textsFor(doc, node).some((text) => holds(text, node))
    case 'and': {
      const all = node.nodes.map((each) => matches(doc, each)).filter((each) => each !== null)
      return all.length === 0 ? null : all.every(Boolean)
    }
    case 'or': {
      const all = node.nodes.map((each) => matches(doc, each)).filter((each) => each !== null)
      return all.length === 0 ? null : all.some(Boolean)
    }
    case 'not': {
      const inner = matches(doc, node.node)
      return inner === null ? null : !inner
    }
    case 'tag': {
      const wanted = node.tag.toLowerCase()
      const tags = doc.annotations.flatMap((each) => each.tags.map((tag) => tag.toLowerCase()))
      return tags.some((tag) => tag === wanted || tag.startsWith(`${wanted}/`))
    }
    case 'outlet':
      return holds(said.source ?? '', exactly(node.text))
    case 'author':
      return holds(said.byline ?? '', exactly(node.text))
    case 'before':
      return said.published !== null && said.published < node.date
    case 'after':
      return said.published !== null && said.published >= node.date
    case 'has':
      return doc.annotations.some(
        ({ note, tags }) =>
          node.what === 'annotation' || (node.what === 'note' ? note !== '' : tags.length > 0),
      )
    case 'colour':
      return doc.annotations.some(({ colour }) => colour === node.colour)
    case 'story':
      return false
    case 'state':
      return node.state === 'new'
  }
}
