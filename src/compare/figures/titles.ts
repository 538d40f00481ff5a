// Words that stand before a person's name and say who that is. Rules as data; lower-case.
import { words } from './lexicons/lexicon.ts'

/** Mere address: no role. */
export const addresses = words(
  'mr mr. mrs mrs. ms ms. miss mister madam sir dame lord lady dr dr. m. mme mme. mlle monsieur madame herr frau señor señora sr. sra. signor signora senhor senhora don doña',
)

/** A role by itself or the last word of one ("Defense Secretary"). */
export const roles = words(
  `president secretary minister premier chancellor mayor senator sen sen. representative rep rep. congressman
   congresswoman governor gov gov. councillor councilor councilman councilwoman alderman judge justice chief
   general gen gen. lieutenant lt lt. colonel col col. major maj maj. captain capt capt. sergeant sgt sgt.
   admiral adm adm. commander commissioner officer deputy detective inspector constable sheriff marshal
   professor prof prof. doctor pope cardinal archbishop bishop father rev rev. reverend rabbi imam pastor king queen
   prince princess duke duchess emperor sultan sheikh ayatollah ambassador envoy speaker leader
   chairman chairwoman chair director ceo spokesman spokeswoman spokesperson attorney prosecutor coach
   analyst chairperson counsel adviser advisor strategist congressperson kanzler kanzlerin bundeskanzler bundeskanzlerin
   präsident präsidentin ministerin bürgermeister bürgermeisterin sprecher sprecherin vorsitzende vorsitzender
   außenminister innenminister finanzminister président présidente ministre maire presidente presidenta ministro
   ministra alcalde alcaldesa sindaco burgemeester`,
)

/** Roles that one person at a time has: another name beside it is another person in the same role. */
export const singleRoles = words(
  'president mayor chancellor premier minister secretary governor pope king queen speaker chairman chairwoman chief director ceo coach sheriff kanzler bundeskanzler bürgermeister bürgermeisterin président maire alcalde',
)

/** After the head of a role: "Secretary of State", "Chief of Staff". */
export const roleTails = words('state staff defense defence police justice education energy labor')

/** Written small before a name, a role all the same: "spokeswoman Ada Lind". */
export const isRole = (word: string): boolean =>
  roles.has(word) || /(?:minister|president|secretary|spokes(?:man|woman|person))$/.test(word)

/** Begin with a word that looks like a role and are none. */
export const noRoles =
  /General Assembly|^(?:General (?:Motors|Electric|Dynamics|Mills)|Major League|Prince Edward|King County|Queens|Chief Executive|Justice Department|Speaker’s|Father’s)/

/** Short forms and the given names they stand for. */
const shortForms = `abe abraham|al albert alan alfred|alex alexander alexandra|andy andrew|barb barbara|becky rebecca|ben
 benjamin|bernie bernard|bert albert|beth elizabeth|betsy elizabeth|betty elizabeth|bill william|billy william|bob
 robert|bobby robert|cathy catherine|charlie charles|chris christopher christine|chuck charles|cindy cynthia|dan
 daniel|danny daniel|dave david|debbie deborah|dick richard|don donald|doug douglas|ed edward edwin|eddie edward|
 fred frederick|gabe gabriel|gene eugene|greg gregory|hank henry|harry henry harold|jack john|jake jacob|jeff
 jeffrey|jen jennifer|jenny jennifer|jerry gerald jerome|jim james|jimmy james|joe joseph|joey joseph|johnny john|
 jon jonathan|josh joshua|kate katherine catherine|kathy katherine|ken kenneth|kim kimberly|larry lawrence|leo
 leonard|liz elizabeth|maggie margaret|matt matthew|meg margaret|mick michael|mike michael|mitch mitchell|nancy ann|
 nate nathan|ned edward|nick nicholas|pam pamela|pat patrick patricia|pete peter|peggy margaret|phil philip phillip|
 ray raymond|rich richard|rick richard|rob robert|ron ronald|russ russell|sam samuel samantha|sandy sandra|steve
 steven stephen|stu stuart|sue susan|ted edward theodore|terry terence theresa|tim timothy|tom thomas|tommy thomas|
 tony anthony|val valerie|vince vincent|walt walter|will william|zach zachary`

const longForms = new Map<string, readonly string[]>(
  shortForms.split('|').map((line) => {
    const [short = '', ...long] = line.trim().split(/\s+/)
    return [short, long]
  }),
)

const givenNames = new Set([...longForms].flat(2))

/** A given name of English, or its short form. Few; absence says nothing. */
export const isGivenName = (word: string): boolean => givenNames.has(word)

/** Whether two given names may be one person's: "Jim" and "James", "J." and "James". Lower-case. */
export function sameGiven(a: string, b: string): boolean {
  if (a === b) return true
  const [x = '', y = ''] = [a.split(' ')[0], b.split(' ')[0]]
  const initial = (one: string, other: string): boolean =>
    /^\p{L}\.?$/u.test(one) && other.startsWith(one.slice(0, 1))
  return (
    x === y ||
    initial(x, y) ||
    initial(y, x) ||
    (longForms.get(x)?.includes(y) ?? false) ||
    (longForms.get(y)?.includes(x) ?? false)
  )
}
