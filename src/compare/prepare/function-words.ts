// Words that say nothing of what a sentence is about. They count for wording, not for content.
// Short lists of the commonest, by language; a language without one has none.

const lists: Readonly<Record<string, string>> = {
  en:
    'a an the and or but if of in on at to for from by with as is are was were be been being it its this that these ' +
    'those he she they them his her hers their him who whom which what when where why how will would can could may ' +
    'might shall should must do does did done doing have has had having not no nor so than then there here i you we ' +
    'us our your my me mine about into over after before between out up down off also said says say saying told ' +
    'added mr mrs ms dr just more most some any all both each such only own same very too am s t d ll re ve m one ' +
    'during amid among toward towards upon since until because though although however while again once ever ' +
    "don't doesn't didn't isn't aren't wasn't weren't won't wouldn't can't couldn't shouldn't haven't hasn't hadn't " +
    "i'm i've i'd i'll you're you've you'll we're we've we'll they're they've they'll he'd she'd he'll she'll it'll " +
    'through under against within without whether yet still even well like get got let himself herself themselves ' +
    'itself myself ourselves another other others every either neither per via',
  de:
    'der die das den dem des ein eine einer eines einem einen und oder aber wenn als wie ist sind war waren sein ' +
    'wird werden wurde wurden worden hat haben hatte hatten in im an am auf zu zum zur von vom mit bei beim für aus ' +
    'nach über unter vor durch um gegen ohne er sie es wir ihr ich du man sich ihm ihn ihnen seine seiner seinem ' +
    'seinen seines ihre ihrer ihrem ihren nicht kein keine auch nur noch schon so dass daß diese dieser dieses ' +
    'diesem diesen was wer wo da dann doch kann können könnte soll sollen will wollen muss müssen mehr sehr sagte ' +
    'sagt denn weil ob bis seit während zwischen',
  fr:
    'le la les l un une des du de d et ou mais si que qu qui quoi dont où ce c cet cette ces se s sa son ses leur ' +
    'leurs il elle ils elles on nous vous je j tu ne n pas plus en y à au aux dans par pour sur avec sans sous est ' +
    'sont était étaient être a ont avait avaient avoir été fait comme aussi très tout tous toute toutes même après ' +
    'avant entre lors dit ainsi donc puis m t lui eux',
  es:
    'el la los las un una unos unas lo al del de y o u e pero si que quien cual cuyo como cuando donde este esta ' +
    'estos estas ese esa eso esto se su sus le les me te nos yo tú él ella ellos ellas no ni ya más muy en a por ' +
    'para con sin sobre entre desde hasta es son era eran ser fue fueron ha han había habían haber está están ' +
    'estaba también dijo según tras',
  it:
    'il lo la i gli le l un uno una e ed o ma se che chi cui di del dello della dei degli delle dell a al allo alla ' +
    'ai agli alle all da dal dallo dalla dai dagli dalle dall in nel nello nella nei negli nelle nell con su sul ' +
    'sulla sui sulle sull per tra fra non più anche come quando dove questo questa questi queste quello quella si ' +
    'ci ne mi ti vi è sono era erano essere ha hanno aveva avevano avere stato stata suo sua suoi sue ha detto',
  pt:
    'o a os as um uma uns umas de do da dos das e ou mas se que quem qual como quando onde este esta estes estas ' +
    'esse essa isso isto em no na nos nas num numa por pelo pela pelos pelas para com sem sobre entre até desde é ' +
    'são era eram ser foi foram há tem têm tinha ter está estão seu sua seus suas ele ela eles elas eu nós não nem ' +
    'já mais muito também ao aos à às disse',
  nl:
    'de het een en of maar als dat die dit deze wie wat waar wanneer hoe in op aan te tot van voor met bij uit naar ' +
    'over onder tussen door om tegen zonder is zijn was waren werd werden worden wordt heeft hebben had hadden hij ' +
    'zij ze het we wij ik je u men zich zijn haar hun hem niet geen ook nog al er dan toen zo meer zei kan kunnen ' +
    'zal zullen moet moeten',
  sv:
    'en ett den det de och eller men om att som är var vara blir blev har hade i på av till för från med vid under ' +
    'över mellan efter före han hon de vi jag du man sig sin sitt sina hans hennes deras inte ingen också så när ' +
    'där här kan ska skulle måste säger sade',
}

const sets = new Map<string, ReadonlySet<string>>()

/**
 * The function words of a language, as normalised tokens.
 * @param language primary subtag: `en`
 */
export function functionWordsOf(language: string): ReadonlySet<string> {
  let known = sets.get(language)
  if (!known) {
    known = new Set((lists[language] ?? '').split(' '))
    sets.set(language, known)
  }
  return known
}

/** How many of the first words have to be function words for a language to be told by them. */
const enough = 0.15

/**
 * The language that a text most probably is in, told by its function words; `und` when it is none of
 * those known here.
 * @param words normalised tokens from the beginning of the text; some hundred are enough
 */
export function guessLanguage(words: readonly string[]): string {
  let best = 'und'
  let most = Math.max(3, words.length * enough)
  for (const language of Object.keys(lists)) {
    const known = functionWordsOf(language)
    const count = words.filter((word) => known.has(word)).length
    if (count > most) [best, most] = [language, count]
  }
  return best
}
