// What is known of a text for finding others like it: needed seldom, and more than all else that is known
// of an article. So it is kept in the index, and asked for when it is wanted.
import { type ParsedArticle, Sketch } from '../../../shared/model/article.ts'
import type { DerivedFacts } from '../../index/facts.ts'
import { shortBlocks } from './short-blocks.ts'

export interface TextFacts {
  /** By what it is known again elsewhere; null where it has too few words. */
  readonly sketch: Sketch | null
  /** What it is about (`reading/event-profile.ts`). */
  readonly profile: string
  /** Hashes of its short blocks (`short-blocks.ts`). */
  readonly short: string
}

/** The facts of a text; null where they are not to be had. @param part null for a whole file */
export type FactsOf = (content: string, part: number | null) => TextFacts | null

/** Of what computes each of them. */
const versions = { sketch: 1, profile: 1, short: 1 } as const

export const textFactsOf = (parsed: ParsedArticle): TextFacts => ({
  sketch: parsed.sketch ?? null,
  profile: parsed.profile ?? '',
  short: shortBlocks(parsed.text, parsed.blocks),
})

export const derivedOf = ({ sketch, profile, short }: TextFacts): DerivedFacts => ({
  sketch: { version: versions.sketch, value: sketch && JSON.stringify(sketch) },
  profile: { version: versions.profile, value: profile },
  short: { version: versions.short, value: short },
})

/** Null where one of them is missing, or is of another version. */
export function factsIn({ sketch, profile, short }: DerivedFacts): TextFacts | null {
  if (sketch?.version !== versions.sketch) return null
  if (profile?.version !== versions.profile || short?.version !== versions.short) return null
  return {
    sketch: sketch.value === null ? null : Sketch.parse(JSON.parse(sketch.value)),
    profile: profile.value ?? '',
    short: short.value ?? '',
  }
}
