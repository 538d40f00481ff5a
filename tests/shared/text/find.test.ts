import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { limits } from '../../../src/shared/model/limits.ts'
import { asTyped, createFinder, type FindChoices } from '../../../src/shared/text/find.ts'

const found = (text: string, query: string, choices: Partial<FindChoices> = {}): string[] =>
  createFinder(text)
    .find(query, { ...asTyped, ...choices })
    .map(({ start, end }) => text.slice(start, end))

describe('createFinder', () => {
  it.each([
    ['in any case', 'The Bridge, the bridge', 'bridge', ['Bridge', 'bridge']],
    ['without accents in the query', 'Café Crème', 'cafe creme', ['Café Crème']],
    ['with accents the text has not', 'Cafe', 'café', ['Cafe']],
    ['composed and decomposed alike', 'cafe\u0301 society', 'café s', ['cafe\u0301 s']],
    ['across line breaks', 'two\npiers', 'two piers', ['two\npiers']],
    ['with straight quote marks for curly ones', 'said “no”', '"no"', ['“no”']],
    ['with a hyphen for a dash', 'March–April', 'march-april', ['March–April']],
    ['in Greek and Cyrillic', 'Αθήνα, Ёлка', 'αθηνα', ['Αθήνα']],
    ['in full width', 'ＮＡＴＯの２０２６年', 'nato', ['ＮＡＴＯ']],
    ['typed in full width', 'NATO, 2026', '２０２６', ['2026']],
    [
      'with Polish letters typed without their strokes',
      'Łódź i Wałęsa',
      'lodz i walesa',
      ['Łódź i Wałęsa'],
    ],
    ['with ss for sharp s', 'Die Straße, DIE STRASSE', 'strasse', ['Straße', 'STRASSE']],
    ['with sharp s for ss', 'Strasse', 'straße', ['Strasse']],
    ['with letters typed as two', 'Æsir, Œuvre', 'aesir, oeuvre', ['Æsir, Œuvre']],
    ['in Turkish, with a dot or without', 'İstanbul ve Iğdır, ışık', 'istanbul', ['İstanbul']],
    ['in Turkish, typed without dotless i', 'Iğdır', 'igdir', ['Iğdır']],
    ['in Arabic without vowel signs', 'كَتَبَ الوَلَدُ', 'كتب الولد', ['كَتَبَ الوَلَدُ']],
    ['in Arabic, whatever the alef', 'أحمد إلى الآن', 'احمد الي الان', ['أحمد إلى الآن']],
    ['in Arabic that was set wide', 'العـــربية', 'العربية', ['العـــربية']],
    ['in Arabic written in its presentation forms', 'ﺳﻼﻡ', 'سلام', ['ﺳﻼﻡ']],
    ['in Hebrew without points', 'שָׁלוֹם', 'שלום', ['שָׁלוֹם']],
    ['with ligatures of two letters', 'Ĳssel, ǈubljana', 'ijssel', ['Ĳssel']],
    ['in half width', 'ｶﾀｶﾅ', 'カタカナ', ['ｶﾀｶﾅ']],
    ['broken at a line’s end', 'all the knowl-\nedge of it', 'knowledge', ['knowl-\nedge']],
    ['broken by a soft hyphen', 'knowl\u00ad\r\n  edge', 'knowledge', ['knowl\u00ad\r\n  edge']],
    ['of two parts at a line’s end', 'a well-\nknown pier', 'well-known', ['well-\nknown']],
    ['by their own break', 'a well-\nknown pier', 'well-\nknown', ['well-\nknown']],
    ['of Chinese over a line’s end', '昨夜大\n橋倒塌', '大橋', ['大\n橋']],
    ['of Chinese typed with a space', '大橋 大\u3000橋', '大 橋', ['大橋', '大\u3000橋']],
    ['of Chinese never over a mark', '很大。橋', '大橋', []],
    ['that end a line with a dash', 'he said -\nno', 'said no', []],
    ['characters outside the first plane', 'a 🌉 b 🌉', '🌉', ['🌉', '🌉']],
    ['without overlaps', 'aaaa', 'aa', ['aa', 'aa']],
    ['once where one letter stands for two', 'Maß, Æ', 's', ['ß']],
    ['once where one sign stands for three', 'Well… no.', '.', ['…', '.']],
  ])('finds words %s', (_how, text, query, expected) => {
    expect(found(text, query)).toEqual(expected)
  })

  it.each<[string, string, string, string[]]>([
    ['of two cases one', 'The Bridge, the bridge', 'Bridge', ['Bridge']],
    ['whatever the accents', 'Café, CAFÉ', 'Cafe', ['Café']],
    ['capitals that are typed as two', 'Æsir, æsir', 'Aesir', ['Æsir']],
    ['capitals with a stroke', 'Łódź, łódź', 'Lodz', ['Łódź']],
    ['sharp s among capitals', 'STRAẞE', 'STRASSE', ['STRAẞE']],
    ['typed with accents', 'Ecole, ecole', 'École', ['Ecole']],
    ['Greek in its case', 'Σίσυφος ΣΊΣΥΦΟΣ', 'Σίσυφος', ['Σίσυφος']],
    ['over a line’s end', 'Knowl-\nedge, knowl-\nedge', 'Knowledge', ['Knowl-\nedge']],
    ['in full width', 'ＮＡＴＯ ｎａｔｏ', 'NATO', ['ＮＡＴＯ']],
    ['in Turkish, with its dot', 'İstanbul istanbul', 'Istanbul', ['İstanbul']],
  ])('finds in the case that was typed %s', (_what, text, query, expected) => {
    expect(found(text, query, { matchCase: true })).toEqual(expected)
  })

  it.each<[string, string, string, string[]]>([
    ['with them alone', 'café, cafe', 'café', ['café']],
    ['without them alone', 'café, cafe', 'cafe', ['cafe']],
    ['composed and decomposed alike', 'cafe\u0301, cafe', 'café', ['cafe\u0301']],
    ['in any case', 'CAFÉ, CAFE', 'café', ['CAFÉ']],
    ['Polish letters by their strokes', 'Łódź, lodz', 'lodz', ['lodz']],
    ['sharp s as no ss', 'Straße, Strasse', 'strasse', ['Strasse']],
    ['Arabic by its vowel signs', 'كَتَبَ كتب', 'كتب', ['كتب']],
    ['with quote marks of any kind', '“né”', '"né"', ['“né”']],
    ['with dashes of any kind', 'Orléans–Tours', 'orléans-tours', ['Orléans–Tours']],
    ['over a line’s end', 'né-\ngligence', 'négligence', ['né-\ngligence']],
  ])('finds by accents %s', (_what, text, query, expected) => {
    expect(found(text, query, { accents: true })).toEqual(expected)
  })

  it.each<[string, string, string, string[]]>([
    ['not in longer ones', 'pier, piers, overpier', 'pier', ['pier']],
    ['at the ends of the text', 'pier', 'pier', ['pier']],
    ['beside an apostrophe', 'l’eau, leau', 'eau', ['eau']],
    ['beside a dash', 'a well-known pier', 'known', ['known']],
    ['never beside a figure or a line below', 'pier2 pier_a pier', 'pier', ['pier']],
    ['with their accents', 'cafés café', 'cafe', ['café']],
    ['never beside an accent that stands alone', 'cafe\u0301s cafe\u0301', 'cafe', ['cafe\u0301']],
    ['never beside a soft hyphen', 'in\u00adform in', 'in', ['in']],
    ['not as the end of a broken one', 'knowl-\nedge, the edge', 'edge', ['edge']],
    ['of several', 'the pier, other pier', 'the pier', ['the pier']],
    ['that begin with a sign', 'C++ C+', '++', ['++']],
    ['of scripts that part none', '昨夜大橋', '大橋', ['大橋']],
    ['in Thai', 'สะพานปลา', 'สะพาน', ['สะพาน']],
    ['beside letters outside the first plane', '𝐚pier pier', 'pier', ['pier']],
    ['in Devanagari, never beside a vowel sign', 'पुल पुलि', 'पुल', ['पुल']],
  ])('finds whole words %s', (_what, text, query, expected) => {
    expect(found(text, query, { wholeWords: true })).toEqual(expected)
  })

  it('stops where nobody would go on', () => {
    expect(createFinder('e'.repeat(limits.found + 5)).find('e')).toHaveLength(limits.found)
  })

  it.each(['', '   ', '\n'])('finds nothing for an empty query (%j)', (query) => {
    expect(found('some text', query)).toEqual([])
  })

  it('gives ranges in order, apart from each other and inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ maxLength: 3 }), (text, query) => {
        let last = 0
        for (const { start, end } of createFinder(text).find(query)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(text.length)
          last = end
        }
      }),
    )
  })

  it('finds every passage of a text by its own words', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 12 }), fc.nat(), fc.nat(), (text, a, b) => {
        const [from, to] = [a % text.length, b % text.length].sort((x, y) => x - y)
        const words = text.slice(from, to).trim()
        if (words !== '') expect(found(text, words).length).toBeGreaterThan(0)
      }),
    )
  })
})
