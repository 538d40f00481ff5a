// Names to go on with when an operator of a search is typed: tags, outlets, authors, stories.

import { foldedName } from '../../shared/search/tokens.ts'
import { numberIn, type Statements, textIn } from './statements.ts'

export const suggestedKinds = ['tag', 'outlet', 'author', 'story'] as const
export type SuggestedKind = (typeof suggestedKinds)[number]

export interface Suggestion {
  readonly name: string
  /** Listed articles that have it. */
  readonly articles: number
}

export interface Suggest {
  /**
   * Names that hold what was typed, those that begin with it first, then by how many articles have them.
   * @param most how many to give
   */
  names(kind: SuggestedKind, typed: string, most: number): Suggestion[]
  /** To be called whenever the index may have changed. */
  forget(): void
}

interface Known extends Suggestion {
  readonly folded: string
}

const sql: Readonly<Record<SuggestedKind, string>> = {
  tag: `SELECT tag AS name, count(DISTINCT article.id) AS articles FROM tagged
    JOIN article ON article.id = tagged.article GROUP BY tag`,
  outlet: `SELECT source AS name, count(*) AS articles FROM article WHERE source IS NOT NULL
    GROUP BY source`,
  author: `SELECT byline AS name, count(*) AS articles FROM article WHERE byline IS NOT NULL
    GROUP BY byline`,
  story: `SELECT story.name AS name, count(article.id) AS articles FROM story
    LEFT JOIN story_article ON story_article.story = story.id
    LEFT JOIN article ON article.id = story_article.article GROUP BY story.name`,
}

export function createSuggest(statements: Statements): Suggest {
  const kept = new Map<SuggestedKind, readonly Known[]>()
  const known = (kind: SuggestedKind): readonly Known[] => {
    const names =
      kept.get(kind) ??
      statements(`${sql[kind]} ORDER BY articles DESC, name`)
        .all()
        .map((row) => ({
          name: textIn(row, 'name'),
          articles: numberIn(row, 'articles'),
          folded: foldedName(textIn(row, 'name')),
        }))
    kept.set(kind, names)
    return names
  }
  return {
    names(kind, typed, most) {
      const wanted = foldedName(typed.trim())
      const holding = known(kind).filter(({ folded }) => folded.includes(wanted))
      const [first, rest] = [true, false].map((begins) =>
        holding.filter(({ folded }) => folded.startsWith(wanted) === begins),
      )
      return [...(first ?? []), ...(rest ?? [])]
        .slice(0, most)
        .map(({ name, articles }) => ({ name, articles }))
    },
    forget: () => kept.clear(),
  }
}
