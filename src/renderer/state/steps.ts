// The places of two compared articles that belong together, as far as they were asked for.
import { create } from 'zustand'
import type { ComparisonPatch } from '../../shared/comparison/patch.ts'
import type { WeightedStep } from '../../shared/comparison/step-chain.ts'
import { type ComparisonView, patchSteps } from '../../shared/comparison/view.ts'
import { useCompare } from './compare.ts'

interface Entry {
  readonly lead: number
  readonly follow: number
  readonly steps: readonly WeightedStep[]
}

interface StepsState {
  /** Id of the comparison that they are of. */
  readonly comparison: string | null
  readonly lists: ReadonlyMap<string, Entry>
}

export const useSteps = create<StepsState>()(() => ({ comparison: null, lists: new Map() }))

const keyOf = (lead: number, follow: number): string => `${lead} ${follow}`

/** Null where they have not been asked for yet. */
export function knownSteps(lead: number, follow: number): readonly WeightedStep[] | null {
  const { comparison, lists } = useSteps.getState()
  if (comparison === null || comparison !== useCompare.getState().comparison?.id) return null
  return lists.get(keyOf(lead, follow))?.steps ?? null
}

/** @param comparison id of the one that they are of; of another than is shown they are dropped */
export function keepSteps(comparison: string, entry: Entry): void {
  if (comparison !== useCompare.getState().comparison?.id) return
  const before = useSteps.getState()
  const lists = new Map(before.comparison === comparison ? before.lists : [])
  lists.set(keyOf(entry.lead, entry.follow), entry)
  useSteps.setState({ comparison, lists })
}

/** Takes in what a verdict changed. */
export function changeSteps(view: ComparisonView, patch: ComparisonPatch): void {
  const before = useSteps.getState()
  if (before.comparison !== view.id) return
  const lists = new Map<string, Entry>()
  for (const [key, entry] of before.lists) {
    const steps = patchSteps(view, entry.steps, [entry.lead, entry.follow], patch)
    lists.set(key, steps === entry.steps ? entry : { ...entry, steps })
  }
  useSteps.setState({ lists })
}
