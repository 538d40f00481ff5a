// Verbs by which a text says that somebody's words follow or went before, as data.

/** What a form of a verb can be. A form may be several: "read". */
export interface VerbForm {
  /** `said`, `says`: makes a sentence with a subject. */
  readonly finite: boolean
  /** `saying`. */
  readonly going: boolean
  /** `say`: after "to", "would", "did not" and the like, or with a plural. */
  readonly bare: boolean
  /** `called`, `described`: with "was" before it, whoever speaks comes after "by". */
  readonly past: boolean
  /** Can stand after the words: “…,” she said. The others only lead to them: she called it “…”. */
  readonly trailing: boolean
}

/** Regular verbs that go before or after the words said. */
const trailing = `
  acknowledge add admit advise affirm allege announce argue ask assert assure boast caution charge
  chant cite claim clarify comment complain concede conclude confess confirm contend continue counter
  cry declare demand deny detail disclose echo elaborate emphasize emphasise exclaim explain express
  fume grumble hint implore inform inquire insist instruct interject joke jest lament lecture maintain
  marvel mention moan muse mutter note observe offer opine pledge plead post predict press proclaim
  promise protest question quip rail reaffirm reason recall recite recount reiterate relate
  remark remember remind reply report request respond retort retweet reveal scold scream shout shrug
  sigh sneer stress suggest summarize summarise surmise testify theorize threaten thunder tout
  tweet urge vow wail warn whisper wonder yell allow agree stipulate posit intone gush enthuse
  volunteer signal cheer rebuke lambast
`

/** Regular verbs that go before them. */
const leading = `
  accuse address advertise applaud attack blame blast brand call caption castigate celebrate
  characterize characterise chide compare condemn criticize criticise deem decry denounce depict deride
  describe dismiss dub highlight hail invoke label laud mock mimic name nickname paint peg praise
  pronounce rap reject ridicule slam style tag tar taunt tease term text title trumpet
  welcome repeat underline underscore demonize reference refer
  specify voice promote blog email telephone radio portray view
`

/** Irregular ones: bare, past, participle, third person, going. */
const irregular: readonly (readonly [string, boolean])[] = [
  ['say said said says saying', true],
  ['tell told told tells telling', true],
  ['write wrote written writes writing', true],
  ['read read read reads reading', true],
  ['think thought thought thinks thinking', true],
  ['begin began begun begins beginning', true],
  ['go_on went_on gone_on goes_on going_on', true],
  ['swear swore sworn swears swearing', true],
  ['speak spoke spoken speaks speaking', false],
  ['feel felt felt feels feeling', false],
  ['shoot_back shot_back shot_back shoots_back shooting_back', true],
  ['fire_back fired_back fired_back fires_back firing_back', true],
  ['quote quoted quoted quotes quoting', false],
  ['rule ruled ruled rules ruling', true],
  ['state stated stated states stating', true],
  ['sing sang sung sings singing', true],
  ['hold held held holds holding', false],
  ['put_it put_it put_it puts_it putting_it', true],
  ['joke joked joked jokes joking', true],
  ['quip quipped quipped quips quipping', true],
  ['admit admitted admitted admits admitting', true],
  ['tag tagged tagged tags tagging', false],
  ['tar tarred tarred tars tarring', false],
  ['slam slammed slammed slams slamming', false],
  ['rap rapped rapped raps rapping', false],
  ['peg pegged pegged pegs pegging', false],
  ['dub dubbed dubbed dubs dubbing', false],
  ['refer referred referred refers referring', false],
  ['label labelled labelled labels labelling', false],
  ['signal signalled signalled signals signalling', true],
  ['blog blogged blogged blogs blogging', false],
]

/** The other languages of the press: past and present of what stands beside quotations. */
const foreign = `
  sagte sagt sagten sagen erklärte erklärt betonte betont schrieb schreibt meinte meint teilte fügte
  kritisierte warnte forderte berichtete fragte antwortete gesagt geschrieben
  dit disait déclaré déclare expliqué explique affirmé affirme ajouté ajoute souligné souligne estime
  estimé écrit assure assuré lancé lance indiqué indique précisé précise raconte raconté confié confie
  conclut poursuit insiste martèle réagi
  dijo dice dijeron afirmó afirma aseguró asegura explicó explica añadió añade señaló señala declaró
  declara escribió escribe sostuvo indicó manifestó agregó comentó advirtió
  detto dice disse ha_detto spiega spiegato afferma affermato dichiarato dichiara aggiunto aggiunge
  scritto scrive sottolinea sottolineato commenta commentato conclude
  zei zegt zeiden schreef schrijft verklaarde aldus liet vertelde vertelt meldde
  disse diz afirmou afirma declarou explicou explica acrescentou escreveu contou ressaltou destacou
`

