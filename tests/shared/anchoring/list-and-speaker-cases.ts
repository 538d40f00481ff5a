// Lists, rows and what people say, where a neighbour looks like the passage: the passage is in brackets in the
// older text, and where it may stand in the new one; without brackets there it is an orphan.

export interface MarkedCase {
  readonly kind: string
  readonly old: string
  readonly now: string
  /** With the old text, without it, or both ways. */
  readonly hasOld: readonly boolean[]
}

export const listAndSpeakerCases: readonly MarkedCase[] = [
  {
    kind: 'an item of another make in the place of the first',
    old: '1. Rope for the crew: 64 metres\n2. [Oslo, 3 masts, red\n3. Sails for the pilot: 9\n4. Bergen], 2 masts',
    now: '1. Rope for the crew: 64 metres\n2. lamp oil and twine\n[3. Sails for the pilot: 9\n4. Bergen], 2 masts',
    hasOld: [true],
  },
  {
    kind: 'an item of another make in the place of the last',
    old: '- lamp oil and twine\n- [sails and spare oars for the pilot of the harbour: 9\n- Bergen, 2 masts]\n- tar',
    now: '- lamp oil and twine\n- [sails and spare oars for the pilot of the harbour: 9]\n- a chest without a key\n- tar',
    hasOld: [true],
  },
  {
    kind: 'a number at the beginning of a line that names a day',
    old: '2. November: Krause, Husum\n[3. März: Vogt], Plön\n4. April: Sommer, Eutin',
    now: '2. November: Krause, Husum\n3. Juli: Sommer, Eutin\n4. April: Sommer, Eutin',
    hasOld: [true],
  },
  {
    kind: 'a row that is as near to another row',
    old: 'Aldous | Farrow | 12\nLindqvist | [Brackley] | 12\nNobody could say more.',
    now: 'Aldous | Brackley | 12',
    hasOld: [true],
  },
  {
    kind: 'a row with the same name and another number, of which another was nearer',
    old: '- [berths for Wiesner: 12]\n- berths for Vogt: 3\n- berths for Brand: 12',
    now: '- berths for Wiesner: 3\n- berths for Brand: 12',
    hasOld: [true],
  },
  {
    kind: 'what was said, by another',
    old: '“The nets were lost in the fog and [nobody ever asked us]”, said Tanaka. The quay was empty.',
    now: '“The nets were lost in the fog and nobody ever asked us”, Moreau told the board. The quay was empty.',
    hasOld: [false],
  },
  {
    kind: 'what was said with the speaker, by another',
    old: 'The quay was empty. “The nets were lost and [nobody ever asked us”, said Tanaka.] “The nets were lost and nobody ever asked us”, wrote Moss of Elstree.',
    now: 'The quay was empty. “The nets were lost and nobody ever asked us”, wrote Moss of Elstree.',
    hasOld: [false],
  },
  {
    kind: 'the same words by the same, said on another day',
    old: '»Niemand hat [das Wasser kommen sehen]«, sagte Krause am Montag. Die Straße war leer.',
    now: '»Niemand hat das Wasser kommen sehen«, sagte Krause am Freitag. Die Straße war leer.',
    hasOld: [false],
  },
  {
    kind: 'a time at the beginning of what stands behind the words',
    old: '[the southern lock is closed from] 18.40 on\nthe southern lock is closed from 7.40 on',
    now: 'the southern lock is closed from 7.40 on',
    hasOld: [true, false],
  },
  {
    kind: 'a line and a part of the next',
    old: '- Plön, Sonntag, 7.40 Uhr\n- [Eutin, Dienstag, 18.40 Uhr]\n- das Tor bleibt zu',
    now: '- Plön, Sonntag, 7.40 Uhr\n- Eutin, Samstag, 21.15 Uhr\n- [Eutin Dienstag, 18.40 Uhr]\n- das Tor bleibt zu',
    hasOld: [true],
  },
  {
    kind: 'a sentence of which only the one that denies it is left',
    old: 'اجتمع المجلس مساء أمس. [وافق الوزير على بناء الجسر الجديد]. غادر الجميع القاعة بعد ذلك.',
    now: 'اجتمع المجلس مساء أمس. لم يوافق الوزير على بناء الجسر الجديد. غادر الجميع القاعة بعد ذلك.',
    hasOld: [false],
  },
  {
    kind: 'the same words behind one that denies them',
    old: 'The board met late. [the minister agreed to build the bridge] and left. All went home.',
    now: 'The board met late. Never the minister agreed to build the bridge and left. All went home.',
    hasOld: [false],
  },
  {
    kind: 'the same words before a word that denies them',
    old: 'Der Rat tagte am Abend. [Der Minister kam zur Brücke]. Alle gingen danach nach Hause.',
    now: 'Der Rat tagte am Abend. Der Minister kam zur Brücke nicht. Alle gingen danach nach Hause.',
    hasOld: [false],
  },
]
