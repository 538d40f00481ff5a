// Texts of our own in the manner of what is scraped, exported and copied from news pages, and what a
// careful reader would say of each. Places, people and outlets are invented.

export interface ScrapedCase {
  readonly name: string
  readonly text: string
  readonly title: string | null
  readonly subtitle?: string
  readonly byline?: string
  readonly source?: string
  readonly published?: string
  readonly language?: string
  /** Beginnings of the lines that are the page's own; every other line is the article's. */
  readonly furniture?: readonly string[]
}

const en = [
  'The town council of Northport voted on Tuesday to close the old bridge until the autumn, after engineers found cracks in two of its piers.',
  '“We had hoped for a smaller bill,” said the mayor, who has held the office for nine years and lives across the river from the town hall.',
  'Work is to begin in May. Lorries will be sent around by the motorway, which adds eleven miles to the way between the harbour and the market.',
] as const
const [a, b, c] = en
const story = en.join('\n\n')
const de = `Der Stadtrat von Nordhafen hat am Dienstag beschlossen, die alte Brücke bis zum Herbst zu schließen, weil zwei Pfeiler Risse haben.\n\n„Wir hatten auf eine kleinere Rechnung gehofft“, sagte die Bürgermeisterin, die seit neun Jahren im Amt ist und nicht weit von der Brücke wohnt.\n\nDie Arbeiten sollen im Mai beginnen. Lastwagen werden über die Autobahn geleitet, was den Weg zum Hafen um zwölf Kilometer verlängert.`
const fr = `Le conseil municipal de Port-Nord a décidé mardi de fermer le vieux pont jusqu’à l’automne, après la découverte de fissures dans deux de ses piles.\n\n« Nous avions espéré une facture moins lourde », a déclaré la maire, qui est en fonction depuis neuf ans et habite de l’autre côté de la rivière.\n\nLes travaux doivent commencer en mai. Les camions passeront par l’autoroute, ce qui allonge de douze kilomètres la route du port.`
const es = `El ayuntamiento de Puerto Norte decidió el martes cerrar el viejo puente hasta el otoño, después de que los ingenieros hallaran grietas en dos de los pilares.\n\n«Esperábamos una factura menor», dijo la alcaldesa, que lleva nueve años en el cargo y vive al otro lado del río, no muy lejos del puente.\n\nLas obras comenzarán en mayo. Los camiones irán por la autopista, lo que alarga en doce kilómetros el camino entre el puerto y el mercado.`
const pt = `A câmara municipal de Porto Norte decidiu na terça-feira fechar a velha ponte até ao outono, depois de os engenheiros terem encontrado fendas em dois dos pilares.\n\n“Esperávamos uma conta menor”, disse a presidente, que está no cargo há nove anos e não mora muito longe da ponte, do outro lado do rio.\n\nAs obras começam em maio. Os camiões vão pela autoestrada, o que aumenta em doze quilómetros o caminho entre o porto e o mercado.`
const it = `Il consiglio comunale di Porto Nord ha deciso martedì di chiudere il vecchio ponte fino all’autunno, dopo che gli ingegneri hanno trovato crepe in due dei piloni.\n\n«Speravamo in un conto meno alto», ha detto la sindaca, che è in carica da nove anni e abita dall’altra parte del fiume, non lontano dal ponte.\n\nI lavori cominceranno a maggio. I camion passeranno per l’autostrada, che allunga di dodici chilometri la strada tra il porto e il mercato.`
const nl = `De gemeenteraad van Noordhaven heeft dinsdag besloten om de oude brug tot de herfst te sluiten, nadat ingenieurs scheuren in twee van de pijlers hadden gevonden.\n\n‘We hadden op een kleinere rekening gehoopt’, zei de burgemeester, die het ambt al negen jaar heeft en aan de andere kant van de rivier woont.\n\nHet werk begint in mei. Vrachtwagens gaan over de snelweg, wat de weg tussen de haven en de markt twaalf kilometer langer maakt.`

