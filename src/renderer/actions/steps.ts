// The places of two articles that stand side by side while they scroll in step, asked of the core once
// for each two articles of a comparison.
import { useCompare } from '../state/compare.ts'
import { keepSteps } from '../state/steps.ts'
import { askSection } from './ask-section.ts'

/** What is being asked for, by comparison and articles. */
const asked = new Set<string>()

/** They are in the state when they are there. @param lead index of the leading article */
export async function askSteps(lead: number, follow: number): Promise<void> {
  const { comparison } = useCompare.getState()
  if (!comparison) return
  const { id } = comparison
  const key = `${id} ${lead} ${follow}`
  if (asked.has(key)) return
  asked.add(key)
  const pages = await askSection(id, 'steps', (from) => ({ section: 'steps', lead, follow, from }))
  asked.delete(key)
  if (!pages) return
  const steps = pages.flatMap(({ leads, follows, weights }) =>
    leads.map((each, at) => ({ lead: each, follow: follows[at] ?? 0, weight: weights[at] ?? 0 })),
  )
  keepSteps(id, { lead, follow, steps })
}
