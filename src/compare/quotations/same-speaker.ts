// Whether two articles name the same speaker, as far as names show it.
import type { Speaker } from '../../shared/model/comparison.ts'
import { fold } from '../../shared/text/fold.ts'
import { determiners, titles } from './vocabulary.ts'

/** The words of a proper name in lower case, titles left out; null for a description or nobody. */
function namesOf(speaker: Speaker | null): readonly string[] | null {
  if (!speaker) return null
  const words = speaker.name.split(/\s+/)
  if (!words.some((word) => /^\p{Lu}/u.test(word))) return null
  if (determiners.has((words[0] ?? '').toLowerCase())) return null
  const names = words
    .map((word) => fold(word).text.replace(/'s?$/, '').replaceAll('.', ''))
    .filter((word) => !titles.has(word) && !/^(?:jr|sr|ii|iii|iv)$/.test(word))
  return names.length > 0 ? names : null
}

export const isNamed = (speaker: Speaker | null): speaker is Speaker => namesOf(speaker) !== null

/** Both are named, and not by the same name. A description ("the mayor") is nobody else. */
export function isAnotherSpeaker(a: Speaker | null, b: Speaker | null): boolean {
  const [x, y] = [namesOf(a), namesOf(b)]
  if (!x || !y) return false
  if (x.length === 1 || y.length === 1) return !x.some((name) => y.includes(name))
  return x.at(-1) !== y.at(-1)
}

/** With more names than this nobody agrees. */
const maxNames = 40

/** The fullest name of a speaker all articles agree on; null where they do not, or none says. */
export function speakerOfAll(speakers: readonly (Speaker | null)[]): string | null {
  const byName = new Map(
    speakers.flatMap((speaker) => (speaker ? [[speaker.name, speaker] as const] : [])),
  )
  if (byName.size > maxNames) return null
  const named = [...byName.values()]
  if (named.some((x, at) => named.slice(at + 1).some((y) => isAnotherSpeaker(x, y)))) return null
  const [best] = [...named].sort(
    (x, y) =>
      (namesOf(y)?.length ?? 0) - (namesOf(x)?.length ?? 0) ||
      y.name.length - x.name.length ||
      (x.name < y.name ? -1 : 1),
  )
  return best?.name ?? null
}
