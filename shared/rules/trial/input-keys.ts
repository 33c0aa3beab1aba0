/** Whole numbers. */
export const countKeys = [
  '应到',
  '实到',
  '赞成',
  '反对',
  '弃权',
  '发出',
  '收回',
  '有效',
  '无效',
  '业主总人数',
  '参与人数',
  '赞成人数',
  '反对人数',
  '弃权人数',
  '签到总人数',
  '列席',
  '名册人数',
  '资格停止',
  '公示天数',
] as const

/** 平方米, as a decimal. */
export const areaKeys = ['专有总面积', '参与面积', '赞成面积', '反对面积', '弃权面积'] as const

/** 份额, as a decimal. */
export const shareKeys = ['总份额', '赞成份额'] as const

/** 议题已公示 is yes or no, the others are text. */
export const wordKeys = ['议题已公示', '事项', '地区'] as const

export type AmountKey = (typeof countKeys)[number] | (typeof areaKeys)[number] | (typeof shareKeys)[number]
export type InputKey = AmountKey | (typeof wordKeys)[number]

/** Exact: counts as whole numbers, areas and shares in units of 10^-DECIMAL_PLACES. */
export type Amounts = { readonly [Key in AmountKey]?: bigint }

/** Enough for any decimal that a computer writes of its own accord. */
export const DECIMAL_PLACES = 18

export const isCountKey = (key: AmountKey): boolean => (countKeys as readonly string[]).includes(key)
