// The numbers of German, French, Spanish, Italian, Dutch and Portuguese: the words up to twenty or
// so, scales, percent, and the commonest bounds. Of a language not listed only what is in digits is read.
import { type Lexicon, words } from './lexicon.ts'

/** "eins zwei": from a first value on. */
const count = (text: string, from = 1): Record<string, number> =>
  Object.fromEntries(text.split(' ').map((word, index) => [word, from + index]))

const nothing: Lexicon = {
  small: {},
  hundred: {},
  scales: {},
  joinPattern: '[ -]',
  articlePattern: '(?!)',
  collectives: {},
  vague: {},
  percentPattern: '%',
  pointsPattern: '',
  aboutPattern: '(?:~|≈)',
  overPattern: '(?:>|≥)',
  underPattern: '(?:<|≤)',
  moreAfterPattern: '',
  fractions: {},
  ratioPattern: '',
  toPattern: '\\s?[-–—]\\s?',
  betweenPattern: '',
  andPattern: '(?!)',
  agePattern: '(?!)',
  agedPattern: '',
  votePattern: '',
  ofPattern: '(?!)',
  functionWords: new Set(),
  stem: (word) => word,
  isPlural: null,
}

const germanOnes = 'ein zwei drei vier fünf sechs sieben acht neun'.split(' ')
const germanSmall: Record<string, number> = {
  ...count(
    'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    2,
  ),
}
for (const [index, ten] of 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig'
  .split(' ')
  .entries()) {
  germanSmall[ten] = (index + 2) * 10
  for (const [one, word] of germanOnes.entries())
    germanSmall[`${word}und${ten}`] = (index + 2) * 10 + one + 1
}

