// What single lines say of author, date, outlet and language; and what they must not be taken for.
import { describe, expect, test } from 'vitest'
import { bylineIn, personAbout } from '../../../src/main/reading/tidy/byline.ts'
import { furnitureRules } from '../../../src/main/reading/tidy/furniture.ts'
import { languageOf } from '../../../src/main/reading/tidy/language.ts'
import { isoDate, statedDate } from '../../../src/main/reading/tidy/published.ts'
import { read, story } from './support.ts'

describe('a byline', () => {
  test.each([
    ['By Ada Holm', 'Ada Holm'],
    ['By Ada Holm and Ivo Strand', 'Ada Holm and Ivo Strand'],
    ['By Ada Holm ada@post.example (509) 459-5382', 'Ada Holm'],
    ['by Ada Holm | Oct 17, 2023', 'Ada Holm'],
    ['Words by Ludwig van den Berg', 'Ludwig van den Berg'],
    ['Ada Holm, Staff writer', 'Ada Holm'],
    ['Von Jürgen Müller', 'Jürgen Müller'],
    ['by | Oct 17, 2023', null],
    ['By Monday, the water had gone', null],
    ['By the time they came it was late', null],
    ['By March 2020', null],
    ['Ada Holm said the bridge would close.', null],
  ])('in “%s” is %s', async (line, name) => {
    expect(bylineIn(line)).toBe(name)
  })

  test('is found in a box about the author, and only if it names a person again', async () => {
    expect(personAbout('About Ada Holm', 'Ada Holm is a writer.')).toBe('Ada Holm')
    expect(personAbout('About Coast Press', 'Founded in 1993, it prints.')).toBeNull()
  })
})

describe('the date', () => {
  test.each([
    ['Published: Nov. 19, 2019, 6:18 p.m.', null, '2019-11-19'],
    ['Updated 5:27 am CST, Wednesday, November 20, 2019', null, '2019-11-20T05:27:00-06:00'],
    ['by | Oct 17, 2023', null, '2023-10-17'],
    ['March 2023', null, '2023-03'],
    ['2023-10-17', null, '2023-10-17'],
    ['Veröffentlicht am 4. März 2026', 'de', '2026-03-04'],
    ['4 marca 2026', 'pl', '2026-03-04'],
    ['03/04/2026', null, null],
    ['In March', null, null],
    ['On 8 March 2014 the plane disappeared', null, null],
    ['The law of May 3, 2020 was struck down', null, null],
  ])('in “%s” (%s) is %s', async (line, language, date) => {
    expect(statedDate(line, language)?.date ?? null).toBe(date)
  })

  test('of a field of metadata keeps its precision and its offset', async () => {
    expect(isoDate('2026-03-04T18:30:00.000Z')).toBe('2026-03-04T18:30:00Z')
    expect(isoDate('2026-03-04T18:30+0100')).toBe('2026-03-04T18:30:00+01:00')
    expect(isoDate('20260304')).toBe('2026-03-04')
    expect(isoDate('2026-13-40')).toBeNull()
    expect(isoDate('soon')).toBeNull()
  })
})

describe('a date as most outlets write it', () => {
  const languages = [
    null,
    'en',
    'en-GB',
    'de',
    'es',
    'fr',
    'it',
    'ja',
    'nl',
    'pt',
    'ru',
    'uk',
    'zh',
    'sv',
  ]
  test.each([
    ['3 March 2026', '2026-03-03'],
    ['March 3, 2026', '2026-03-03'],
    ['Tuesday, 3 March 2026', '2026-03-03'],
    ['Published: 29 February 2024', '2024-02-29'],
  ])('%s is %s, whatever the language', (line, date) => {
    for (const language of languages) expect(statedDate(line, language)?.date).toBe(date)
  })

  test('that is in no calendar is not filled in', () => {
    expect(statedDate('31 February 2026', 'en')).toBeNull()
  })
})

describe('the language', () => {
  test.each([
    ['The council of the town met on Tuesday to say that the bridge was shut.', 'en'],
    ['Der Rat der Stadt hat am Dienstag beschlossen, die Brücke für ein Jahr zu sperren.', 'de'],
    ['Le conseil de la ville a décidé que le pont serait fermé pour une année et des mois.', 'fr'],
    [
      'El consejo de la ciudad decidió que el puente se cerrará por un año y las obras son caras.',
      'es',
    ],
    ['Совет города решил, что мост будет закрыт на год, и не сказал, как это будет.', 'ru'],
    ['町は来月一日から橋を通行止めにすると発表した。', 'ja'],
    ['市议会决定关闭大桥一年半。', 'zh'],
    ['Lorem ipsum dolor sit amet consectetur adipiscing elit sed eiusmod tempor', null],
    ['Yes', null],
  ])('of “%s” is %s', async (text, language) => {
    expect(languageOf(text)).toBe(language)
  })
})

describe('the outlet', () => {
  test.each([
    [`HANOI, Vietnam (AP) — ${story(1)}`, 'AP'],
    [`${story(3)}\n\nFrom The Evening Post`, 'The Evening Post'],
    [`${story(3)}\n\n© 2026 Coast & Sea. All rights reserved.`, 'Coast & Sea'],
    [`${story(3)}\n\nReuters reported that the bridge is shut.`, null],
  ])('is what the text names as its own (%#)', async (text, source) => {
    expect((await read(text)).source).toBe(source)
  })
})

describe('a headline', () => {
  test.each(['<body onload="go()">', '<h1>Bridge is shut</h1>', 'The <b>old</b> bridge is shut'])(
    'is no line of mark-up: %s',
    async (line) => {
      expect((await read(`${line}\n\n${story(3)}`)).title).toBeNull()
    },
  )

  test('may have a sign of less in it', async () => {
    const title = 'Tolls < 5 crowns for locals'
    expect((await read(`${title}\n\n${story(3)}`)).title).toBe(title)
  })
})

describe('a furniture rule', () => {
  test.each(furnitureRules.map((rule) => [rule.name, rule] as const))(
    '%s says why',
    async (_, rule) => {
      expect(rule.why).toMatch(/^\p{Lu}.{5,}[^.]$/u)
      expect(rule.matches.global).toBe(false)
    },
  )
})
