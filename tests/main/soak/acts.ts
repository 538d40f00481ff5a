// What a reader does at random. Each act says what it is about to touch, and what was acknowledged.
import type { Machine } from './machine.ts'
import { deleted, type Place, type Promises, placeOf, said, wrote } from './promises.ts'
import type { Random } from './random.ts'

export interface Acting {
  readonly random: Random
  readonly promises: Promises
  /** Places that the other window is at: two readers seldom write in one box. */
  readonly taken: Set<string>
  words(): string
}

type Act = (machine: Machine, acting: Acting) => Promise<void>

const articlesOf = ({ library }: Machine): string[] => library.articles().map(({ id }) => id)

const create: Act = async ({ library, name }, { random, promises, words }) => {
  const article = random.pick(library.articles().map(({ id }) => id)) ?? ''
  const note = words()
  const start = random.int(60)
  const made = await library.create({
    article,
    start,
    end: start + 20,
    color: 'yellow',
    tags: [],
    note,
  })
  if (!made.ok) throw new Error(made.error.message)
  wrote(promises, placeOf(made.value.annotation.id, 'note'), { words: note, machine: name }, '')
}

const createSeveral: Act = async (machine, { random, promises, words }) => {
  const articles = articlesOf(machine).slice(0, 2 + random.int(3))
  const group = `group ${words()}`
  promises.groups.set(group, { size: articles.length, machine: machine.name })
  const made = await machine.library.createMany(
    articles.map((article) => ({
      article,
      start: 0,
      end: 12,
      color: 'green' as const,
      tags: [],
      note: group,
    })),
  )
  if (!made.ok) throw new Error(made.error.message)
}

/** A highlight that is nobody's at the moment, and is none of a group. */
function free({ library }: Machine, { random, taken }: Acting) {
  const all = library
    .articles()
    .flatMap(({ id }) => library.annotations(id).map((annotation) => ({ article: id, annotation })))
  return random.pick(
    all.filter(({ annotation: { id, note } }) => !taken.has(id) && !note.startsWith('group')),
  )
}

async function touching(
  acting: Acting,
  id: string,
  places: readonly Place[],
  work: () => Promise<void>,
): Promise<void> {
  acting.taken.add(id)
  for (const place of places) acting.promises.pending.add(place)
  await work()
  for (const place of places) acting.promises.pending.delete(place)
  acting.taken.delete(id)
}

const edit: Act = async (machine, acting) => {
  const found = free(machine, acting)
  if (!found) return
  const { article, annotation } = found
  const { id } = annotation
  const field = acting.random.chance(0.5) ? 'note' : 'tags'
  const place = placeOf(id, field)
  const now = acting.words()
  await touching(acting, id, [place], async () => {
    const before = field === 'note' ? annotation.note : String(annotation.tags)
    const patch = field === 'note' ? { note: now } : { tags: [now] }
    const done = await machine.library.update({ article, ids: [id], patch })
    if (!done.ok) throw new Error(done.error.message)
    wrote(acting.promises, place, { words: now, machine: machine.name }, before)
  })
}

const remove: Act = async (machine, acting) => {
  const found = free(machine, acting)
  if (!found) return
  const { article, annotation } = found
  const { id } = annotation
  await touching(acting, id, [placeOf(id, 'note'), placeOf(id, 'tags')], async () => {
    const done = await machine.library.remove({ article, ids: [id] })
    if (!done.ok) throw new Error(done.error.message)
    deleted(acting.promises, id)
  })
}

const story: Act = async (machine, { promises, words }) => {
  const name = `Story ${words()}`
  const articles = articlesOf(machine).slice(0, 2)
  const made = await machine.library.saveStory({ id: null, name, articles })
  if (!made.ok) throw new Error(made.error.message)
  promises.stories.set(name, machine.name)
}

/** Alone: what it touches is known only when it is done. */
export const stepBack: Act = async ({ library, name }, { random, promises }) => {
  const before = said(library)
  const stories = new Set(library.stories().map((each) => each.name))
  promises.anything = true
  const done = await (random.chance(0.7) ? library.undo() : library.redo())
  if (!done.ok) throw new Error(done.error.message)
  const after = said(library)
  for (const [place, [words = '']] of before) {
    const [now] = after.get(place) ?? []
    const [id = ''] = place.split(' ')
    if (now === undefined) deleted(promises, id)
    else if (now !== words) wrote(promises, place, { words: now, machine: name }, words)
  }
  for (const [place, [words = '']] of after)
    if (!before.has(place) && !words.startsWith('group'))
      wrote(promises, place, { words, machine: name }, '')
  const now = new Set(library.stories().map((each) => each.name))
  for (const each of stories) if (!now.has(each)) promises.stories.delete(each)
  for (const each of now) if (!stories.has(each)) promises.stories.set(each, name)
  promises.anything = false
}

const acts: readonly Act[] = [create, create, edit, edit, edit, remove, story, createSeveral]

export const actAtRandom: Act = async (machine, acting) =>
  acting.random.pick(acts)?.(machine, acting)
