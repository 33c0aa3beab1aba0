/**
 * Fonts by the names of GB/T 9704-2012. Windows lacks some of them: `instead` is what it has, named in the font table,
 * so that Word and WPS do not choose for themselves. No font is embedded: they are not ours to give away.
 */
export const typefaces = {
  title: { name: '方正小标宋简体', instead: '宋体' },
  body: { name: '仿宋_GB2312', instead: '仿宋' },
  first: { name: '黑体', instead: 'SimHei' },
  second: { name: '楷体_GB2312', instead: '楷体' },
  page: { name: '宋体', instead: 'SimSun' },
} as const

/** 28.95 pt: 22 lines fill the 225 mm of a page (5.2.3); with 29 pt there is room for 21. Twips. */
export const LINE = 579

export type Typeface = keyof typeof typefaces

/** 字号 in half points: 二号, 三号, 四号, 小四, 五号. */
export const SIZE = { two: 44, three: 32, four: 28, smallFour: 24, five: 21 } as const

/** All four, said outright: what is left out is filled with a font of the reader's own. */
export function fontOf(typeface: Typeface) {
  const { name } = typefaces[typeface]
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' }
}
