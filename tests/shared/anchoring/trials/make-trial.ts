// Made-up texts full of passages that look alike, and what an editor does to them: some are deleted, alone or
// with what stands beside them, some change places, some are edited, others that look like them are put in. For
// each letter of the old text it is known what became of it.
import { type Language, languages } from './language-words.ts'
import { pick, type Random, upTo } from './random.ts'
import {
  apart,
  type Exchange,
  exchangeHarmlessly,
  exchangeMeaning,
  fill,
  type Unit,
  wordsAfter,
} from './units.ts'

/** Where a unit stands in a text. */
export interface Placed {
  readonly unit: Unit
  /** UTF-16 offsets, end exclusive. */
  readonly start: number
  readonly end: number
  readonly exchanges: readonly Exchange[]
}

export interface Trial {
  readonly old: string
  readonly text: string
  readonly before: readonly Placed[]
  readonly after: readonly Placed[]
  /** Ids of those that changed places. */
  readonly moved: ReadonlySet<number>
  /** Ids of those that were put in. */
  readonly added: ReadonlySet<number>
}

type Kind = 'prose' | 'list' | 'numbered' | 'rows' | 'spoken'

interface Block {
  readonly kind: Kind
  readonly units: readonly Unit[]
}

interface State {
  blocks: Block[]
  readonly exchanges: Map<number, readonly Exchange[]>
  readonly moved: Set<number>
  readonly added: Set<number>
  readonly old: readonly Unit[]
  nextId: number
}

/** A text of a few blocks, most of them of one or two frames each, and its edit. */
export function makeTrial(random: Random): Trial {
  const main = pick(random, languages)
  const known = new Set<string>()
  let id = 0
  const blocks = Array.from({ length: 2 + upTo(random, 3) }, (): Block => {
    const language = random() < 0.08 ? pick(random, languages) : main
    const kind = pick<Kind>(random, [
      'prose',
      'prose',
      'prose',
      'list',
      'numbered',
      'rows',
      'spoken',
    ])
    const units: Unit[] = []
    const frames = framesOf(random, language, kind)
    for (let tries = 0, most = 1 + upTo(random, 5); units.length < most && tries < 30; tries++) {
      const frame = kind === 'prose' && random() < 0.2 ? pick(random, language.plain) : frames()
      const unit = fill(random, language, frame, id)
      if (known.has(unit.words)) continue
      known.add(unit.words)
      units.push(unit)
      id++
    }
    return { kind, units }
  })
  const old = blocks.flatMap(({ units }) => units)
  const state: State = {
    blocks,
    exchanges: new Map(),
    moved: new Set(),
    added: new Set(),
    old,
    nextId: id,
  }
  for (let change = 0, most = 1 + upTo(random, 3); change < most; change++)
    pick(random, changes)(random, state)
  const between = pick(random, ['\n\n', '\n\n', '\n'])
  const one = render(blocks, new Map(), between)
  const other = render(state.blocks, state.exchanges, between)
  return {
    old: one.text,
    text: other.text,
    before: one.placed,
    after: other.placed,
    moved: state.moved,
    added: state.added,
  }
}

/** One or two frames for a block, and what may be in their slots. */
function framesOf(random: Random, language: Language, kind: Kind): () => string {
  const all =
    kind === 'prose' ? language.frames : kind === 'spoken' ? language.spoken : language.items
  const some = [pick(random, all), pick(random, all)]
  const marks = pick(random, [
    ['“', '”'],
    ['„', '“'],
    ['"', '"'],
    ['»', '«'],
  ])
  return () => {
    const frame = pick(random, some)
    if (kind !== 'spoken') return frame
    return `${marks[0]}${frame}${marks[1]}, ${pick(random, language.speakers)}.`
  }
}

function render(
  blocks: readonly Block[],
  exchanges: ReadonlyMap<number, readonly Exchange[]>,
  between: string,
): { readonly text: string; readonly placed: readonly Placed[] } {
  let text = ''
  const placed: Placed[] = []
  for (const { kind, units } of blocks) {
    if (units.length === 0) continue
    if (text !== '') text += between
    for (const [i, unit] of units.entries()) {
      if (i > 0) text += kind === 'prose' || kind === 'spoken' ? ' ' : '\n'
      if (kind === 'list') text += '- '
      if (kind === 'numbered') text += `${i + 1}. `
      const own = exchanges.get(unit.id) ?? []
      const start = text.length
      text += wordsAfter(unit, own)
      placed.push({ unit, start, end: text.length, exchanges: own })
    }
  }
  return { text, placed }
}

