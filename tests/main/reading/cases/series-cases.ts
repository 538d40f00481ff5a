// What is listed below a scraped story, and what a story lists itself. Places, people and outlets are invented.
import { a, b, c, type DumpCase, menu, own, story, teasers, title } from './harbour.ts'

const d =
  'The piles were driven in 1904, and nobody has seen most of them since, for the mud of the harbour covers them up to the beams.'
const long = [...story, ` ${d}`]
const by = ['bBy Jon Vik', 'b4 March 2024']
const said = [
  'It was high time that somebody looked at these piles, and I have said so for years to anybody who asked me.',
  'My grandfather drove some of them. He would have told you that oak rots where the water comes and goes.',
  'Close it for good, and build one of stone.',
]
const comments = (...ages: string[]): string[] =>
  ages.flatMap((age, i) => [
    `-${['tidewatcher', 'old_salt', 'Pia L.'][i % 3]}`,
    `-${age}`,
    `-${said[i % 3]}`,
  ])
const cards = (...days: string[]): string[] =>
  days.flatMap((day, i) => [`${teasers[i % 3]}`, `-${day}`, `-${said[(i + 1) % 3]}`])

export const seriesCases: readonly DumpCase[] = [
  {
    name: 'comments',
    lines: [title, ...by, ...long, ...comments('2 days ago', '1 day ago', '3 hours ago')],
  },
  {
    name: 'comments with the hour',
    lines: [
      ...[...menu, title, ...by, ...long, '-Top comments'],
      ...comments('2 days ago at 07:52 am', '2 days ago at 07:47 am', '1 day ago at 11:20 pm'),
    ],
  },
  {
    name: 'comments with their votes',
    lines: [
      ...[title, ...by, ...long],
      ...comments('5h', '4h', '2h').flatMap((line) =>
        line.length > 30 ? [line, '-Rating: 12'] : [line],
      ),
    ],
  },
  {
    name: 'German comments',
    lines: [title, ...by, ...long, ...comments('vor 2 Stunden', 'vor 3 Stunden', 'vor 4 Tagen')],
  },
  {
    name: 'French comments',
    lines: [
      title,
      ...by,
      ...long,
      ...comments('il y a 2 heures', 'il y a 3 heures', 'il y a 4 jours'),
    ],
  },
  {
    name: 'other articles with their first passages',
    lines: [
      ...[...menu, title, ...by, ...long, '-More from the harbour'],
      ...cards('5 March 2024', '5 March 2024', '4 March 2024'),
    ],
  },
  {
    name: 'other articles with authors and days',
    lines: [
      ...[title, ...by, ...long],
      ...['-Rowers win the lantern cup', '-Ole Marsh', '-5 March 2024', `-${said[0]}`],
      ...['-Library to stay open', '-Pia Lund', '-5 March 2024', `-${said[1]}`],
      ...['-How the salt tax made a town', '-Ole Marsh', '-3 March 2024', `-${said[2]}`],
    ],
  },
  {
    name: 'a box of other articles within the story',
    lines: [
      ...[title, ...by, ...long, '-Rowers win the lantern cup', '-5 March 2024'],
      ...[
        '-Library to stay open',
        '-5 March 2024',
        '-How the salt tax made a town',
        '-5 March 2024',
      ],
      ...[
        ` ${d.replace('1904', '1911')}`,
        ` ${b.replace('no choice', 'no money')}`,
        ` ${c.replace('two', 'six')}`,
      ],
    ],
  },
]

/** Days and hours that are the story's own. */
export const datedCases: readonly DumpCase[] = [
  {
    name: 'a diary',
    lines: [
      ...[title, ...by, ...long, ' The first day', ' 5 March 2024', ` ${said[0]}`],
      ...[
        ' The second day',
        ' 6 March 2024',
        ` ${said[1]}`,
        ' The last day',
        ' 7 March 2024',
        ` ${said[2]}`,
      ],
    ],
  },
  {
    name: 'a running report',
    lines: [
      ...[
        title,
        ' Divers go down',
        '-3 hours ago',
        ` ${a}`,
        ' The board meets',
        '-2 hours ago',
        ` ${b}`,
      ],
      ...[' What it costs', '-1 hour ago', ` ${c}`],
    ],
  },
  {
    name: 'events with their days',
    lines: [
      ...[title, ...by, ...long],
      ...own(
        'The pier is built | 3 May 1904 | It burns | 9 June 1931 | It is built again | 1 May 1933',
      ),
    ],
  },
  {
    name: 'two ages in it',
    lines: [
      title,
      ...by,
      ...long,
      ' The oldest pile',
      ' 120 years',
      ' The youngest',
      ' 4 years',
      ` ${said[0]}`,
    ],
  },
]
