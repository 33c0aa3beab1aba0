import { polyphonic } from 'pinyin-pro'

/** Readings that the dictionary lists and no name has: with them 红 would be found by g and 强 by j. */
const IN_NO_NAME: Readonly<Record<string, readonly string[]>> = {
  孙: ['xun'],
  朱: ['shu'],
  许: ['hu'],
  冯: ['ping'],
  彭: ['bang'],
  叶: ['xie'],
  丁: ['zheng'],
  沈: ['chen'],
  石: ['dan'],
  陶: ['yao'],
  莫: ['mu'],
  汤: ['shang'],
  强: ['jiang'],
  红: ['gong'],
  家: ['jie'],
  信: ['shen'],
  泽: ['shi'],
  思: ['sai'],
  若: ['re'],
  和: ['huo', 'hu'],
  会: ['kuai'],
  景: ['ying'],
  大: ['dai'],
  识: ['zhi'],
  伯: ['bai'],
}

/** Every reading of a character in names, without its tone, the usual one first; nothing for what is not Chinese. */
export function readingsByDictionary(character: string): readonly string[] {
  const [readings = []] = polyphonic(character, { type: 'array', toneType: 'none' })
  return readings.filter((reading) => reading !== character && !IN_NO_NAME[character]?.includes(reading))
}