const words = (list: string): string[] => list.split(/\s+/).filter((word) => word !== '')
const forms = new Map<string, VerbForm>()

function add(form: string, kind: Partial<VerbForm>): void {
  const known = forms.get(form)
  const { finite = false, going = false, bare = false, past = false } = kind
  forms.set(form, {
    finite: finite || (known?.finite ?? false),
    going: going || (known?.going ?? false),
    bare: bare || (known?.bare ?? false),
    past: past || (known?.past ?? false),
    trailing: (kind.trailing ?? false) || (known?.trailing ?? false),
  })
}

const isIrregular = new Set(irregular.map(([row]) => row.split(' ')[0]))

function addRegular(list: string, isTrailing: boolean): void {
  for (const bare of words(list)) {
    if (isIrregular.has(bare)) continue
    const stem = bare.endsWith('e') ? bare.slice(0, -1) : bare
    const hasY = /[^aeiou]y$/.test(bare)
    const past = hasY ? `${bare.slice(0, -1)}ied` : `${stem}ed`
    const third = hasY
      ? `${bare.slice(0, -1)}ies`
      : /(?:s|sh|ch|x)$/.test(bare)
        ? `${bare}es`
        : `${bare}s`
    add(bare, { bare: true, trailing: isTrailing })
    add(past, { finite: true, past: true, trailing: isTrailing })
    add(third, { finite: true, trailing: isTrailing })
    add(`${stem}ing`, { going: true, trailing: isTrailing })
  }
}

addRegular(trailing, true)
addRegular(leading, false)
for (const [row, isTrailing] of irregular) {
  const [bare = '', past = '', participle = '', third = '', going = ''] = row.split(' ')
  add(bare, { bare: true, trailing: isTrailing })
  add(past, { finite: true, trailing: isTrailing })
  add(participle, { past: true, trailing: isTrailing })
  add(third, { finite: true, trailing: isTrailing })
  add(going, { going: true, trailing: isTrailing })
}
add('recalled', { finite: true, past: true, trailing: true })
for (const form of words(foreign)) add(form, { finite: true, trailing: true })

/** What a word, in lower case, is as a verb of saying; undefined for any other word. */
export const sayingForm = (lower: string): VerbForm | undefined => forms.get(lower)

/** Verbs with whose form a noun or another sense is spelled, by the word that then follows. */
export const notSaying: ReadonlyMap<string, RegExp> = new Map([
  ['attacks', /^/],
  ['addresses', /^/],
  ['called', /^(?:on|upon|for|off|back|in)$/],
  ['calling', /^(?:on|upon|for|off|back|in)$/],
  ['calls', /^(?:on|upon|for|off|back|in|from)$/],
  ['call', /^(?:on|upon|for|off|back|in|from|with)$/],
  ['added', /^(?:to|up)$/],
  ['posted', /^(?:online|by)$/],
  ['continued', /^(?!(?:in|on|during)$)[a-z]/],
  ['began', /^(?:to|its|his|her|their)$/],
])

/** Third persons that are more often plurals: "volunteers", "posts". A name or pronoun stands before the verb. */
export const pluralLike: ReadonlySet<string> = new Set(
  words(`volunteers calls posts attacks labels names views titles references tweets comments remarks
    questions requests demands signals offers promises protests charges quotes reports mentions texts
    brands terms tags slams blasts cries cheers shouts screams notes claims hints reasons radios emails addresses
    telephones blogs portraits highlights repeats captions`),
)

/** Spelled like nouns: part of "the state auditor", "a press officer", not its verb. */
export const nounLike: ReadonlySet<string> = new Set(
  words(`state report question comment request protest demand post tweet note press charge cite promise
    quip remark claim offer pledge signal address attack blast call label mock name nickname paint
    praise brand tag term text title tout slam radio blog email telephone view cheer signal question
    stress caution advance rebuke tease taunt caption repeat reference volunteer mention quote plead
    highlight sigh scream shout cheer cry mimic profile hint reason reference`),
)
