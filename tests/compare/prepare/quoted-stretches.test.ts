import { describe, expect, it } from 'vitest'
import { quotedStretches } from '../../../src/compare/prepare/quoted-stretches.ts'

const quoted = (text: string): string[] =>
  quotedStretches(text, 0, text.length).map(({ start, end }) => text.slice(start, end))

describe('quoted stretches', () => {
  it.each([
    ['straight', '"We came," he said. "We left."', ['We came,', 'We left.']],
    ['curly', '“We came,” he said — “we left”.', ['We came,', 'we left']],
    ['single', "It is 'over', said the crew's chief of the dogs' home.", ['over']],
    ['single with an apostrophe', '‘It’s over’, he said.', ['It’s over']],
    ['mixed', "She said ‘So be it' and left.", ['So be it']],
    ['guillemets', 'Il a dit « assez » et »genug«.', [' assez ', 'genug']],
    ['low and high', 'Er sagte: „Es reicht.“ Dann ging er.', ['Es reicht.']],
    ['corner brackets', '彼は「終わった」と言った。', ['終わった']],
    ['nested', '“He said ‘no’ twice.”', ['He said ‘no’ twice.']],
    ['unclosed', 'He said: “We came. We left.', ['We came. We left.']],
    ['one opened in another', '"We came, he said. "We left."', ['We came, he said. ', 'We left.']],
  ])('are between the marks: %s', (_, text, stretches) => {
    expect(quoted(text)).toEqual(stretches)
  })

  it('are none where a mark is an apostrophe or an inch', () => {
    expect(quoted("The '90s crews' 5\" nails, rock 'n' roll and 'em.")).toEqual([])
  })

  it('are the same for straight and curly marks', () => {
    const text = '“It’s ‘over’,” he said. ‘So’ — “they’ve gone”'
    const straight = text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'")
    expect(quotedStretches(straight, 0, text.length)).toEqual(quotedStretches(text, 0, text.length))
  })
})
