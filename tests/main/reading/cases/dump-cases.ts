// Whole pages as a scraper without a parser leaves them: every line of the page, one under another. Each
// line says what a reader would: `-` the page's, ` ` the story's, `t` the headline, `b` author or date.
// Places, people and outlets are invented.
import { a, b, c, type DumpCase, menu, page, story, teasers, title } from './harbour.ts'

const de = [
  'Der Hafenrat von Quayside hat den Ostpier gesperrt, nachdem Taucher festgestellt hatten, dass ein Drittel der Eichenpfähle verfault ist.',
  '„Wir hatten keine Wahl“, sagte die Hafenmeisterin Ada Holm, die seit vier Jahren eine Untersuchung der Pfähle gefordert hatte.',
  'Eine erste Schätzung nennt zwei Millionen Kronen für die Reparatur; die Stadt hat davon erst ein Zehntel zurückgelegt.',
].map((line) => ` ${line}`)
const es = [
  'La junta del puerto de Quayside ha cerrado el muelle este después de que los buzos hallaran podrido un tercio de sus pilotes de roble.',
  '«No teníamos elección», dijo Ada Holm, capitana del puerto, que había pedido una inspección de los pilotes en cada uno de los últimos años.',
  'Un primer cálculo estima la reparación en dos millones de coronas, de los que la ciudad solo ha reservado una décima parte.',
].map((line) => ` ${line}`)
export const dumpCases: readonly DumpCase[] = [
  {
    name: 'a menu above and a foot below',
    lines: [
      ...menu,
      title,
      'bBy Jon Vik',
      'b4 March 2024',
      ...story,
      '-Share on Facebook',
      ...teasers,
    ],
  },
  {
    name: 'a menu and neither author nor date',
    lines: [...menu, ...teasers, title, ...story, '-12 Comments', ...teasers],
  },
  {
    name: 'headlines of other stories above its own',
    lines: [...menu, ...teasers, '-Orchards die below the new dam', title, 'bBy Jon Vik', ...story],
  },
  {
    name: 'the menu again in the foot',
    lines: [...menu, title, ...story, ...menu],
  },
  {
    name: 'buttons between headline and story',
    lines: [
      ...[title, '-Email this to a friend', '-Print', '-Share', '-Save', '-3 Comments'],
      ...story,
    ],
  },
  {
    name: 'comments with their ages',
    lines: [
      ...[title, ...story, '-2 Comments', '-tidewatcher', '-3 hours ago', '-About time.', '-Reply'],
      ...['-old_salt', '-2 hours ago', '-They were told.', '-Reply'],
    ],
  },
  {
    name: 'rows of links',
    lines: [
      ...['-Home | Harbour | Council | Sport', title, ...story],
      '-About us | Contact | Terms of use | Privacy',
    ],
  },
  {
    name: 'a German menu',
    lines: [
      ...page('Hafen, Rathaus, Kultur, Sport, Wetter, Leserbriefe, Kleinanzeigen'),
      ...['tHafenrat sperrt Ostpier wegen verfaulter Eichenpfähle', ...de],
      ...page('Teilen, Drucken, Kultur, Sport, Wetter'),
    ],
  },
  {
    name: 'a Spanish menu',
    lines: [
      ...page('Puerto, Ayuntamiento, Cultura, Deportes, Mareas, Cartas, Esquelas'),
      ...['tLa junta del puerto cierra el muelle este por pilotes podridos', ...es],
      ...page('Compartir, Imprimir, Cultura, Deportes, Mareas'),
    ],
  },
  {
    name: 'buttons in the middle of the story',
    lines: [title, ` ${a}`, '-Share', '-Tweet', '-Email', ` ${b}`, ` ${c}`],
  },
  {
    name: 'requests to its readers between passages',
    lines: [
      ...[title, ` ${a}`, '-Follow us on Twitter for more from the harbour.', ` ${b}`],
      ...[
        '-Please join our community on Facebook: @quaysidetides',
        '-[Read more about it here: Oak in salt]',
      ],
      ` ${c}`,
    ],
  },
  {
    name: 'a count of pictures over the story',
    lines: ['-4', ` ${a}`, '-Advertisement', ` ${b}`, ` ${c}`],
  },
]

/** Texts that have scraps of their own, all of which are the story's. */
export const scrapCases: readonly DumpCase[] = [
  {
    name: 'a table between its passages',
    lines: [
      ...[
        title,
        ` ${a}`,
        ' Pier',
        ' Piles',
        ' Rotten',
        ' East',
        ' 120',
        ' 41',
        ' West',
        ' 96',
        ' 7',
      ],
      ...[` ${b}`, ' North', ' 80', ' 3', ` ${c}`],
    ],
  },
  {
    name: 'places and days at its end',
    lines: [
      title,
      ...story,
      ' THURSDAY 7 MARCH',
      ' TOWN HALL, QUAYSIDE',
      ' FRIDAY 8 MARCH',
      ' ISTER',
    ],
  },
  {
    name: 'rows of measures at its beginning',
    lines: [
      ...[' QUAYSIDE EAST 51.88', ' ISTER BRIDGE 49.40', ' LINDAU 49.23', ' SKERRY LIGHT 49.20'],
      ...[' SALT ROW 47.35', ' NORTH WEIR 46.70', ' OLD MILL 45.74', ...story],
    ],
  },
  {
    name: 'a poem in it',
    lines: [
      ...[
        title,
        ` ${a}`,
        ' The tide goes out',
        ' and leaves the oak',
        ' as black as bread',
        ' that no one broke',
      ],
      ...[` ${b}`, ` ${c}`],
    ],
  },
  {
    name: 'headings over short sections',
    lines: [
      title,
      ' Why it was closed',
      ` ${a}`,
      ' What was said',
      ` ${b}`,
      ' What it costs',
      ` ${c}`,
    ],
  },
  {
    name: 'sentences that ask, and speech',
    lines: [
      ...[
        title,
        ` ${a}`,
        ' “Follow us on Twitter,” the board tells those who ask it for the tides.',
        ` ${b}`,
      ],
      ...[' Download the tables from the office, and read them at low water.', ` ${c}`],
    ],
  },
  {
    name: 'a listing at its beginning',
    lines: [
      ...[
        't# Opening a sluice',
        ' ```',
        ' gate.open();',
        ' gate.wait(40);',
        ' gate.close();',
        ' ```',
      ],
      ...[' Java', ' PHP', ...story],
    ],
  },
]
