// Capitalised words that are no names, and words that tell what a name is of. Rules as data; lower-case.
import { words } from './lexicons/lexicon.ts'

/** Of peoples, faiths and parties, and other words that English writes with a capital. */
export const capitalised = words(
  `american americans russian russians chinese british french german germans english spanish italian italians
   japanese ukrainian ukrainians iranian iranians iraqi iraqis syrian syrians israeli israelis palestinian
   palestinians turkish greek greeks polish dutch belgian belgians swiss swedish norwegian danish finnish irish
   scottish welsh canadian canadians mexican mexicans brazilian indian indians pakistani afghan afghans saudi
   egyptian malaysian korean koreans vietnamese thai indonesian australian australians african africans asian asians
   european europeans western eastern southern northern muslim muslims islamic islamist islamists christian
   christians catholic catholics jewish jews hindu hindus buddhist arab arabs latino latinos hispanic hispanics
   republican republicans democrat democrats democratic conservative conservatives liberal liberals tory tories
   communist communists socialist nazi nazis soviet internet english monday tuesday wednesday thursday friday
   saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april may
   june july august september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov.
   dec. ok tv pm am a.m p.m ceo covid dna id usd eur gbp
   lebanese portuguese burmese sudanese baptist baptists evangelical evangelicals tunisian tunisians
   montenegrin austrian austrians bavarian mp mps gps dvd dvds fm
   algerian algerians parisian chechen albanian cuban venezuelan colombian`,
)

/** Of which a body, a place or a work is named: no family name. */
export const bodies = words(
  `house court party street square university department council authority bank committee union states state
   kingdom airlines news post times journal center centre ministry agency office bureau institute church republic
   city county town hospital school college association group company corporation corp corp. inc inc. ltd force
   guard army navy senate congress parliament government administration commission board foundation forum
   initiative act bill law treaty agreement war river lake sea ocean island islands mountain mount valley bridge
   park road avenue airport station stadium theater theatre hall museum palace hotel club league cup games
   conference summit festival day week month year world news network television radio magazine press room police
   fund service services security defense defence intelligence trade front movement coalition alliance federation
   assembly amendment constitution east west north south america africa asia europe`,
)

/** That may hold two capitalised words together to one name. */
export const particles = words(
  'de da do dos das del della di du des la le van von der den ter bin bint al el ibn zu zur af av',
)

/** Whose names go on behind "of": "University of Oxford", not "Mayor of Boston". */
export const ofHeads = words(
  'university department bank house court ministry board office bureau institute church republic state city council chamber association college school commonwealth isle gulf strait cape bay sea university’s islamic federation union organization organisation league academy museum order society academy battle board',
)

/** One name for what has two. */
export const aliases: Readonly<Record<string, string>> = {
  'US': 'United States',
  'USA': 'United States',
  'America': 'United States',
  'UK': 'United Kingdom',
  'Britain': 'United Kingdom',
  'EU': 'European Union',
  'UN': 'United Nations',
}
