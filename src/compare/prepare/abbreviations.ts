// Full stops that end no sentence: what the Unicode rules for sentences leave to each language.

/** Always goes on: a title, a unit or a month before what it belongs to. Lower case, without the stop. */
const alwaysGoesOn = new Set(
  (
    'mr mrs ms mx dr prof rev hon fr sr st ste mt ft gen lt col sgt capt cmdr adm maj cpl pvt sen sens ' +
    'rep reps gov govs pres amb atty supt det insp messrs mme mlle vs v jan feb mar apr jun jul aug sept sep oct ' +
    'nov dec mon tue tues wed thu thurs fri hr dipl ing bzw ca z.b d.h u.a usw vgl sog nr abs dra exc sig'
  ).split(' '),
)

/** Goes on unless what follows looks like the beginning of a sentence. */
const mayEnd = new Set(
  (
    'inc corp co ltd llc bros jr al est dept univ ave blvd rd u.s u.k u.n e.u d.c a.m p.m ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore ' +
    'pa penn tenn tex va vt wash wis wyo ph.d m.d b.a m.a'
  ).split(' '),
)

/** Before a number only: "No. 3", "pp. 12". */
const beforeNumber = new Set('no nos p pp art sec fig vol ch cf c op'.split(' '))

/** Words that begin a sentence far more often than a name. */
const beginners = new Set(
  (
    'the a an this that these those it its he she they we you his her their our my i but and or so yet nor if in on ' +
    'at for from by with as when while after before since because although though however there here ' +
    'what who why how where which then now today also even still not no some many most more all both ' +
    "one two three under over during among despite according it's that's he's she's they're we're i'm i've " +
    'is are was were do does did will would can could should has have had let asked ' +
    'der die das ein eine er sie es wir und aber im am le la les un une il elle el los las una en'
  ).split(' '),
)

const lastWord = /(?:^|[^\p{L}\p{M}\p{N}.])((?:[\p{L}\p{M}]+\.)*[\p{L}\p{M}]+)\.$/u
const firstWord = /^[^\p{L}\p{N}]*([\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?)/u

/** Languages that write an ordinal with a full stop: "am 3. Mai". */
const ordinals = new Set('cs da de et fi hr hu lv nb nn no sk sl'.split(' '))
const ordinal = /(?:^|[^\p{L}\p{N}.,])\d{1,2}\.$/u

/**
 * Whether a full stop belongs to an abbreviation and the sentence goes on after it.
 * @param before what stands before, to and with the full stop (the last 24 code units are enough)
 * @param after what follows, white space left out
 * @param language BCP 47
 */
export function goesOnAfterStop(before: string, after: string, language: string): boolean {
  const following = firstWord.exec(after)?.[1] ?? ''
  if (ordinals.has(language) && ordinal.test(before)) return !beginners.has(following.toLowerCase())
  const word = lastWord.exec(before)?.[1]
  if (word === undefined) return false
  const lower = word.toLowerCase()
  if (beforeNumber.has(lower) && /^\p{N}/u.test(after)) return true
  if (alwaysGoesOn.has(lower))
    return /^\p{Lu}/u.test(word) || !beginners.has(following.toLowerCase())
  const isInitial = /^\p{Lu}\p{M}*$/u.test(word) && word !== 'I'
  const hasStops = word.includes('.')
  if (
    !isInitial &&
    !hasStops &&
    !(mayEnd.has(lower) && /^\p{Lu}/u.test(word)) &&
    !mayEndLower.has(lower)
  )
    return false
  if (/^\p{N}/u.test(after)) return isInitial || hasStops
  if (!/^\(?\p{L}/u.test(after)) return false
  return !beginners.has(following.toLowerCase().replace('’', "'"))
}

const mayEndLower = new Set(['al', 'inc', 'est'])
