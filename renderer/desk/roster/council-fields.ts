import type { FoundedCouncil } from '../../../shared/council/state.ts'

export const levelNames = { street: '街道', community: '社区', grid: '网格', courtyard: '楼院' } as const

export type Level = keyof typeof levelNames

/** What a council is, besides its people. `region` is empty where no local rules are named. */
export type CouncilFields = {
  readonly name: string
  readonly code: string
  readonly level: Level
  readonly region: string
}

const MAX_NAME_LENGTH = 60
export const MAX_REGION_LENGTH = 20
const CODE = /^[A-Z0-9]{2,12}$/
/** Two figures are enough to tell the councils of one laptop apart; who knows the 社区码 overwrites it. */
const CODES = 100

/** A new council before anything is typed. `byte` is random. */
export const blankFields = (byte: number): CouncilFields => ({
  name: '',
  code: `SQ${String(byte % CODES).padStart(2, '0')}`,
  level: 'community',
  region: '',
})

export const fieldsOf = ({ code, level, name, region }: FoundedCouncil): CouncilFields => ({
  name,
  code,
  level: isLevel(level) ? level : 'community',
  region: region ?? '',
})

/** Blanks around a text are not kept. */
export const sameFields = (one: CouncilFields, other: CouncilFields): boolean =>
  one.name.trim() === other.name.trim() &&
  one.code === other.code &&
  one.level === other.level &&
  one.region.trim() === other.region.trim()

/** What the host is told: trimmed, and without a region where there is none. */
export function toldFields({ code, level, name, region }: CouncilFields) {
  const place = region.trim()
  return { name: name.trim(), code, level, ...(place === '' ? {} : { region: place }) }
}

/** What is wrong with these, in words; null when nothing is. */
export function fieldsFault({ code, name, region }: CouncilFields): string | null {
  if (name.trim() === '') return '请写组织名称，例如“××社区红色议事厅”。'
  if (name.trim().length > MAX_NAME_LENGTH) return `组织名称请写在 ${MAX_NAME_LENGTH} 个字以内。`
  if (!CODE.test(code)) return '工单编号用的短码要 2 到 12 位字母或数字。'
  if (region.trim().length > MAX_REGION_LENGTH) return `地区请写在 ${MAX_REGION_LENGTH} 个字以内。`
  return null
}

const isLevel = (value: unknown): value is Level => typeof value === 'string' && Object.hasOwn(levelNames, value)

export function isCouncilFields(value: unknown): value is CouncilFields {
  if (typeof value !== 'object' || value === null) return false
  const { code, level, name, region } = value as Partial<Record<keyof CouncilFields, unknown>>
  return typeof name === 'string' && typeof code === 'string' && isLevel(level) && typeof region === 'string'
}
