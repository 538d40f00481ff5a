// Texts from a seed: the same in every run, with the repetitions that real texts have.

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const common =
  'the of to and a in that is was for on with as it by at from be this have or are not but an had they which one were her his all there when who will more no if out so said what up its about than into them can only other new some could time these two may then do first any my now such like our over man me even most made after also did many before must through back years where much your way well down should because each just those people how too little state good very make world still own see men work long get here between both life being under never day same another know while last might us great old year off come since against go came right used take three'.split(
    ' ',
  )
const syllables = 'ka ren to mi sol ba ver dun ti os la per mon gri ne stal hu fo dra wen'.split(
  ' ',
)

/** A word: mostly a common one, else one of some thousand rare ones. */
export function word(next) {
  // Common words follow a law of their own: the first of them are by far the most frequent.
  if (next() < 0.6) return common[Math.floor(common.length * next() ** 2)]
  const length = 2 + Math.floor(next() * 3)
  return Array.from({ length }, () => syllables[Math.floor(next() * syllables.length)]).join('')
}

/** Paragraphs of 30 to 90 words, in sentences, up to so many words. */
export function paragraphs(words, seed) {
  const next = random(seed)
  const made = []
  for (let left = words; left > 0; ) {
    const length = Math.min(left, 30 + Math.floor(next() * 60))
    const parts = []
    let begins = true
    for (let at = 0; at < length; at++) {
      let each = word(next)
      if (begins) each = each[0].toUpperCase() + each.slice(1)
      begins = next() < 0.07 || at === length - 1
      parts.push(begins ? `${each}.` : next() < 0.08 ? `${each},` : each)
    }
    made.push(parts.join(' '))
    left -= length
  }
  return made
}

/** An article as the painter and the reading room take it: one block a paragraph. */
export function article(words, seed) {
  const all = paragraphs(words, seed)
  let text = ''
  const blocks = all.map((paragraph, at) => {
    const start = text.length
    text += paragraph + (at < all.length - 1 ? '\n\n' : '')
    return { kind: 'paragraph', start, end: text.length }
  })
  return { text, blocks, spans: [] }
}

const colors = ['yellow', 'red', 'green', 'blue', 'purple', 'magenta', 'orange', 'grey']

/** Annotations all over a text, of 3 to 20 words, about a third of them overlapping another. */
export function annotations(text, count, seed) {
  const next = random(seed)
  const made = []
  for (let at = 0; made.length < count; at++) {
    const before = made.at(-1)
    const overlaps = before && next() < 0.3
    let start = overlaps
      ? before.start + Math.floor((before.end - before.start) * next())
      : Math.floor(next() * (text.length - 200))
    start = text.indexOf(' ', start) + 1
    const end = text.indexOf(' ', start + 15 + Math.floor(next() * 100))
    if (start <= 0 || end < 0) continue
    made.push({ id: `a${at}`, start, end, color: colors[at % colors.length], tags: [], note: '' })
  }
  return made
}
