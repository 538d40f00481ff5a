// What passages that look alike are made of, as data: frames with slots, and what stands in a slot. With
// another word in one of them it is another passage.

export interface Language {
  /** By name; a frame has it in braces. */
  readonly slots: Readonly<Record<string, readonly string[]>>
  readonly frames: readonly string[]
  /** Items of lists, rows of tables, questions and answers: what has no full sentence. */
  readonly items: readonly string[]
  /** What people say, without the marks. */
  readonly spoken: readonly string[]
  /** By whom: behind the mark that closes. */
  readonly speakers: readonly string[]
  /** What looks like nothing else. */
  readonly plain: readonly string[]
  /** Words for which others can stand that say the same, and what can be put in. */
  readonly harmless: readonly (readonly [string, string])[]
}

const english: Language = {
  slots: {
    NAME: ['Aldous', 'Karlan', 'Brenner', 'Oduya', 'Whitcombe', 'Tanaka', 'Lindqvist', 'Moreau'],
    PLACE: ['Ashford', 'Brackley', 'Corwen', 'Dunmore', 'Elstree', 'Farrow', 'Glenside'],
    DAY: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    MONTH: ['January', 'March', 'April', 'June', 'September', 'November'],
    WAY: ['north', 'south', 'east', 'west'],
    N: ['2', '3', '7', '12', '18', '41', '58', '64', '398', '412', '1,250'],
    TIME: ['6:20', '7:40', '11:05', '18:20', '18:40', '21:15'],
    COUNT: ['two', 'three', 'four', 'seven', 'nine', 'ten', 'twelve'],
    NOT: ['will', 'will not', 'may', 'may not'],
    IS: ['is', 'is not', 'was never', 'was'],
    OPEN: ['opened', 'closed'],
    MORE: ['more', 'fewer'],
  },
  frames: [
    'Ward {N}: {NAME} {N}, {NAME} {N}, turnout {N} per cent.',
    '{NAME} voted for the closure of the bridge at {PLACE}.',
    '{NAME} voted for it again on {DAY}.',
    'The {WAY} route shortened its crossings by {COUNT} minutes on {DAY}.',
    'The ferry from {PLACE} to {PLACE} leaves the quay at {TIME}.',
    'The mayor said that the bridge at {PLACE} {NOT} close in the spring.',
    '{COUNT} of the supports at {PLACE} are safe, the report says.',
    'The harbour office {IS} ready to pay {N} pounds to {NAME} for the boats.',
    'On {DAY} {NAME} told the board that {N} crews {NOT} sail from {PLACE}.',
    'Those who live along the {WAY} bank of the river were asked to leave their houses before the water reached the mark of {N} centimetres.',
    'In {MONTH} the company that runs the boats said that it had taken on {COUNT} people to mend the hulls and to paint the sheds in {PLACE}.',
    'The old hall in {PLACE} was {OPEN} to visitors in {MONTH} after the roof had been looked at by an engineer from the county.',
    'There were {MORE} complaints about the noise of the night boats than in the year before, the office in {PLACE} wrote in its answer to {NAME}.',
  ],
  items: [
    '{PLACE}, {DAY}, {TIME}',
    '{N} {MONTH}: {NAME}, {PLACE}',
    '{NAME} | {PLACE} | {N}',
    '{PLACE}\t{N}\t{TIME}',
    'members {NOT} bring guests on {DAY}',
    'seats for {NAME}: {N}',
    'the {WAY} gate is {OPEN} at {TIME}',
    'fee for boats from {PLACE}: {N} pounds a month',
  ],
  spoken: [
    'We {NOT} pay for a second pier in {PLACE} as long as nobody uses the first',
    'The boats from {PLACE} were late on {COUNT} days',
    'I have lived here for {N} years and nobody ever asked me',
    'There {IS} enough money for the repairs that were promised in {MONTH}',
  ],
  speakers: ['said {NAME}', '{NAME} told the board on {DAY}', 'wrote {NAME} of {PLACE}'],
  plain: [
    'The harbour board published the figures of its spring trial in the afternoon.',
    'Both crews had asked for a longer trial before the winter timetable begins.',
    'Nobody at the quay could say how the money had been spent.',
    'A second report is expected once the engineers have looked at the piers.',
    'Fishermen complained that the new moorings lie too far from the market.',
    'The old toll house has been empty since the road was widened.',
    'Storms had damaged the slipway twice, and repairs took longer than planned.',
    'Visitors are asked to leave their cars by the church and to walk down.',
    'The minutes of the meeting were printed and hung up beside the notice board.',
    'Children from the school painted the railings in bright colours.',
  ],
  harmless: [
    ['the closure of', 'the final closure of'],
    ['shortened', 'cut short'],
    ['report', 'study'],
    ['ready', 'prepared'],
    ['asked', 'urged'],
    ['leaves', 'departs from'],
    ['said that', 'stated that'],
    ['complaints', 'letters of complaint'],
    ['people', 'workers'],
    ['repairs', 'repair work'],
    ['visitors', 'guests'],
    ['reached', 'came up to'],
  ],
}