const bridge = 'Old bridge to close until autumn'

export const scrapedCases: readonly ScrapedCase[] = [
  { name: 'a body alone', text: story, title: null },
  { name: 'a headline and a body', text: `${bridge}\n\n${story}`, title: bridge },
  {
    name: 'a headline in capitals',
    text: `OLD BRIDGE TO CLOSE UNTIL AUTUMN\n\n${story}`,
    title: 'OLD BRIDGE TO CLOSE UNTIL AUTUMN',
  },
  {
    name: 'a headline that stands twice',
    text: `${bridge}\n\n${bridge}\n\n${story}`,
    title: bridge,
  },
  {
    name: 'byline and date',
    text: `${bridge}\n\nBy Ada Holm\n\nMarch 4, 2026\n\n${story}`,
    title: bridge,
    byline: 'Ada Holm',
    published: '2026-03-04',
    furniture: ['By Ada', 'March 4'],
  },
  {
    name: 'a standfirst',
    text: `${bridge}\n\nEngineers found cracks in two of the piers; the repair will cost nine million.\n\nBy Ada Holm\n\n4 March 2026\n\n${story}`,
    title: bridge,
    subtitle: 'Engineers found cracks in two of the piers; the repair will cost nine million.',
    byline: 'Ada Holm',
    published: '2026-03-04',
    furniture: ['By Ada', '4 March'],
  },
  {
    name: 'a first sentence that is no standfirst',
    text: `${bridge}\n\n${a}\n\n${b}\n\n${c}`,
    title: bridge,
  },
  {
    name: 'share and newsletter lines',
    text: `${bridge}\n\nShare this article\n\n${story}\n\nSign up for our morning newsletter\n\nFacebook\n\nTwitter`,
    title: bridge,
    furniture: ['Share', 'Sign up', 'Facebook', 'Twitter'],
  },
  {
    name: 'related articles',
    text: `${bridge}\n\n${story}\n\nRelated Articles\n\nHarbour wall to be raised\n\nMarket moves to the square`,
    title: bridge,
    furniture: ['Related', 'Harbour wall', 'Market moves'],
  },
  {
    name: 'a comment section',
    text: `${bridge}\n\n${story}\n\n2 Comments\n\nrivergull says:\n\nAbout time too, I have been saying so for years.\n\nReply`,
    title: bridge,
    furniture: ['2 Comments', 'rivergull', 'About time', 'Reply'],
  },
  {
    name: 'a copyright notice',
    text: `${bridge}\n\n${story}\n\n© 2026 The Northport Courier. All rights reserved.`,
    title: bridge,
    source: 'The Northport Courier',
    furniture: ['©'],
  },
  {
    name: 'a cookie notice first',
    text: `We use cookies to improve your experience on our site.\n\n${bridge}\n\n${story}`,
    title: bridge,
    furniture: ['We use cookies'],
  },
  {
    name: 'an AI summary first',
    text: `${bridge}\n\nAI-generated summary\n\nThe council of Northport closes its bridge for the summer so that two cracked piers can be repaired.\n\n${story}`,
    title: bridge,
    furniture: ['AI-generated', 'The council of'],
  },
  {
    name: 'a list as a summary by a machine',
    text: `${bridge}\n\nKey takeaways by AI\n\n• The bridge closes in May\n\n• The repair costs nine million\n\n${story}`,
    title: bridge,
    furniture: ['Key takeaways', '• The bridge', '• The repair'],
  },
  {
    name: 'a notice of a machine',
    text: `${bridge}\n\n${story}\n\nThis story was summarised by artificial intelligence and checked by an editor.`,
    title: bridge,
    furniture: ['This story was'],
  },
  {
    name: 'TL;DR of an aggregator',
    text: `${bridge}\n\nTL;DR by NewsDigest\n\nNorthport shuts its bridge for repairs and sends its lorries around by the motorway until the autumn comes.\n\n${story}`,
    title: bridge,
    furniture: ['TL;DR', 'Northport shuts'],
  },
  {
    name: 'an agency dateline',
    text: `${bridge}\n\nNORTHPORT (Reuters) – ${a}\n\n${b}\n\n${c}`,
    title: bridge,
    source: 'Reuters',
  },
  {
    name: 'where it first appeared',
    text: `${bridge}\n\n${story}\n\nThe post ${bridge} appeared first on Harbour Light.`,
    title: bridge,
    source: 'Harbour Light',
    furniture: ['The post'],
  },
  {
    name: 'file name and credit',
    text: `${bridge}\n\nold_bridge_northport_2026.jpg\n\nPhoto: Ada Holm\n\n${story}`,
    title: bridge,
    furniture: ['old_bridge', 'Photo:'],
  },
  {
    name: 'tags',
    text: `${bridge}\n\n${story}\n\nTags: bridges, Northport, councils`,
    title: bridge,
    furniture: ['Tags'],
  },
  {
    name: 'windows line ends and a date field',
    text: `${bridge}\r\n\r\nPublished: 4 March 2026\r\n\r\n${story.replaceAll('\n', '\r\n')}`,
    title: bridge,
    published: '2026-03-04',
    furniture: ['Published'],
  },
  {
    name: 'an author box',
    text: `${bridge}\n\n${story}\n\nAbout the author\n\nAda Holm has covered the coast since 2011.`,
    title: bridge,
    furniture: ['About the', 'Ada Holm has'],
  },
  {
    name: 'a page from menu to foot',
    text: `Skip to content\nHome\nNews\nSport\nWeather\nContact\n${bridge}\nBy Ada Holm\n4 March 2026\n${a}\n${b}\n${c}\nMost read\nHarbour wall to be raised\nPrivacy policy\n© 2026 Northport Courier`,
    title: bridge,
    byline: 'Ada Holm',
    published: '2026-03-04',
    source: 'Northport Courier',
    furniture: [
      'Skip',
      'Home',
      'News',
      'Sport',
      'Weather',
      'Contact',
      'By Ada',
      '4 March',
      'Most read',
      'Harbour wall',
      'Privacy',
      '©',
    ],
  },
  { name: 'an ambiguous date', text: `${bridge}\n\n03/04/2026\n\n${story}`, title: bridge },
  {
    name: 'a date with a day beyond twelve',
    text: `${bridge}\n\nPublished 14/03/2026\n\n${story}`,
    title: bridge,
    published: '2026-03-14',
    furniture: ['Published'],
  },
  {
    name: 'a month alone',
    text: `${bridge}\n\nMarch 2026\n\n${story}`,
    title: bridge,
    published: '2026-03',
    furniture: ['March 2026'],
  },
  {
    name: 'an export of a news database',
    text: `1 of 3 DOCUMENTS\n\nThe Northport Courier\n\nMarch 4, 2026 Wednesday\n\n${bridge}\n\nBYLINE: Ada Holm\n\nSECTION: News; Pg. 3\n\nLENGTH: 412 words\n\nDATELINE: NORTHPORT\n\n${story}\n\nLOAD-DATE: March 5, 2026\n\nLANGUAGE: ENGLISH\n\nPUBLICATION-TYPE: Newspaper\n\nCopyright 2026 The Northport Courier\n\nAll Rights Reserved`,
    title: bridge,
    byline: 'Ada Holm',
    source: 'The Northport Courier',
    published: '2026-03-04',
    furniture: [
      '1 of',
      'The Northport Courier',
      'March 4',
      'BYLINE',
      'SECTION',
      'LENGTH',
      'DATELINE',
      'LOAD-DATE',
      'LANGUAGE',
      'PUBLICATION',
      'Copyright',
      'All Rights',
    ],
  },
  {
    name: 'a newer export of a news database',
    text: `${bridge}\n\nThe Northport Courier\n\nMarch 4, 2026 Wednesday\n\nCopyright 2026 The Northport Courier All Rights Reserved\n\nSection: NEWS; Pg. 3\n\nLength: 412 words\n\nByline: Ada Holm\n\nBody\n\n${story}\n\nLoad-Date: March 5, 2026\n\nEnd of Document`,
    title: bridge,
    byline: 'Ada Holm',
    source: 'The Northport Courier',
    published: '2026-03-04',
    furniture: [
      'The Northport',
      'March 4',
      'Copyright',
      'Section',
      'Length',
      'Byline',
      'Body',
      'Load-Date',
      'End of',
    ],
  },
  {
    name: 'headline, byline and date as fields',
    text: `HEADLINE: ${bridge}\nBYLINE: Ada Holm\nDATE: 2026-03-04\nSOURCE: Northport Courier\n\n${story}`,
    title: bridge,
    byline: 'Ada Holm',
    source: 'Northport Courier',
    published: '2026-03-04',
    furniture: ['HEADLINE', 'BYLINE', 'DATE', 'SOURCE'],
  },
  {
    name: 'the codes of a news database',
    text: `HD  ${bridge}\nBY  By Ada Holm\nWC  412 words\nPD  4 March 2026\nSN  Northport Courier\nLA  English\n\n${story}`,
    title: bridge,
    byline: 'Ada Holm',
    source: 'Northport Courier',
    published: '2026-03-04',
    furniture: ['HD', 'BY', 'WC', 'PD', 'SN', 'LA'],
  },
  {
    name: 'a mail',
    text: `From: Ada Holm <ada@courier.example>\nTo: desk@courier.example\nSubject: ${bridge}\nDate: Wed, 4 Mar 2026 18:30:00 +0100\n\n${story}`,
    title: bridge,
    byline: 'Ada Holm',
    published: '2026-03-04T18:30:00+01:00',
    furniture: ['From', 'To', 'Subject', 'Date'],
  },
  {
    name: 'German furniture',
    text: `Brücke bleibt bis zum Herbst zu\n\nVon Jana Brandt\n\n04.03.2026\n\n${de}\n\nLesen Sie auch: Hafenmauer wird höher gebaut\n\nKommentare\n\nImpressum`,
    title: 'Brücke bleibt bis zum Herbst zu',
    byline: 'Jana Brandt',
    published: '2026-03-04',
    language: 'de',
    furniture: ['Von Jana', '04.03', 'Lesen Sie', 'Kommentare', 'Impressum'],
  },
  {
    name: 'French furniture',
    text: `Le vieux pont ferme jusqu’à l’automne\n\nPar Anne Morel\n\nPublié le 4 mars 2026 à 18h30\n\n${fr}\n\nÀ lire aussi : Le mur du port sera relevé\n\nPartager cet article\n\nTous droits réservés`,
    title: 'Le vieux pont ferme jusqu’à l’automne',
    byline: 'Anne Morel',
    published: '2026-03-04',
    language: 'fr',
    furniture: ['Par Anne', 'Publié', 'À lire', 'Partager', 'Tous droits'],
  },
  {
    name: 'Spanish furniture',
    text: `El viejo puente cierra hasta el otoño\n\nPor Elena Ríos\n\n4 de marzo de 2026\n\n${es}\n\nNoticias relacionadas\n\nEl muro del puerto será más alto\n\nSíguenos en Twitter`,
    title: 'El viejo puente cierra hasta el otoño',
    byline: 'Elena Ríos',
    published: '2026-03-04',
    language: 'es',
    furniture: ['Por Elena', '4 de marzo', 'Noticias', 'El muro', 'Síguenos'],
  },
  {
    name: 'Portuguese furniture',
    text: `Velha ponte fecha até ao outono\n\nPor Inês Prado\n\n04/03/2026\n\n${pt}\n\nLeia também: O muro do porto vai crescer\n\nCompartilhe`,
    title: 'Velha ponte fecha até ao outono',
    byline: 'Inês Prado',
    published: '2026-03-04',
    language: 'pt',
    furniture: ['Por Inês', '04/03', 'Leia', 'Compartilhe'],
  },
  {
    name: 'Italian furniture',
    text: `Il vecchio ponte chiude fino all’autunno\n\nDi Sara Conti\n\n4 marzo 2026\n\n${it}\n\nLeggi anche: Il muro del porto sarà più alto\n\n© Riproduzione riservata`,
    title: 'Il vecchio ponte chiude fino all’autunno',
    byline: 'Sara Conti',
    published: '2026-03-04',
    language: 'it',
    furniture: ['Di Sara', '4 marzo', 'Leggi', '©'],
  },
  {
    name: 'Dutch furniture',
    text: `Oude brug dicht tot de herfst\n\nDoor Eva Smit\n\n4 maart 2026\n\n${nl}\n\nLees ook: Havenmuur wordt hoger\n\nDeel dit artikel`,
    title: 'Oude brug dicht tot de herfst',
    byline: 'Eva Smit',
    published: '2026-03-04',
    language: 'nl',
    furniture: ['Door Eva', '4 maart', 'Lees ook', 'Deel'],
  },
  {
    name: 'a story about newsletters and cookies',
    text: `${bridge}\n\n${a}\n\nSubscribers to the newsletter of the council had known of it since January, said a clerk.\n\nShare prices of the builder rose. The cookies served at the meeting were baked by the mayor.\n\n${c}`,
    title: bridge,
  },
  {
    name: 'a story that signs people up',
    text: `${bridge}\n\n${a}\n\nSign up for the ferry with the same email as your bus pass\n\n${b}\n\n${c}`,
    title: bridge,
  },
  {
    name: 'a sports report that looks ahead',
    text: `Northport beat Eastmere in the rain\n\n${story}\n\nUP NEXT\n\nNorthport: Host Westhaven on Friday.\n\nEastmere: Visit Southcliff on Sunday.`,
    title: 'Northport beat Eastmere in the rain',
  },
  {
    name: 'sections with headings',
    text: `${bridge}\n\n${a}\n\nWhat it costs\n\n${b}\n\nHow to get across\n\n${c}`,
    title: bridge,
  },
  {
    name: 'a date in the story',
    text: `${bridge}\n\n${a}\n\nThe bridge was opened on May 3, 1911, and has been mended four times since then, most lately in 1987.\n\n${c}`,
    title: bridge,
  },
  {
    name: 'a letter with a colon',
    text: `${bridge}\n\nTo: those who cross the river every day, and to those who would rather not.\n\n${story}`,
    title: bridge,
  },
]

/** Lines that name the outlet, wherever a text has them: the line, and what it names. */
export const outletLines: readonly (readonly [
  line: string,
  where: 'head' | 'lead' | 'foot',
  outlet: string | null,
])[] = [
  ['By Jon Vik, Coast News', 'head', 'Coast News'],
  ['By JON VIK | The Quayside Herald', 'head', 'The Quayside Herald'],
  ['Jon Vik of the Coast Press', 'head', null],
  ['Coast News Staff', 'head', 'Coast News'],
  ['By Jon Vik, News Editor', 'head', null],
  ['QUAYSIDE (Coast News) — ', 'lead', 'Coast News'],
  ['Quayside (Oldham) - ', 'lead', null],
  ['This story was originally published by The Quayside Herald.', 'foot', 'The Quayside Herald'],
  ['This article first appeared in Coast Weekly on 3 May 2024.', 'foot', 'Coast Weekly'],
  ['Republished with permission from Coast Review.', 'foot', 'Coast Review'],
  ['Copyright Coast Media 2024. All rights reserved.', 'foot', 'Coast Media'],
  ['Coast Media © 2024', 'foot', 'Coast Media'],
  ['The report was first published in June by the harbour board.', 'foot', null],
]