type Change = (random: Random, state: State) => void

const hasSentences = (kind: Kind): boolean => kind === 'prose' || kind === 'spoken'

/** A block, and the place of a unit in it; of a sentence, or of what is none, as one that is there. */
function somewhere(
  random: Random,
  { blocks }: State,
  like?: readonly [block: number, at: number] | null,
): readonly [block: number, at: number] | null {
  const wanted = like ? blocks[like[0]] : undefined
  const full = blocks.flatMap(({ units, kind }, block) =>
    wanted && hasSentences(kind) !== hasSentences(wanted.kind)
      ? []
      : units.map((_, at) => [block, at] as const),
  )
  return full.length === 0 ? null : pick(random, full)
}

const setUnits = (state: State, block: number, units: readonly Unit[]): void => {
  const known = state.blocks[block]
  if (known) state.blocks = state.blocks.with(block, { ...known, units })
}
const unitsOf = (state: State, block: number): readonly Unit[] => state.blocks[block]?.units ?? []

const remove: Change = (random, state) => {
  const found = somewhere(random, state)
  if (!found) return
  const [block, at] = found
  setUnits(state, block, unitsOf(state, block).toSpliced(at, 1 + upTo(random, 1)))
}

const removeBlock: Change = (random, state) => {
  setUnits(state, upTo(random, state.blocks.length - 1), [])
}

const swap: Change = (random, state) => {
  const one = somewhere(random, state)
  const other = somewhere(random, state, one)
  if (!one || !other) return
  const a = unitsOf(state, one[0])[one[1]]
  const b = unitsOf(state, other[0])[other[1]]
  if (!a || !b || a === b) return
  setUnits(state, one[0], unitsOf(state, one[0]).with(one[1], b))
  setUnits(state, other[0], unitsOf(state, other[0]).with(other[1], a))
  state.moved.add(a.id).add(b.id)
}

const swapBlocks: Change = (random, state) => {
  const [one, other] = [
    upTo(random, state.blocks.length - 1),
    upTo(random, state.blocks.length - 1),
  ]
  const [a, b] = [state.blocks[one], state.blocks[other]]
  if (!a || !b || a === b) return
  state.blocks = state.blocks.with(one, b).with(other, a)
  for (const { units } of [a, b]) for (const { id } of units) state.moved.add(id)
}

const edit: Change = (random, state) => {
  const found = somewhere(random, state)
  const unit = found && unitsOf(state, found[0])[found[1]]
  if (!unit || state.exchanges.has(unit.id) || state.added.has(unit.id)) return
  const exchanges = exchangeMeaning(random, unit)
  if (isOwn(state, unit, wordsAfter(unit, exchanges), exchanges.length))
    state.exchanges.set(unit.id, exchanges)
}

const reword: Change = (random, state) => {
  const found = somewhere(random, state)
  const unit = found && unitsOf(state, found[0])[found[1]]
  if (!unit || state.exchanges.has(unit.id) || state.added.has(unit.id)) return
  state.exchanges.set(unit.id, exchangeHarmlessly(random, unit))
}

const putIn: Change = (random, state) => {
  const like = somewhere(random, state)
  const found = somewhere(random, state, like)
  const model = like && unitsOf(state, like[0])[like[1]]
  if (!model || !found) return
  const unit = fill(random, model.language, model.frame, state.nextId)
  if (!isOwn(state, unit, unit.words, 0)) return
  state.nextId++
  state.added.add(unit.id)
  setUnits(state, found[0], unitsOf(state, found[0]).toSpliced(found[1] + upTo(random, 1), 0, unit))
}

const changes: readonly Change[] = [
  remove,
  remove,
  remove,
  removeBlock,
  swap,
  swapBlocks,
  edit,
  edit,
  reword,
  reword,
  putIn,
]

/** Whether no other was, or is, nearer to these words than what they are made of: nobody could tell. */
function isOwn(state: State, unit: Unit, words: string, distance: number): boolean {
  const all = [...state.old, ...state.blocks.flatMap(({ units }) => units)]
  return all.every((other) => {
    if (other.id === unit.id) return true
    const exchanges = state.exchanges.get(other.id) ?? []
    const now = { ...other, words: wordsAfter(other, exchanges) }
    const far = Math.max(1, distance)
    return (
      apart(unit, words, other) >= Math.max(far, exchanges.length) &&
      apart(unit, words, now) >= far &&
      apart(unit, unit.words, now) >= far
    )
  })
}
