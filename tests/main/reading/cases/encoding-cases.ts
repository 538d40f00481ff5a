// Sentences of our own in the encodings that news is found in.

export const encodingCases: readonly (readonly [encoding: string, text: string])[] = [
  [
    'shift_jis',
    '北浜町は三日、町の中心にかかる橋を通行止めにすると発表した。\n点検で橋脚にひびが見つかったためで、工事は秋まで続くという。',
  ],
  [
    'euc-jp',
    '北浜町は三日、町の中心にかかる橋を通行止めにすると発表した。\n点検で橋脚にひびが見つかったためで、工事は秋まで続くという。',
  ],
  [
    'gb18030',
    '市议会星期二开会讨论旧桥的修复费用。工程师说，桥墩出现了裂缝，必须在秋天之前关闭。\n居民表示支持。',
  ],
  [
    'big5',
    '市議會星期二開會討論舊橋的修復費用。工程師說，橋墩出現了裂縫，必須在秋天之前關閉。\n居民表示支持。',
  ],
  [
    'euc-kr',
    '시의회는 화요일 회의를 열고 오래된 다리를 닫기로 했다. 기술자들은 다리 기둥에 금이 갔다고 말했다.\n주민들은 찬성했다.',
  ],
  [
    'windows-1251',
    'Городской совет решил закрыть старый мост до осени. Инженеры нашли трещины в опорах, и ремонт обойдётся дорого.',
  ],
  [
    'koi8-r',
    'Городской совет решил закрыть старый мост до осени. Инженеры нашли трещины в опорах, и ремонт обойдётся дорого.',
  ],
  [
    'iso-8859-5',
    'Городской совет решил закрыть старый мост до осени. Инженеры нашли трещины в опорах, и ремонт обойдётся дорого.',
  ],
  [
    'ibm866',
    'Городской совет решил закрыть старый мост до осени. Инженеры нашли трещины в опорах, и ремонт обойдётся дорого.',
  ],
  [
    'windows-1256',
    'قرر مجلس البلدية مساء الثلاثاء إغلاق الجسر القديم حتى الخريف، وقال المهندسون إنهم وجدوا شقوقا في الأعمدة.',
  ],
  [
    'iso-8859-6',
    'قرر مجلس البلدية مساء الثلاثاء إغلاق الجسر القديم حتى الخريف، وقال المهندسون إنهم وجدوا شقوقا في الأعمدة.',
  ],
  [
    'iso-8859-2',
    'Rada miasta postanowiła we wtorek zamknąć stary most do jesieni. Inżynierowie znaleźli pęknięcia w filarach, a naprawa będzie droga, co już powiedział burmistrz.',
  ],
  [
    'windows-1250',
    'Rada miasta postanowiła we wtorek zamknąć stary most do jesieni. Inżynierowie znaleźli pęknięcia w filarach, a naprawa będzie droga, co już powiedział burmistrz.',
  ],
  [
    'windows-1250',
    'Městská rada se v úterý rozhodla, že starý most bude do podzimu uzavřen. Inženýři našli v pilířích trhliny a oprava bude stát mnoho peněz.',
  ],
  [
    'iso-8859-2',
    'A városi tanács kedden úgy döntött, hogy őszig lezárja a régi hidat. A mérnökök repedéseket találtak a pillérekben, és a javítás sokba kerül majd, mondta a polgármester.',
  ],
  [
    'windows-1253',
    'Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να κλείσει την παλιά γέφυρα μέχρι το φθινόπωρο. Οι μηχανικοί βρήκαν ρωγμές.',
  ],
  [
    'windows-1254',
    'Belediye meclisi salı günü eski köprüyü sonbahara kadar kapatmaya karar verdi. Mühendisler ayaklarda çatlaklar buldu, onarım çok pahalı olacak ve bu iş için para yok.',
  ],
  [
    'windows-1255',
    'מועצת העיר החליטה ביום שלישי לסגור את הגשר הישן עד הסתיו. המהנדסים מצאו סדקים בעמודים והתיקון יהיה יקר.',
  ],
  [
    'iso-8859-1',
    'O conselho municipal decidiu na terça-feira fechar a velha ponte até o outono. Os engenheiros não têm dinheiro para a reparação, disse o prefeito.',
  ],
  ['windows-874', 'สภาเทศบาลมีมติเมื่อวันอังคารให้ปิดสะพานเก่าจนถึงฤดูใบไม้ร่วง วิศวกรพบรอยร้าวที่เสา'],
  [
    'windows-1257',
    'Miesto taryba antradienį nusprendė iki rudens uždaryti senąjį tiltą. Inžinieriai rado įtrūkimų, remontas kainuos brangiai, sakė meras.',
  ],
]
