// Tables of a story, whose cells a scraper left one under another: no menu, wherever they stand. Places,
// people and figures are invented.
import { a, b, c, type DumpCase, menu, own, page, story, teasers, title } from './harbour.ts'

const league = own(
  'Club | Played | Won | Points | Quayside Rowers | 14 | 11 | 33 | Millers | 14 | 9 | 28 | Ister Bridge | 14 | 7 | 22 | Salt Row | 14 | 4 | 13 | North Weir | 14 | 1 | 5',
)
const gaps = own(
  'Ward | 2019 | 2023 | Change | East | 412 | 388 | -24 | Weir | 96 | Harbour | 1,204 | 1,310 | +106 | Mill | 77 | 81 | Salt Row | 340 | 298 | -42 | Skerry | 58',
)
const prices = own(
  'Oats | 171.00 | Barley | 160.50 | Rye | 149.25 | Wheat | 188.00 | Peas | 140.75 | Beans | 133.10',
)
const facts = own(
  'Length | 412 m | Built | 1904 | Piles | 216 | Material | Oak | Owner | Harbour board | Closed | 3 March',
)
const fixtures = own(
  'Saturday | 14:30 | Rowers v. Millers | Sunday | 11:00 | Salt Row v. Ister Bridge | Monday | 19:45 | North Weir v. Skerry | Tuesday | 19:45 | Rowers v. Salt Row | Friday | 20:00 | Millers v. Skerry',
)
const foot = page('Share on Facebook, About us, Contact, Terms of use, Privacy policy')
const long = own(
  Array.from(
    { length: 40 },
    (_, i) => `Boat ${'ABCDEFGH'[i % 8]}${i} | ${200 - i} | ${i % 7}`,
  ).join(' | '),
)

export const tableCases: readonly DumpCase[] = [
  { name: 'a league under the headline', lines: [...menu, title, ...league, ...story, ...foot] },
  {
    name: 'a league under author and date',
    lines: [...menu, title, 'bBy Jon Vik', 'b4 March 2024', ...league, ...story, ...foot],
  },
  {
    name: 'a league between the passages',
    lines: [...menu, title, ` ${a}`, ...league, ` ${b}`, ` ${c}`, ...foot],
  },
  {
    name: 'a long list of results after one passage',
    lines: [...menu, title, ` ${a}`, ...long, ` ${b}`, ` ${c}`, ...foot],
  },
  {
    name: 'a long list of results under the headline',
    lines: [...menu, ...teasers, title, ...long, ...story, ...foot],
  },
  {
    name: 'a list with empty cells',
    lines: [...menu, title, ` ${a}`, ...gaps, ` ${b}`, ` ${c}`, ...foot],
  },
  {
    name: 'a list with empty cells under the headline',
    lines: [...menu, title, ...gaps, ...story, ...foot],
  },
  { name: 'prices under the headline', lines: [...menu, title, ...prices, ...story, ...foot] },
  { name: 'prices after the last passage', lines: [...menu, title, ...story, ...prices, ...foot] },
  { name: 'facts under the headline', lines: [...menu, title, ...facts, ...story, ...foot] },
  {
    name: 'facts between the passages',
    lines: [...menu, title, ` ${a}`, ...facts, ` ${b}`, ` ${c}`, ...foot],
  },
  {
    name: 'fixtures after the last passage',
    lines: [...menu, title, ...story, ...fixtures, ...foot],
  },
  {
    name: 'a league after the last passage',
    lines: [...menu, title, ...story, ...league, ...foot, ...menu],
  },
  {
    name: 'a league between buttons',
    lines: [
      ...menu,
      title,
      ` ${a}`,
      '-Share',
      '-Tweet',
      ...league,
      '-Share',
      '-Tweet',
      ` ${b}`,
      ` ${c}`,
      ...foot,
    ],
  },
  {
    name: 'a list with empty cells over the story, without a headline,',
    lines: [
      ...[...menu, '-Subscribe', ...menu, ' The vote in the wards of Quayside'],
      ...[...gaps, ...story, ...foot],
    ],
  },
  {
    name: 'prices over the story, without a headline,',
    lines: [...menu, '-Subscribe', ...menu, ' Grain', ' A sack', ...prices, ...story, ...foot],
  },
]
