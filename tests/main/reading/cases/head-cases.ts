// Heads of scraped pages in which something else looks more like a headline, and labels inside a story that
// elsewhere begin a page's foot. Places, people and outlets are invented.
import { a, b, c, type DumpCase, menu, own, page, story, teasers, title } from './harbour.ts'

const foot = page('Share on Facebook, About us, Contact, Terms of use, Privacy policy')
const by = ['bBy Jon Vik', 'b4 March 2024']

export const headCases: readonly DumpCase[] = [
  {
    name: 'a banner of the site above its headline',
    lines: [' Welcome to the Quayside Evening Bell', ' Learn more', title, ...story],
  },
  {
    name: 'a banner and author and date',
    lines: [' Try the new edition for smaller screens', ' Learn more', title, ...by, ...story],
  },
  {
    name: 'a caption with its photographer below author and date',
    lines: [
      title,
      ...by,
      ' Piles of the pier at low water',
      'bPia Lund, Associated Press',
      ...story,
    ],
  },
  {
    name: 'a caption with its photographer below a menu',
    lines: [
      ...[...menu, title, ...by, ' Divers of the harbour board', 'bPia Lund, Associated Press'],
      ...[...story, ...foot],
    ],
  },
  {
    name: 'a caption that ends in its credit, over the story',
    lines: [
      ...[...menu, title, ...by],
      ' The pier in March, with the boats of the divers.Credit...Pia Lund for The Evening Bell',
      ...[...story, ...foot],
    ],
  },
  {
    name: 'a caption with a credit after a stroke',
    lines: [
      title,
      ...by,
      ' The harbour board’s divers at the east pier | Credit: Pia Lund',
      ...story,
    ],
  },
  {
    name: 'the words of somebody under its headline',
    lines: [
      ...[...menu, title],
      ' “We had no choice,” harbour master Ada Holm said of the oak piles on Monday',
      ...[...by, ...story, ...foot],
    ],
  },
  {
    name: 'the words of somebody under its headline, without a menu',
    lines: [title, ' “We had no choice,” harbour master Ada Holm said on Monday', ...by, ...story],
  },
  {
    name: 'teasers between author and story',
    lines: [
      ...[...menu, title, ...by, '-Share on Facebook'],
      ...[' Rowers win the lantern cup', ' Library to stay open on Sundays', ...story, ...foot],
    ],
  },
  {
    name: 'teasers of the like that stand again below',
    lines: [
      ...[
        ...menu,
        title,
        ...by,
        ' Orchards die below the pier of oak piles and the divers of the board',
      ],
      ...[...story, '-Share on Facebook', ...teasers],
      '-Orchards die below the pier of oak piles and the divers of the board',
    ],
  },
  {
    name: 'the words of somebody between headline and author, below a menu',
    lines: [
      ...[
        ...menu,
        ...teasers,
        title,
        ' “We had no choice,” Ada Holm, the harbour master, said of the oak piles',
      ],
      ...[...by, ...story, ...foot],
    ],
  },
  {
    name: 'a headline that plays with words, and what it means under it',
    lines: [
      'tUp the creek without a pile',
      ' Harbour board closes east pier after divers find that its oak piles rot',
      ...[...by, ...story],
    ],
  },
]

const told =
  '“They were told every year, and every year they had no money for it,” said a fisherman who asked that his name be left out of this.'

export const labelCases: readonly DumpCase[] = [
  {
    name: 'a button for comments before the last passage',
    lines: [title, ...by, ...story, '-Comments', ` ${told}`, '-Comments', '-About us', '-Contact'],
  },
  {
    name: 'a button for comments in the middle',
    lines: [
      title,
      ...by,
      ` ${a}`,
      '-Comments',
      ` ${b}`,
      ` ${c}`,
      '-Comments',
      '-Reply',
      '-Contact',
    ],
  },
  {
    name: 'a German button for comments before the last passage',
    lines: [title, ...by, ...story, '-Kommentare', ` ${told}`, '-Kommentare', '-Impressum'],
  },
  {
    name: 'a French button for comments before the last passage',
    lines: [title, ...by, ...story, '-Commentaires', ` ${told}`, '-Commentaires', '-Contact'],
  },
  {
    name: 'its headline over each of its pictures',
    lines: [
      ...[...menu, title, ...by, ` ${a}`, `-${title.slice(1)}`, ` ${b}`, `-${title.slice(1)}`],
      ...own('See you at low water! | Where: the east pier | When: at noon | Bring boots'),
      ...foot,
    ],
  },
  {
    name: 'its headline over its last lines',
    lines: [
      ...[title, ...by, ...story, `-${title.slice(1)}`],
      ...own('Harbour board: at noon | Council: at eight | Divers: Salt Row | Price: nothing'),
    ],
  },
  {
    name: 'nothing between its headline again and its source',
    lines: [
      ...[title, ...by, ...story, `-${title.slice(1)}`, '-Salt, oak and tides for every day'],
      '-Source: https://example.org/harbour/9182',
    ],
  },
  {
    name: 'times and durations in it',
    lines: [
      title,
      ...by,
      ` ${a}`,
      ...own('412 m | 20 minutes | 3 days | 2 hours | 5 d'),
      ` ${b}`,
      ` ${c}`,
    ],
  },
  {
    name: 'names under its headline',
    lines: [...menu, title, ...own('Ada Holm | Jon Vik | Pia Lund | Ole Marsh'), ...story, ...foot],
  },
  {
    name: 'stages of a walk under its headline',
    lines: [
      ...menu,
      title,
      ...own('Quayside | Salt Row | Ister Bridge | Skerry'),
      ...story,
      ...foot,
    ],
  },
  {
    name: 'one line of code in the menu',
    lines: [
      ...menu,
      '-window.tides = {};',
      ...teasers,
      ...menu,
      '-Subscribe',
      title,
      ...story,
      ...foot,
    ],
  },
]
