// The searches that are kept in a library, as the command line names them.
import { KeptSearch, keptSearchKind } from '../../../shared/kinds/kept-search.ts'
import { demand, WrongUsage } from './output.ts'
import type { Call } from './with-library.ts'

const inWords = new Intl.Collator('en', { numeric: true })

/** As the library has them. */
export async function keptOf(call: Call): Promise<readonly KeptSearch[]> {
  const found = demand(await call('records-get', { kind: keptSearchKind.name, keys: null }))
  return found.records.map(({ record }) => KeptSearch.parse(record))
}

/** By name. */
export const keptIn = (searches: readonly KeptSearch[]): readonly KeptSearch[] =>
  searches.toSorted((a, b) => inWords.compare(a.name, b.name))

/** Throws `WrongUsage` for a name that no kept search has, or several have. */
export function queryOf(searches: readonly KeptSearch[], name: string): string {
  const found = searches.filter((each) => each.name === name)
  const [search] = found
  if (!search) throw new WrongUsage(`no search is kept under “${name}”; see --list-kept`)
  if (found.length > 1)
    throw new WrongUsage(`${found.length} searches are kept under “${name}”; rename one of them`)
  return search.query
}
