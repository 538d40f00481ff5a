// The numbers of English.
import { type Lexicon, words } from './lexicon.ts'

const small: Record<string, number> = {}
for (const [
  value,
  word,
] of 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
  .split(' ')
  .entries())
  small[word] = value
for (const [index, word] of 'twenty thirty forty fifty sixty seventy eighty ninety'
  .split(' ')
  .entries())
  small[word] = 20 + index * 10

const irregular: Readonly<Record<string, string>> = {
  people: 'person',
  persons: 'person',
  men: 'man',
  women: 'woman',
  children: 'child',
  feet: 'foot',
  lives: 'life',
  wives: 'wife',
  knives: 'knife',
  thieves: 'thief',
  deaths: 'dead',
  killed: 'dead',
  injured: 'injured',
  wounded: 'injured',
  injuries: 'injured',
}

const stemEnglish = (word: string): string =>
  irregular[word] ??
  (word.endsWith('men') && word.length > 5
    ? `${word.slice(0, -3)}man`
    : /(?:[^aeiou]|qu)ies$/.test(word)
      ? `${word.slice(0, -3)}y`
      : /(?:ss|sh|ch|x|zz)es$/.test(word)
        ? word.slice(0, -2)
        : /[^s]s$/.test(word)
          ? word.slice(0, -1)
          : word)

const uncounted = words(
  'always perhaps besides towards afterwards sometimes whereas unless its his hers ours yours theirs this thus plus versus minus various previous serious famous religious dangerous numerous us was has does says is as yes news politics',
)

export const english: Lexicon = {
  small,
  hundred: { hundred: 100 },
  scales: {
    thousand: 1e3,
    million: 1e6,
    billion: 1e9,
    trillion: 1e12,
    lakh: 1e5,
    lakhs: 1e5,
    crore: 1e7,
    crores: 1e7,
  },
  joinPattern: '(?: and |[ -])',
  articlePattern: 'an?',
  collectives: { dozen: 12 },
  vague: {
    dozens: [24, 199],
    scores: [40, 199],
    hundreds: [200, 1999],
    thousands: [2000, 19_999],
    'tens of thousands': [20_000, 199_999],
    'hundreds of thousands': [200_000, 1_999_999],
    millions: [2e6, 1.99e7],
    'tens of millions': [2e7, 1.99e8],
    'hundreds of millions': [2e8, 1.99e9],
    billions: [2e9, 1.99e10],
    'tens of billions': [2e10, 1.99e11],
    'hundreds of billions': [2e11, 1.99e12],
    trillions: [2e12, 1.99e13],
  },
  percentPattern: '%|per ?cent(?!age)|pct(?![a-z])|percentage(?! points?)',
  pointsPattern: 'percentage points?|percent points?|basis points?',
  aboutPattern:
    '(?:about|around|roughly|approximately|some|nearly|almost|close to|an estimated|estimated|circa|approx\\.|~|≈)',
  overPattern:
    '(?:more than|over|at least|no fewer than|no less than|not less than|upwards? of|in excess of|exceed(?:s|ed|ing)?|above|>|≥)',
  underPattern:
    '(?:fewer than|less than|under|below|at most|no more than|not more than|up to|as many as|as much as|<|≤)',
  moreAfterPattern: 'or more|or so|-odd|-plus|\\+|plus(?= )',
  fractions: {
    half: 1 / 2,
    third: 1 / 3,
    quarter: 1 / 4,
    fourth: 1 / 4,
    fifth: 1 / 5,
    sixth: 1 / 6,
    seventh: 1 / 7,
    eighth: 1 / 8,
    ninth: 1 / 9,
    tenth: 1 / 10,
    halves: 1 / 2,
  },
  ratioPattern: '(?: out of | in )(?:every )?',
  toPattern: '(?: to |- to |\\s?[-–—‐‑]\\s?|-to-)',
  betweenPattern: 'between ',
  andPattern: ' and ',
  agePattern:
    '(?:[- ]years?[- ]olds?|[- ]years? of age|(?:[- ]|-)months?[- ]olds?|[- ]weeks?[- ]olds?)',
  agedPattern:
    '(?:\\bage[ds]? |\\bage[ds]? of |\\bages? (?:of )?between |\\bturn(?:s|ed|ing)? |\\b(?:she|he|who) (?:was|is) (?:just |only |now )?|, (?:now|then) )',
  votePattern:
    '\\b(?:vot(?:e[ds]?|ing)|rul(?:ed|ing)|decision|passed|approved|rejected|split|majority|margin|verdict|ballot|carried|in favou?r|opinion|court)\\b',
  ofPattern: ' of (?:the |all |its |their |his |her |our |those |these |all the )?',
  functionWords: words(
    `a an the and or but nor of in on at by for from to with without about into onto over under between
     among during before after since until than that which who whom whose what when where while why how
     as if because though although is are was were be been being has have had do does did will would can
     could may might must shall should not no it its he she they them his her their our your my we you i
     this these those there here then so very just only also even still yet more most less least few
     fewer some any each every both either neither all other another such same own per via amid against
     out up down off away back again ago later earlier now today yesterday said says told according
     across through around near like including told asked whether it's he's she's they're a.m p.m am pm
     times`,
  ),
  stem: stemEnglish,
  isPlural: (word) =>
    word in irregular ||
    /(?:men|people|children|police|troops|personnel|votes?)$/.test(word) ||
    (/[^su'’i]s$/.test(word) && word.length > 3 && !uncounted.has(word)),
}
