// Random acts of two windows on one machine, and of a second machine that syncs the folder. Whatever
// comes between, and wherever the process dies: what was acknowledged is there, article files are
// untouched, and both machines end equal.
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Acting, actAtRandom, stepBack } from './acts.ts'
import { type Machine, type Synced, snapshot, start, sync } from './machine.ts'
import { broken, copyOf, noPromises, type Promises } from './promises.ts'
import { randomFrom } from './random.ts'
import { listenToWrites } from './shim.ts'

export interface Soak {
  readonly seed: number
  /** An empty folder to work in. */
  readonly folder: string
  /** Article files, by name. */
  readonly articles: Readonly<Record<string, string>>
  readonly acts: number
  /** Deaths to be looked at, at most. */
  readonly deaths: number
  /** The share of moments between two writes at which the process dies. */
  readonly share: number
}

export interface Outcome {
  readonly acts: number
  readonly deaths: number
  readonly acknowledged: number
  /** What was not as promised; empty when all is well. */
  readonly broken: readonly string[]
}

interface Death {
  readonly folder: string
  readonly machine: Machine
  readonly promises: Promises
  readonly at: string
}

export async function soak(options: Soak, copy: (to: string) => void): Promise<Outcome> {
  const random = randomFrom(options.seed)
  const promises = noPromises()
  const lost: string[] = []
  let count = 0
  let acts = 0
  let died = 0
  const skews: Readonly<Record<string, number>> = { here: 0, there: 3_600_000 }
  const begin = (name: string, folder: string): Promise<Machine> =>
    start(name, folder, skews[name] ?? 0)
  for (const name of ['here', 'there']) copy(join(options.folder, name))
  const here = await begin('here', join(options.folder, 'here'))
  const there = await begin('there', join(options.folder, 'there'))
  const machines = [here, there]
  const synced: Synced = new Map()
  const deaths: Death[] = []
  let acting: Machine = here

  const stop = listenToWrites((at) => {
    if (died >= options.deaths || !random.chance(options.share)) return
    died++
    const folder = join(options.folder, `death-${died}`)
    snapshot(acting.folder, folder)
    deaths.push({ folder, machine: acting, promises: copyOf(promises), at })
  })

  /** What each death has left is opened as a start after it would. Now and then work goes on from there. */
  const look = async (goOn: boolean): Promise<void> => {
    for (const { folder, machine, promises: then, at } of deaths.splice(0)) {
      const found = await begin(machine.name, folder)
      for (const line of broken(then, found.library, machine.name))
        lost.push(`seed ${options.seed}, act ${acts}, ${at}: ${line}`)
      await found.library.close()
      if (goOn && then.pending.size === 0 && !then.anything && sameDue(then, promises)) {
        goOn = false
        await machine.library.close()
        machine.folder = folder
        machine.library = (await begin(machine.name, folder)).library
      } else rmSync(folder, { recursive: true, force: true })
    }
  }

  const window: Acting = {
    random,
    promises,
    taken: new Set(),
    words: () => `w${(++count).toString(36)}w`,
  }

  for (; acts < options.acts; acts++) {
    const machine = random.pick(machines) ?? here
    acting = machine
    if (random.chance(0.12)) await stepBack(machine, window)
    else await Promise.all([actAtRandom(machine, window), actAtRandom(machine, window)])
    if (random.chance(0.15)) {
      sync(here, there, synced, acts)
      for (const each of machines) {
        acting = each
        await each.library.refresh()
      }
    }
    if (random.chance(0.04)) {
      await machine.library.close()
      machine.library = (await begin(machine.name, machine.folder)).library
    }
    await look(random.chance(0.3))
  }
  stop()
  await syncToTheEnd(here, there, synced, options.acts)
  for (const each of machines) {
    lost.push(...broken(promises, each.library, null).map((line) => `${each.name}: ${line}`))
    lost.push(...changedFiles(each, options.articles))
  }
  lost.push(...differing(here, there))
  for (const each of machines) await each.library.close()
  return { acts, deaths: died, acknowledged: count, broken: lost }
}

/** As often as it takes until both machines have seen all that either has. */
async function syncToTheEnd(
  here: Machine,
  there: Machine,
  synced: Synced,
  acts: number,
): Promise<void> {
  for (let round = 0; round < 4; round++) {
    sync(here, there, synced, acts + round)
    for (const each of [here, there]) await each.library.refresh()
  }
}

const changedFiles = ({ folder }: Machine, articles: Soak['articles']): string[] =>
  Object.entries(articles).flatMap(([name, text]) =>
    readFileSync(join(folder, name), 'utf8') === text ? [] : [`${name} was changed`],
  )

const sameDue = (a: Promises, b: Promises): boolean =>
  JSON.stringify([...a.due]) === JSON.stringify([...b.due]) &&
  JSON.stringify([...a.stories]) === JSON.stringify([...b.stories])

/** The records that the machines do not have alike at the end. */
function differing(one: Machine, other: Machine): string[] {
  const stateOf = ({ library }: Machine): Map<string, string> => {
    const notes = library
      .articles()
      .flatMap(({ id }) => library.annotations(id).map((each) => [each.id, JSON.stringify(each)]))
    const stories = library.stories().map(({ id, name, articles }) => [id, `${name} ${articles}`])
    return new Map([...notes, ...stories].map(([id = '', text = '']) => [id, text]))
  }
  const [a, b] = [stateOf(one), stateOf(other)]
  return [...new Set([...a.keys(), ...b.keys()])].flatMap((id) =>
    a.get(id) === b.get(id) ? [] : [`not equal at the end: ${a.get(id)} and ${b.get(id)}`],
  )
}
