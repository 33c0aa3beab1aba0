import type { InputKey } from '../../../shared/rules/trial/input-keys.ts'
import type { Counts } from './condition-words.ts'

/** What has been typed under each key of a trial's input. */
export type Figures = { readonly [Key in InputKey]?: string }

/** The figures that a count is made of: lines of fields, each with what stands in front of it. */
type Line = { readonly name: string; readonly keys: readonly InputKey[] }

export const mainLines: Readonly<Record<Counts, readonly Line[]>> = {
  people: [
    { name: '到会', keys: ['应到', '实到'] },
    { name: '投票', keys: ['赞成', '反对', '弃权'] },
  ],
  owners: [
    { name: '全体业主', keys: ['业主总人数', '专有总面积'] },
    { name: '参与表决', keys: ['参与人数', '参与面积'] },
    { name: '赞成', keys: ['赞成人数', '赞成面积'] },
    { name: '反对', keys: ['反对人数', '反对面积'] },
    { name: '弃权', keys: ['弃权人数', '弃权面积'] },
  ],
  shares: [{ name: '份额', keys: ['总份额', '赞成份额'] }],
}

/** 纸票 are given out and come back; 签到 and 名册 tell who counts; the rest is whether a vote may be held. */
export const paperKeys: readonly InputKey[] = ['发出', '收回', '有效', '无效']
export const rollKeys: readonly InputKey[] = ['签到总人数', '列席', '名册人数', '资格停止']

export const unitOf = (key: InputKey): string => (key.endsWith('面积') ? '平方米' : key.endsWith('人数') ? '人' : '')

/** What was typed, without the fields that are empty: the input of a trial, as the command line reads it from a file. */
export function inputOf(figures: Figures): Readonly<Record<string, string>> {
  const filled = Object.entries(figures).map(([key, typed]) => [key, typed.trim()] as const)
  return Object.fromEntries(filled.filter(([, typed]) => typed !== ''))
}