const german: Language = {
  slots: {
    NAME: ['Albrecht', 'Krause', 'Vogt', 'Brandner', 'Öztürk', 'Wiesner', 'Lindner', 'Sommerfeld'],
    PLACE: ['Lindau', 'Husum', 'Brackwede', 'Eutin', 'Wismar', 'Görlitz', 'Plön'],
    DAY: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
    MONTH: ['Januar', 'März', 'April', 'Juni', 'September', 'November'],
    WAY: ['nördliche', 'südliche', 'östliche', 'westliche'],
    N: ['2', '3', '7', '12', '18', '41', '58', '64', '398', '412', '1.250'],
    TIME: ['6.20', '7.40', '11.05', '18.20', '18.40', '21.15'],
    COUNT: ['zwei', 'drei', 'vier', 'sieben', 'neun', 'zehn', 'zwölf'],
    NOT: ['wird', 'wird nicht', 'darf', 'darf nicht'],
    NO: ['einen', 'keinen'],
    OPEN: ['geöffnet', 'geschlossen'],
    MORE: ['mehr', 'weniger'],
  },
  frames: [
    'Bezirk {N}: {NAME} {N}, {NAME} {N}, Beteiligung {N} Prozent.',
    '{NAME} stimmte für die Schließung der Brücke in {PLACE}.',
    'Am {DAY} stimmte {NAME} noch einmal dafür.',
    'Die Fähre von {PLACE} nach {PLACE} legt um {TIME} Uhr am Kai ab.',
    'Die Bürgermeisterin sagte, dass die Brücke in {PLACE} im Frühjahr {NOT} gesperrt werden.',
    '{COUNT} der Pfeiler in {PLACE} sind sicher, heißt es im Bericht.',
    'Das Hafenamt sah {NO} Grund, {NAME} für die Boote {N} Euro zu zahlen.',
    'Am {DAY} sagte {NAME} dem Ausschuss, dass {N} Boote aus {PLACE} auslaufen.',
    'Wer am Fluss wohnt, auf das das {WAY} Ufer folgt, sollte sein Haus verlassen, bevor das Wasser die Marke von {N} Zentimetern erreicht.',
    'Im {MONTH} teilte die Reederei mit, dass sie {COUNT} Leute eingestellt hat, die in {PLACE} die Rümpfe ausbessern und die Schuppen streichen.',
    'Die alte Halle in {PLACE} wurde im {MONTH} für Besucher {OPEN}, nachdem ein Ingenieur aus dem Kreis das Dach geprüft hatte.',
    'Es gab {MORE} Beschwerden über den Lärm der Nachtboote als im Jahr davor, schrieb das Amt in {PLACE} in seiner Antwort an {NAME}.',
  ],
  items: [
    '{PLACE}, {DAY}, {TIME} Uhr',
    '{N}. {MONTH}: {NAME}, {PLACE}',
    '{NAME} | {PLACE} | {N}',
    '{PLACE}\t{N}\t{TIME}',
    'das {WAY} Tor ist ab {TIME} Uhr {OPEN}',
    'Plätze für {NAME}: {N}',
    'Gebühr für Boote aus {PLACE}: {N} Euro im Monat',
  ],
  spoken: [
    'Der Kreis {NOT} für einen zweiten Steg in {PLACE} zahlen, solange niemand den ersten benutzt',
    'Die Boote aus {PLACE} kamen an {COUNT} Tagen zu spät',
    'Ich wohne hier seit {N} Jahren, und gefragt hat mich noch keiner',
    'Es gibt {NO} Plan für die Arbeiten, die im {MONTH} versprochen wurden',
  ],
  speakers: ['sagte {NAME}', 'erklärte {NAME} am {DAY}', 'schrieb {NAME} aus {PLACE}'],
  plain: [
    'Der Hafenausschuss legte am Nachmittag die Zahlen des Versuchs vor.',
    'Beide Besatzungen hatten um einen längeren Versuch gebeten.',
    'Am Kai konnte sich keiner erklären, wofür das Geld ausgegeben wurde.',
    'Ein weiterer Bericht soll folgen, sobald die Ingenieure die Pfeiler gesehen haben.',
    'Fischer beklagten, dass die neuen Liegeplätze zu weit vom Markt entfernt sind.',
    'Das alte Zollhaus steht leer, seit die Straße verbreitert wurde.',
    'Stürme hatten die Rampe beschädigt, und die Arbeiten dauerten länger als gedacht.',
    'Besucher sollen ihre Wagen an der Kirche abstellen und zu Fuß gehen.',
    'Das Protokoll der Sitzung hing am nächsten Morgen neben dem Fahrplan.',
    'Kinder aus der Schule haben das Geländer in bunten Farben gestrichen.',
  ],
  harmless: [
    ['die Schließung der', 'die endgültige Schließung der'],
    ['heißt es im Bericht', 'steht im Bericht'],
    ['sagte', 'erklärte'],
    ['Leute', 'Arbeiter'],
    ['Beschwerden', 'Klagen'],
    ['verlassen', 'räumen'],
    ['Besucher', 'Gäste'],
    ['geprüft hatte', 'gründlich geprüft hatte'],
    ['teilte die Reederei mit', 'gab die Reederei bekannt'],
    ['Arbeiten', 'Reparaturen'],
  ],
}

export const languages: readonly Language[] = [english, german]
