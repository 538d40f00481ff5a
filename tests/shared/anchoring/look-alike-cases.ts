// Pairs of passages that are alike but for what carries the meaning, by kind: the first is marked, the second
// is another passage.

export const lookAlikes: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  number: [
    [
      'Ward 5: turnout was 61 per cent at the last count.',
      'Ward 6: turnout was 58 per cent at the last count.',
    ],
    [
      'The 18:20 ferry to the islands was cancelled last night.',
      'The 18:40 ferry to the islands was cancelled last night.',
    ],
    [
      'Two of the lifeboats are seaworthy, the inspector wrote.',
      'Ten of the lifeboats are seaworthy, the inspector wrote.',
    ],
    [
      'The grant came to 12,500 pounds for the reading room.',
      'The grant came to 13,500 pounds for the reading room.',
    ],
    [
      'Zwei der Brücken wurden im Mai gesperrt und geprüft.',
      'Drei der Brücken wurden im Mai gesperrt und geprüft.',
    ],
    [
      'Le bus de 7 h 15 est parti sans attendre les élèves.',
      'Le bus de 7 h 45 est parti sans attendre les élèves.',
    ],
    [
      'Tres de los puentes siguen cerrados desde la tormenta.',
      'Cinco de los puentes siguen cerrados desde la tormenta.',
    ],
    [
      'Article 3 of the charter names the duties of members.',
      'Article 4 of the charter names the duties of members.',
    ],
    [
      'The water stood 3.5 metres above the mark at the quay.',
      'The water stood 35 metres above the mark at the quay.',
    ],
    [
      'Дом на 12 улице построили за два года до войны.',
      'Дом на 14 улице построили за два года до войны.',
    ],
    [
      'The first reading of the bill passed without a debate.',
      'The third reading of the bill passed without a debate.',
    ],
  ],
  name: [
    ['Aldous voted for the closure of the bridge.', 'Karlan voted for the closure of the bridge.'],
    [
      'The ferry from Corwen was late because of the fog.',
      'The ferry from Elstree was late because of the fog.',
    ],
    [
      'A letter from Brenner was read out in the hall.',
      'A letter from Oduya was read out in the hall.',
    ],
    [
      'According to Moreau the repairs were well done.',
      'According to Tanaka the repairs were well done.',
    ],
    [
      'In Lindau sprach Bürgermeisterin Vogt zu den Gästen.',
      'In Lindau sprach Bürgermeisterin Krause zu den Gästen.',
    ],
    [
      'Selon Durand, les travaux dureront tout l’été.',
      'Selon Lefèvre, les travaux dureront tout l’été.',
    ],
    [
      'La carta de Ortega llegó tarde a la redacción.',
      'La carta de Ibarra llegó tarde a la redacción.',
    ],
    [
      'The NHS answered the letter after four weeks.',
      'The BBC answered the letter after four weeks.',
    ],
    [
      'Nobody in Farrow had heard of the new timetable.',
      'Nobody in Dunmore had heard of the new timetable.',
    ],
    ['The report by Whitcombe names three causes.', 'The report by Lindqvist names three causes.'],
  ],
  denial: [
    [
      'The mayor said that the bridge will close.',
      'The mayor said that the bridge will not close.',
    ],
    ['Visitors may enter the tower after dark.', 'Visitors may not enter the tower after dark.'],
    [
      'The council was told about the leak in the pipe.',
      'The council was never told about the leak in the pipe.',
    ],
    [
      'The house was sold with the garden and the shed.',
      'The house was sold without the garden and the shed.',
    ],
    [
      'Der Rat hat dem Plan für den Hafen zugestimmt.',
      'Der Rat hat dem Plan für den Hafen nicht zugestimmt.',
    ],
    [
      'Es gab einen Grund für die lange Sperrung der Straße.',
      'Es gab keinen Grund für die lange Sperrung der Straße.',
    ],
    [
      'Le maire a jamais promis de rouvrir le vieux pont.',
      'Le maire a toujours promis de rouvrir le vieux pont.',
    ],
    [
      'El puente se abrirá al tráfico antes del invierno.',
      'El puente no se abrirá al tráfico antes del invierno.',
    ],
    [
      'Il sindaco ha firmato la lettera dei pescatori.',
      'Il sindaco non ha firmato la lettera dei pescatori.',
    ],
    [
      'Мост откроют для машин до конца этого года.',
      'Мост не откроют для машин до конца этого года.',
    ],
    [
      'The crews didn’t ask for a longer trial this year.',
      'The crews did ask for a longer trial this year.',
    ],
  ],
  day: [
    [
      'The market is open on Tuesday from early on.',
      'The market is open on Thursday from early on.',
    ],
    [
      'Rain is expected in the hills on Saturday night.',
      'Rain is expected in the hills on Sunday night.',
    ],
    [
      'The fair was moved to the last week of April.',
      'The fair was moved to the last week of June.',
    ],
    [
      'The yard closes in winter for lack of orders.',
      'The yard closes in summer for lack of orders.',
    ],
    ['Trains run every hour in the morning.', 'Trains run every hour in the evening.'],
    [
      'Am Montag tagte der Ausschuss hinter verschlossenen Türen.',
      'Am Freitag tagte der Ausschuss hinter verschlossenen Türen.',
    ],
    [
      'La réunion de mardi a duré plus de deux heures.',
      'La réunion de jeudi a duré plus de deux heures.',
    ],
    [
      'El mercado del martes estaba lleno de gente.',
      'El mercado del viernes estaba lleno de gente.',
    ],
    ['The vote was held yesterday in the old hall.', 'The vote was held today in the old hall.'],
    [
      'The crossing takes nine minutes on weekdays.',
      'The crossing takes nine minutes on weekends.',
    ],
  ],
  opposite: [
    [
      'The northern route is the shorter of the two.',
      'The southern route is the shorter of the two.',
    ],
    [
      'Turn left at the chapel and walk to the pier.',
      'Turn right at the chapel and walk to the pier.',
    ],
    [
      'Prices in the harbour rose for a third month.',
      'Prices in the harbour fell for a third month.',
    ],
    [
      'The board accepted the offer of the shipyard.',
      'The board rejected the offer of the shipyard.',
    ],
    [
      'More people came to the quay than a year ago.',
      'Fewer people came to the quay than a year ago.',
    ],
    [
      'The gate to the garden was open all afternoon.',
      'The gate to the garden was closed all afternoon.',
    ],
    ['Members must pay the fee at the desk.', 'Members may pay the fee at the desk.'],
    [
      'Der Pegel ist seit der Nacht gestiegen, sagt das Amt.',
      'Der Pegel ist seit der Nacht gesunken, sagt das Amt.',
    ],
    [
      'Le vieux pont est ouvert aux piétons et aux vélos.',
      'Le vieux pont est fermé aux piétons et aux vélos.',
    ],
    [
      'El equipo ganó el partido en los últimos minutos.',
      'El equipo perdió el partido en los últimos minutos.',
    ],
    [
      'He told the board that the money had been spent.',
      'She told the board that the money had been spent.',
    ],
  ],
  thing: [
    [
      'Will the ferry carry bicycles? No, says the office.',
      'Will the ferry carry dogs? Yes, says the office.',
    ],
    [
      'The bread is baked in the cellar of the old mill.',
      'The cheese is kept in the cellar of the old mill.',
    ],
    [
      'Boats are moored at the foot of the long wall.',
      'Carts are moored at the foot of the long wall.',
    ],
    [
      'The engine was mended by a smith from the village.',
      'The anchor was mended by a smith from the village.',
    ],
    [
      'The bakers asked for lower rents in the market hall.',
      'The butchers asked for lower rents in the market hall.',
    ],
    [
      'The chapel has been painted white for the feast.',
      'The stable has been painted white for the feast.',
    ],
    [
      'A bucket stood beside the door of the boathouse.',
      'A ladder stood beside the door of the boathouse.',
    ],
    [
      'The salt was carried up the hill on donkeys.',
      'The coal was carried up the hill on donkeys.',
    ],
    [
      'Die Fische werden am Morgen auf dem Markt verkauft.',
      'Die Blumen werden am Morgen auf dem Markt verkauft.',
    ],
    [
      'Les pommes sont vendues devant la vieille église.',
      'Les poires sont vendues devant la vieille église.',
    ],
  ],
}

/** What is typed or spelt otherwise, and says the same. */
export const same: readonly (readonly [string, string])[] = [
  [
    'The 10,000 visitors were led through the hall.',
    'The 10.000 visitors were led through the hall.',
  ],
  [
    'See https://example.org/a/12 for the whole list.',
    'See https://example.org/b/14 for the whole list.',
  ],
  ['The colour of the doors had faded in the sun.', 'The color of the doors had faded in the sun.'],
  ['Nine of the boats were sold to the yard.', '9 of the boats were sold to the yard.'],
  ['The re-opening of the quay was put off again.', 'The reopening of the quay was put off again.'],
  ['3. The members elect a chair for the year.', '4. The members elect a chair for the year.'],
  ['The board can not agree on a date.', 'The board cannot agree on a date.'],
  [
    'Mr Aldous thanked the crews for their patience.',
    'Mr. Aldous thanked the crews for their patience.',
  ],
  [
    'The tower was closed, and the bells were taken down.',
    'The tower was closed and the bells were taken down.',
  ],
  [
    'The footnote [3] names the source of the letter.',
    'The footnote [4] names the source of the letter.',
  ],
]