export const lexicons: Readonly<Record<string, Lexicon>> = {
  de: {
    ...nothing,
    small: germanSmall,
    hundred: { hundert: 100 },
    scales: {
      tausend: 1e3,
      million: 1e6,
      millionen: 1e6,
      'mio.': 1e6,
      mio: 1e6,
      milliarde: 1e9,
      milliarden: 1e9,
      'mrd.': 1e9,
      mrd: 1e9,
      billion: 1e12,
      billionen: 1e12,
    },
    articlePattern: 'eine|ein',
    collectives: { dutzend: 12 },
    vague: { dutzende: [24, 150], hunderte: [200, 1500], tausende: [2000, 20_000] },
    percentPattern: '%|prozent(?!p)',
    pointsPattern: 'prozentpunkte?n?',
    aboutPattern: '(?:etwa|rund|ungefähr|circa|ca\\.|gut|fast|knapp|nahezu|~)',
    overPattern: '(?:mehr als|über|mindestens|wenigstens)',
    underPattern: '(?:weniger als|unter|höchstens|bis zu|maximal)',
    fractions: { drittel: 1 / 3, viertel: 1 / 4, fünftel: 1 / 5, zehntel: 1 / 10 },
    ratioPattern: ' von ',
    toPattern: ' (?:zu|bis) |\\s?[-–—]\\s?',
    betweenPattern: 'zwischen ',
    andPattern: ' und ',
    agePattern: '(?:[- ]?jährigen?r?s?| Jahre alt)(?!\\p{L})',
    agedPattern: '\\bim alter von ',
    votePattern: '\\b(?:stimm|votier|abgestimmt)',
    ofPattern: ' (?:der|des|von|aller) ',
    functionWords: words(
      'der die das den dem des ein eine einen einem einer und oder aber in im an am auf bei mit von vom zu zum zur nach vor für über unter aus als wie ist sind war waren wird werden hat haben hatte sich nicht auch nur noch es er sie wir ihr ich man dass doch mehr so da wo wer was wenn weil um bis seit gegen ohne durch ihre seine ihr sein diese dieser dieses beim heute gestern morgen bereits schon dann dort hier laut uhr',
    ),
    stem: (word) => word.toLowerCase().replace(/(?:en|er|n|e)$/, ''),
  },
  fr: {
    ...nothing,
    small: count(
      'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
      2,
    ),
    hundred: { cent: 100 },
    scales: { mille: 1e3, million: 1e6, millions: 1e6, milliard: 1e9, milliards: 1e9 },
    articlePattern: 'un',
    vague: {
      'des dizaines': [20, 150],
      'des centaines': [200, 1500],
      'des milliers': [2000, 20_000],
    },
    percentPattern: '%|pour cent',
    pointsPattern: 'points de pourcentage',
    aboutPattern: '(?:environ|près de|quelque|presque|autour de)',
    overPattern: '(?:plus de|plus d’|au moins)',
    underPattern: '(?:moins de|au plus|jusqu’à)',
    fractions: { tiers: 1 / 3, quarts: 1 / 4, quart: 1 / 4, cinquième: 1 / 5 },
    ratioPattern: ' sur ',
    toPattern: ' à |\\s?[-–—]\\s?',
    betweenPattern: 'entre ',
    andPattern: ' et ',
    agedPattern: 'âgée?s? de ',
    votePattern: '\\b(?:voix|vot)',
    ofPattern: ' (?:des|de la|de l’|du|de|d’)(?: |(?<=’))',
    functionWords: words(
      'le la les un une des de du d l et ou mais dans en sur sous à au aux par pour avec sans chez est sont était ont a il elle ils elles on nous vous je qui que dont où ce cet cette ces son sa ses leur leurs ne pas plus se s y selon après avant depuis comme si tout tous',
    ),
    stem: (word) =>
      word
        .toLowerCase()
        .replace(/(?:aux)$/, 'al')
        .replace(/[sx]$/, ''),
  },
  es: {
    ...nothing,
    small: count(
      'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince',
      2,
    ),
    hundred: { cien: 100, ciento: 100 },
    scales: { mil: 1e3, millón: 1e6, millones: 1e6, 'mil millones': 1e9, billones: 1e12 },
    articlePattern: 'un',
    vague: { decenas: [20, 150], cientos: [200, 1500], miles: [2000, 20_000] },
    percentPattern: '%|por ciento',
    pointsPattern: 'puntos porcentuales',
    aboutPattern: '(?:unos|unas|cerca de|casi|alrededor de|aproximadamente)',
    overPattern: '(?:más de|al menos)',
    underPattern: '(?:menos de|hasta)',
    fractions: { tercio: 1 / 3, tercios: 1 / 3, cuarto: 1 / 4, cuartos: 1 / 4 },
    ratioPattern: ' de cada ',
    toPattern: ' a |\\s?[-–—]\\s?',
    betweenPattern: 'entre ',
    andPattern: ' y ',
    agePattern: ' años de edad',
    agedPattern: '\\bde ',
    votePattern: '\\bvot',
    ofPattern: ' (?:de los|de las|de la|del|de) ',
    functionWords: words(
      'el la los las un una unos unas de del y o pero en con por para sin sobre a al es son era fue ha han se no que su sus le lo más como si ya este esta estos estas según tras desde hasta entre cuando donde quien',
    ),
    stem: (word) => word.toLowerCase().replace(/(?:es|s)$/, ''),
  },
  it: {
    ...nothing,
    small: count('due tre quattro cinque sei sette otto nove dieci undici dodici', 2),
    scales: { mila: 1e3, milione: 1e6, milioni: 1e6, miliardo: 1e9, miliardi: 1e9 },
    percentPattern: '%|per cento',
    pointsPattern: 'punti percentuali',
    aboutPattern: '(?:circa|quasi)',
    overPattern: '(?:più di|oltre|almeno)',
    underPattern: '(?:meno di|fino a)',
    fractions: { terzo: 1 / 3, terzi: 1 / 3, quarto: 1 / 4, quarti: 1 / 4 },
    ratioPattern: ' su ',
    ofPattern: ' (?:dei|delle|degli|della|del|di) ',
    functionWords: words(
      'il lo la i gli le un una uno di del della dei delle degli e o ma in nel nella con su sul per tra fra a al alla da dal dalla è sono era ha hanno si non che suo sua loro come se più anche dopo prima',
    ),
    stem: (word) => word.toLowerCase().replace(/[aeio]$/, ''),
  },
  nl: {
    ...nothing,
    small: count('twee drie vier vijf zes zeven acht negen tien elf twaalf', 2),
    hundred: { honderd: 100 },
    scales: { duizend: 1e3, miljoen: 1e6, miljard: 1e9 },
    percentPattern: '%|procent(?!p)',
    pointsPattern: 'procentpunten?',
    aboutPattern: '(?:ongeveer|circa|bijna|zo’n)',
    overPattern: '(?:meer dan|ruim|minstens)',
    underPattern: '(?:minder dan|hoogstens|maximaal)',
    ratioPattern: ' op de ',
    ofPattern: ' van (?:de |het )?',
    functionWords: words(
      'de het een en of maar in op aan bij met van voor naar uit over onder is zijn was waren heeft hebben had niet ook die dat dit deze er hij zij ze we ik als om te door tot sinds na meer wordt werd',
    ),
    stem: (word) => word.toLowerCase().replace(/(?:en|s)$/, ''),
  },
  pt: {
    ...nothing,
    small: count('dois três quatro cinco seis sete oito nove dez onze doze', 2),
    scales: { mil: 1e3, milhão: 1e6, milhões: 1e6, bilhão: 1e9, bilhões: 1e9, 'mil milhões': 1e9 },
    percentPattern: '%|por cento',
    pointsPattern: 'pontos percentuais',
    aboutPattern: '(?:cerca de|quase|aproximadamente)',
    overPattern: '(?:mais de|pelo menos)',
    underPattern: '(?:menos de|até)',
    fractions: { terço: 1 / 3, terços: 1 / 3, quarto: 1 / 4, quartos: 1 / 4 },
    ratioPattern: ' em cada ',
    ofPattern: ' (?:dos|das|da|do|de) ',
    functionWords: words(
      'o a os as um uma de do da dos das e ou mas em no na nos nas com por para sem sobre ao à é são era foi há se não que seu sua como mais já após desde até entre quando onde quem',
    ),
    stem: (word) => word.toLowerCase().replace(/s$/, ''),
  },
}

/** For languages without words of their own here. */
export const digitsOnly: Lexicon = nothing
