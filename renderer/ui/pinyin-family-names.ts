/** Family names that are read otherwise than their characters are elsewhere, a syllable for each character. */
const FAMILY_NAMES: Readonly<Record<string, string>> = {
  曾: 'zeng',
  单: 'shan',
  解: 'xie',
  翟: 'zhai',
  查: 'zha',
  仇: 'qiu',
  覃: 'qin',
  区: 'ou',
  乐: 'yue',
  隗: 'kui',
  尉: 'yu',
  种: 'chong',
  召: 'shao',
  折: 'she',
  祭: 'zhai',
  句: 'gou',
  繁: 'po',
  秘: 'bi',
  乜: 'nie',
  盖: 'ge',
  朴: 'piao',
  缪: 'miao',
  薄: 'bo',
  牟: 'mou',
  郗: 'xi',
  员: 'yun',
  都: 'du',
  能: 'nai',
  郄: 'qie',
  六: 'lu',
  万俟: 'mo qi',
  尉迟: 'yu chi',
  澹台: 'tan tai',
  长孙: 'zhang sun',
  乐正: 'yue zheng',
  子车: 'zi ju',
}

/** How the family name is read that these characters begin with; nothing where each is read as it is elsewhere. */
export function familyReading(characters: readonly string[]): readonly string[] {
  const [first = '', second = ''] = characters
  const reading = FAMILY_NAMES[first + second] ?? FAMILY_NAMES[first]
  return reading === undefined ? [] : reading.split(' ')
}
