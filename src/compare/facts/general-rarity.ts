// The table of how many articles have a word, as it is shipped.
import { type Rarity, rarityFrom } from './rarity.ts'
import { articlesCounted, stemCounts } from './weights.ts'

let rarity: Rarity | undefined

/** How rare a stem is in news in general; one that is not in the table is as rare as can be. */
export function generalRarity(): Rarity {
  rarity ??= rarityFrom(readCounts(stemCounts), articlesCounted)
  return rarity
}

/** @param table `2:stem stem …;3:stem …` */
function readCounts(table: string): Map<string, number> {
  return new Map(
    table.split(';').flatMap((group) => {
      const [count = '', stems = ''] = group.split(':')
      return stems.split(' ').map((stem) => [stem, Number(count)] as const)
    }),
  )
}
