// Small words and titles by which the subject of a sentence is told, as data.

const set = (list: string): ReadonlySet<string> =>
  new Set(list.split(/\s+/).filter((word) => word !== ''))

/** Titles before a name, in lower case without the point. */
export const titles = set(`
  mr mrs ms miss dr prof sir lord lady dame president vice-president chancellor premier
  sen sens senator rep reps representative congressman congresswoman gov governor mayor
  secretary minister ambassador judge justice attorney general gen lt col colonel maj major capt captain
  sgt sergeant adm admiral cmdr commander lieutenant officer detective sheriff chief speaker leader
  chairman chairwoman chair director professor pope king queen prince princess rev reverend bishop
  archbishop cardinal imam rabbi father sister brother pastor spokesman spokeswoman spokesperson
  treasurer coach councilman councilwoman councilor councillor commissioner superintendent
  herr frau monsieur madame m mme señor señora signor signora
`)

/** Titles that stay with the name: nobody says "Francis". */
export const keptTitles = set('pope king queen prince princess lady lord sir dame')

export const maleTitles = set('mr sir lord congressman king prince pope chairman spokesman herr')
export const femaleTitles = set(
  'mrs ms miss lady dame congresswoman queen princess chairwoman spokeswoman frau madame mme',
)

export const subjectPronouns = set('he she they who')
export const objectPronouns = set('him her them')

/** What can begin the name of somebody: "the mayor", "his lawyer", "three witnesses". */
export const determiners = set(`
  the a an his her their its our my your another one two three four five six several some many most
  both other others these those every each no
  der die das ein eine le la les un une el los las una il lo gli de het een o os as um uma
`)

/** Ends a name or description, and cannot begin one. */
export const functionWords = set(`
  and or but nor yet so for of from at in on to by with about into over after before during since
  until under against between through as that which who whom whose what when where while why how if
  because although though unless than then there here it this is are was were be been being am has have
  had do does did will would can could shall should may might must not also still again only just even
  very too more less much both either neither not i we you he she they him them us me myself himself
  herself itself themselves let lets amid among toward towards via per despite without within upon
`)

export const linking = set('of for from with at')

/** Places and occasions of speaking: "at a rally" is not part of who speaks. */
export const occasions = set(`
  statement interview email e-mail letter tweet tweets post speech rally news conference briefing video
  memo message note series court filing meeting hearing event ceremony op-ed article column appearance
  blog release time times press monday tuesday wednesday thursday friday saturday sunday
  january february march april may june july august september october november december
  twitter facebook instagram
`)

export const beForms = set('is are was were be been being am')
export const auxiliaries = set(
  'has have had would will can could may might did does do shall should must a ont ha han hat haben',
)

/** Adverbs that stand between who speaks and the verb; words in -ly are adverbs too. */
export const adverbs = set(`
  also later then once again often still even never always just now first twice soon has himself
  herself themselves not simply further reportedly sometimes instead too
`)

/** Cannot be whoever speaks, though they stand where such do. */
export const nobody = set(`
  monday tuesday wednesday thursday friday saturday sunday january february march april june july
  august september october november december today yesterday tomorrow it this that which there what
  here such asked yes no rather sooner gallery however meanwhile moreover instead nonetheless nevertheless
`)

/** People by their work or their part in the story: whom "he" or "she" can mean. */
export const humans = set(`
  official aide lawyer attorney prosecutor man woman boy girl teacher doctor nurse student worker
  farmer driver owner resident neighbour neighbor witness victim survivor expert analyst scientist
  researcher economist historian author writer reporter journalist actor actress singer player boss
  executive founder lawmaker politician candidate diplomat adviser advisor counsel investigator
  mother son daughter wife husband widow uncle aunt cousin friend activist organizer organiser
  pilot soldier agent guard priest critic host comedian businessman businesswoman entrepreneur
`)

/** Parts of a name in small letters. */
export const particles = set(
  'de da di del della der den du la le van von bin ibn al el ben ter y e dos das zu',
)

/** Verbs of other doings, whose form does not show it: they end a subject. */
export const pastVerbs = set(`
  met went took ran came gave made got sat stood won lost led fell left wore sought kept became grew
  drew flew brought bought caught taught spent sent built saw set hit cut held wants wanted plans has
  began continued knew found heard showed shows makes takes goes comes gives plays works lives says
`)
