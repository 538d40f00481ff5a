// The searches that are kept in a library, as the command line names them.
import { type KeptSearch, keptSearchKind } from '../../../shared/kinds/kept-search.ts'
import type { Library } from '../../library.ts'
import { WrongUsage } from './output.ts'

const inWords = new Intl.Collator('en', { numeric: true })

/** By name. */
export const keptIn = (library: Pick<Library, 'ledger'>): readonly KeptSearch[] =>
  library.ledger.all(keptSearchKind).toSorted((a, b) => inWords.compare(a.name, b.name))

/** Throws `WrongUsage` for a name that no kept search has, or several have. */
export function queryOf(library: Pick<Library, 'ledger'>, name: string): string {
  const found = keptIn(library).filter((each) => each.name === name)
  const [search] = found
  if (!search) throw new WrongUsage(`no search is kept under “${name}”; see --list-kept`)
  if (found.length > 1)
    throw new WrongUsage(`${found.length} searches are kept under “${name}”; rename one of them`)
  return search.query
}
