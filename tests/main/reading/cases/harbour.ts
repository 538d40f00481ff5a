// What the cases of scraped pages are made of: a story of three passages, its headline, a menu and teasers.
// Places, people and outlets are invented.

export interface DumpCase {
  readonly name: string
  /** Each line with what it is: `-` the page's, ` ` the story's, `t` the headline, `b` author or date. */
  readonly lines: readonly string[]
}

export const a =
  'The harbour board of Quayside has closed the east pier after divers found that a third of its oak piles had rotted below the tide line.'
export const b =
  '“We had no choice,” said Ada Holm, the harbour master, who had asked for a survey of the piles in each of the last four years.'
export const c =
  'A first estimate puts the repair at two million crowns, of which the town has set aside a tenth; the board meets again on Thursday.'
export const story = [a, b, c].map((line) => ` ${line}`)
export const title = 'tHarbour board closes east pier as oak piles rot'
/** Lines of a page from a list of them with commas. */
export const page = (text: string): string[] => text.split(', ').map((line) => `-${line}`)

export const menu = page('Home, Harbour, Council, Sport, Tides, Letters, Archive, Notices')
export const teasers = page(
  'Rowers win the lantern cup for a third year, Library to stay open on Sundays from May, How the salt tax made a town',
)

/** Lines of the story from a list of them with strokes. */
export const own = (text: string): string[] => text.split(' | ').map((line) => ` ${line}`)
